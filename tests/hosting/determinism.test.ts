import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { compare } from '../../src/release/compare.ts'
import { manifestFile, manifestOf, readManifest } from '../../src/release/manifest.ts'
import { build, publicUrl } from './build.ts'
import type { Building } from './build.ts'
import { copyRepository } from './copy.ts'

const scratch = mkdtempSync(join(tmpdir(), 'determinism-'))
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

const parameters = (out: string) => ['--url', `${publicUrl}/`, '--out', join(scratch, out)]

/** Where, when and how a build may differ and its output may not. */
const surroundings: Record<string, Building> = {
  'in another folder, time zone and language, on one core': {
    cwd: join(scratch, 'a folder with spaces 和汉字'),
    env: { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
    under: existsSync('/usr/bin/taskset') ? ['taskset', '-c', '0'] : [],
  },
  'at another time, from nothing kept': {
    env: { SOURCE_DATE_EPOCH: '1830297600', TZ: 'America/St_Johns' },
    parameters: ['--force'],
  },
}

beforeAll(async () => {
  copyRepository(join(scratch, 'a folder with spaces 和汉字'))
  await build({ parameters: parameters('here') })
})

test.for(Object.entries(surroundings))('the same bytes %s', async ([name, building]) => {
  const out = name.replaceAll(' ', '-').replaceAll(',', '')
  await build({ ...building, parameters: [...parameters(out), ...(building.parameters ?? [])] })
  const { added, changed, removed, unchanged } = compare(
    manifestOf(join(scratch, 'here')).files,
    manifestOf(join(scratch, out)).files,
  )
  expect([...added, ...changed, ...removed].map(({ path }) => path)).toEqual([])
  expect(unchanged.length).toBeGreaterThan(1000)
  console.log(`${unchanged.length} files of the same bytes ${name}`)
})

test('the manifest is what the output is', () => {
  const here = join(scratch, 'here')
  const { files, origins } = readManifest(join(here, manifestFile))
  expect(files).toEqual(manifestOf(here).files)
  expect(origins?.length).toBeGreaterThan(100)
})
