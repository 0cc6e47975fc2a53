import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Entry } from '../src/content/library.ts'
import { addToEntry } from '../src/scaffold/add-to-entry.ts'
import type { Addition } from '../src/scaffold/add-to-entry.ts'

/** Put into a draft's file what a command made for it. */
export function writeInto(root: string, entry: Entry, addition: Addition): void {
  const path = join(root, entry.file)
  writeFileSync(path, addToEntry(readFileSync(path, 'utf8'), entry, addition))
}
