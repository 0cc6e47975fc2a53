import type { FileRecord } from '../../src/release/manifest.ts'
import type { Build } from './step.ts'

/**
 * Files of the output that are made together: as long as what they are made `of` stays the same, and
 * they stand there, they stay. `make` puts them there anew.
 */
export async function madeTogether(
  { output, memo }: Pick<Build, 'output' | 'memo'>,
  { name, of }: { name: string; of: unknown },
  make: () => FileRecord[] | Promise<FileRecord[]>,
): Promise<{ count: number; reused: number }> {
  const last = memo.recall<FileRecord[]>(name, of)
  if (last?.every((file) => output.keep(file))) return { count: last.length, reused: last.length }
  const files = await make()
  memo.keep(name, files, of)
  return { count: files.length, reused: 0 }
}
