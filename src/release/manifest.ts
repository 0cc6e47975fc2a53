import { createHash } from 'node:crypto'
import { closeSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Origin } from '../publish/origins.ts'

/** The file in an output that lists all others. */
export const manifestFile = 'build-manifest.json'

/** Below the folder it is listed for, whatever wrote the list. */
const isBelow = (path: string) =>
  !/^[/\\]|^[A-Za-z]:|\0|\\/.test(path) && !path.split('/').some((name) => /^\.{0,2}$/.test(name))

export const fileRecord = z.strictObject({
  path: z.string().refine(isBelow),
  bytes: z.number().int().nonnegative(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
})
const origin = z.strictObject({
  file: z.string(),
  page: z.string().optional(),
  sha256: fileRecord.shape.sha256,
}) satisfies z.ZodType<Origin>
const manifest = z.strictObject({
  version: z.literal(1),
  files: z.array(fileRecord),
  /** What the pages were made from; builds before did not say. */
  origins: z.array(origin).optional(),
})

/** One file of an output: its path below the base, its size in bytes, its SHA-256 in hexadecimal. */
export type FileRecord = z.infer<typeof fileRecord>
export type Manifest = z.infer<typeof manifest>

/** List every file of an output, in path order; the manifest does not list itself. */
export function manifestOf(folder: string): Manifest {
  const files = filesBelow(folder)
    .filter((path) => path !== manifestFile)
    .map((path) => recordOf(folder, path))
  return { version: 1, files }
}

/** One line a file, so that a comparison of two manifests reads well. */
export function serializeManifest({ version, files, origins }: Manifest): string {
  const lines = (list: readonly object[]) => list.map((one) => JSON.stringify(one)).join(',\n')
  const from = origins ? `, "origins": [\n${lines(origins)}\n]` : ''
  return `{ "version": ${version}, "files": [\n${lines(files)}\n]${from} }\n`
}

/** Read a manifest, or the manifest of a folder. Throws when there is none that can be read. */
export function readManifest(path: string): Manifest {
  return manifest.parse(JSON.parse(readFileSync(path, 'utf8')))
}

/** Paths of every file below a folder, sorted, with `/`. A link is not followed: it counts as a file. */
export function filesBelow(folder: string): string[] {
  const paths: string[] = []
  const visit = (below: string): void => {
    for (const entry of readdirSync(join(folder, below), { withFileTypes: true })) {
      if (entry.isDirectory()) visit(`${below}${entry.name}/`)
      else paths.push(below + entry.name)
    }
  }
  visit('')
  return paths.sort()
}

export function recordOf(folder: string, path: string): FileRecord {
  const hash = createHash('sha256')
  const buffer = Buffer.allocUnsafe(1 << 16)
  const handle = openSync(join(folder, path), 'r')
  let bytes = 0
  try {
    for (let read = -1; read !== 0; bytes += read) {
      read = readSync(handle, buffer)
      hash.update(buffer.subarray(0, read))
    }
  } finally {
    closeSync(handle)
  }
  return { path, bytes, sha256: hash.digest('hex') }
}
