import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { handbookFiles } from './handbook-files.ts'

/** Write what the handbook and editors' tools derive from the content model. */
const root = fileURLToPath(new URL('..', import.meta.url))
for (const [path, text] of await handbookFiles()) {
  mkdirSync(dirname(root + path), { recursive: true })
  writeFileSync(root + path, text)
  console.log(path)
}
