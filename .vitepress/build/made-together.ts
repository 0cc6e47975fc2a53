import { hash } from 'node:crypto'
import { join } from 'node:path'
import type { FileRecord } from '../../src/release/manifest.ts'
import { readSealed, writeSealed } from './sealed.ts'
import type { Build } from './step.ts'

/**
 * Files of the output that are made together: as long as what they are made `of` stays the same, and
 * they stand there, they stay. `make` puts them there anew.
 */
export async function madeTogether(
  { output, cache, program }: Pick<Build, 'output' | 'cache' | 'program'>,
  { name, of }: { name: string; of: unknown },
  make: () => FileRecord[] | Promise<FileRecord[]>,
): Promise<{ count: number; reused: number }> {
  const list = join(cache, name)
  const version = hash('sha256', JSON.stringify([program, of]))
  // The seal holds what they were made of, so what is read was written below.
  const last = readSealed(list, version) as FileRecord[] | undefined
  if (last?.every((file) => output.keep(file))) return { count: last.length, reused: last.length }
  const files = await make()
  writeSealed(list, version, files)
  return { count: files.length, reused: 0 }
}
