import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { manifestFile, manifestOf, serializeManifest } from '../release/manifest.ts'
import { UploadFault } from './fault.ts'
import { bytesOf, upload } from './upload.ts'
import type { UploadTarget, UploadOptions } from './upload.ts'

const scratch = mkdtempSync(join(tmpdir(), 'upload-'))
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

function output(name: string, files: Record<string, string>): string {
  for (const [path, text] of Object.entries(files)) {
    const file = join(scratch, name, path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
  }
  const folder = join(scratch, name)
  writeFileSync(join(folder, manifestFile), serializeManifest(manifestOf(folder)))
  return folder
}

/** A place in memory that breaks off before its nth change; each file put is a change. */
function memory(files: Map<string, string>, breaksAt = Infinity): UploadTarget {
  let changes = 0
  const change = (act: () => void) => {
    if (++changes === breaksAt) throw new UploadFault('broken off')
    act()
  }
  return {
    present: async (from, listed) =>
      new Set(
        listed
          .map(({ path }) => path)
          .filter((path) => files.get(path) === bytesOf(from, path).toString()),
      ),
    put: async (from, listed) =>
      listed.forEach(({ path }) => change(() => files.set(path, bytesOf(from, path).toString()))),
    write: async (path, content) => change(() => files.set(path, content)),
    read: async (path) => files.get(path),
    remove: async (paths) => paths.forEach((path) => change(() => files.delete(path))),
  }
}

const options: UploadOptions = {
  isDry: false,
  removes: false,
  keepDays: 30,
  now: 0,
  tell: () => undefined,
}
const list = (...paths: string[]) =>
  JSON.stringify({ version: 1, withdrawn: paths.map((path) => ({ path, at: '2026-11-25' })) })
const published = output('published', {
  'cases/a.html': 'confided',
  'search/t-1-aaaaaa.json': 'confided',
  'share/0123456789abcdef.png': 'confided',
  'assets/app.11111111.js': 'program',
  'withdrawn.json': list(),
})
const edited = output('edited', {
  'cases/a.html': 'confided, again',
  'search/t-1-bbbbbb.json': 'confided, again',
  'withdrawn.json': list(),
})
const withdrawn = output('withdrawn', {
  'cases/a.html': 'gone',
  'search/t-1-dddddd.json': 'others',
  'withdrawn.json': list('cases/a.html'),
})
const holding = (files: Map<string, string>) =>
  [...files].filter(([, text]) => text.includes('confided')).map(([path]) => path)

async function brokenOff(from: string, files: Map<string, string>, at: number): Promise<boolean> {
  try {
    await upload(from, memory(files, at), options)
    return false
  } catch (error) {
    expect(error).toBeInstanceOf(UploadFault)
    return true
  }
}

test('a withdrawal that is broken off anywhere is carried out by the next run', async () => {
  for (let at = 1, isBroken = true; isBroken; at++) {
    const files = new Map<string, string>()
    await upload(published, memory(files), options)
    isBroken = await brokenOff(withdrawn, files, at)
    expect(at).toBeLessThan(20)
    const done = await upload(withdrawn, memory(files), options)
    expect(holding(files), `broken off at ${at}`).toEqual([])
    expect(files.get('assets/app.11111111.js')).toBe('program')
    const gone = ['cases/a.html', 'search/t-1-aaaaaa.json', 'share/0123456789abcdef.png']
    if (isBroken) expect(done).toMatchObject({ purged: expect.arrayContaining(gone) as string[] })
  }
})

test('what an upload left that was broken off is withdrawn too', async () => {
  for (let at = 1, isBroken = true; isBroken; at++) {
    for (const earlier of [[], [published]]) {
      const files = new Map<string, string>()
      for (const from of earlier) await upload(from, memory(files), options)
      isBroken = await brokenOff(edited, files, at)
      await upload(withdrawn, memory(files), options)
      expect(holding(files), `broken off at ${at}`).toEqual([])
    }
  }
})

test('an entry that was restored can be withdrawn again', async () => {
  const files = new Map<string, string>()
  for (const from of [published, withdrawn, edited, withdrawn])
    await upload(from, memory(files), options)
  expect(holding(files)).toEqual([])
})
