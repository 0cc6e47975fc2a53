import { z } from 'zod'
import { isServed } from '../publish/file-kinds.ts'
import { manifestFile } from '../release/manifest.ts'
import type { FileRecord } from '../release/manifest.ts'
import { UploadFault } from './fault.ts'
import type { UploadTarget } from './upload.ts'

/** What is known of a destination from earlier uploads, and lies there. */
export const stateFile = 'uploads.json'
const written = z.strictObject({
  version: z.literal(1),
  /** What earlier uploads put there and is no longer in the output, and since when: milliseconds since 1970. */
  stale: z.record(z.string(), z.number()),
  /** Pages whose withdrawal has been carried out there. */
  withdrawn: z.array(z.string()).default([]),
  /** Files that a withdrawal not yet carried out changes or removes: what a cache may still hold. */
  purged: z.array(z.string()).default([]),
})
type UploadState = Omit<z.infer<typeof written>, 'version'>

/** What lay there before this upload. */
export interface Before {
  state: UploadState
  /** SHA-256 of the files of the last output, by path; empty where nothing was uploaded yet. */
  files: ReadonlyMap<string, string>
}

export async function readBefore(destination: UploadTarget): Promise<Before> {
  const [state, manifest] = [
    await destination.read(stateFile),
    await destination.read(manifestFile),
  ]
  return {
    state: parsed(state ?? '{"version":1,"stale":{}}', stateFile, (value) => written.parse(value)),
    files: new Map(manifest === undefined ? [] : parsed(manifest, manifestFile, filesIn)),
  }
}

export async function writeState(destination: UploadTarget, state: UploadState): Promise<void> {
  const stale = Object.fromEntries(Object.entries(state.stale).sort(([a], [b]) => (a < b ? -1 : 1)))
  const { withdrawn, purged } = state
  await destination.write(
    stateFile,
    `${JSON.stringify({ version: 1, stale, withdrawn, purged } satisfies z.infer<typeof written>)}\n`,
  )
}

/** What lies there of earlier uploads and is not in this output, and since when. */
export function staleAt(
  { state, files }: Before,
  output: readonly FileRecord[],
  now: number,
): Record<string, number> {
  const own = new Set(output.map(({ path }) => path))
  const gone = [...files.keys()].filter((path) => isServed(`/${path}`))
  const all = [...gone.map((path): [string, number] => [path, now]), ...Object.entries(state.stale)]
  return Object.fromEntries(all.filter(([path]) => !own.has(path) && isBelow(path)))
}

function filesIn(value: unknown): [path: string, sha256: string][] {
  const file = z.object({ path: z.string(), sha256: z.string().default('') })
  return z
    .object({ files: z.array(file) })
    .parse(value)
    .files.map(({ path, sha256 }) => [path, sha256])
}

function parsed<T>(text: string, file: string, read: (value: unknown) => T): T {
  try {
    return read(JSON.parse(text))
  } catch {
    throw new UploadFault(
      `那里的 ${file} 读不懂，不是潮头上传的，或被改过：换一个空的地方，或把它移走再上传。`,
    )
  }
}

/** A list that lies elsewhere can be written by others: no path of it leads out of the destination. */
function isBelow(path: string): boolean {
  return !path.startsWith('/') && !path.split('/').includes('..') && !/[\0\n\\]/.test(path)
}
