/**
 * `npm run bench:collect -- [--cities 12] [--entries 1000] [--keep <folder>]`: how long a province takes to
 * collect from its cities' folders, and how much memory. With `--keep` what was written stays, to be built.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { readPortal } from '../src/content/files.ts'
import { buildLibrary } from '../src/content/library.ts'
import { openData } from '../src/publish/open-data/open-data.ts'
import { caseTexts, textFiles } from '../src/publish/open-data/texts.ts'
import { serializeTombstones, withdrawnFile, withdrawnOf } from '../src/publish/withdrawn.ts'
import { filesBelow } from '../src/release/manifest.ts'
import { writePortal } from './check-corpus.ts'
import { runMeasured } from './process-tree.ts'

const repository = fileURLToPath(new URL('..', import.meta.url))
const { values } = parseArgs({
  options: {
    cities: { type: 'string', default: '12' },
    entries: { type: 'string', default: '1000' },
    keep: { type: 'string' },
  },
})
const root = values.keep ? resolve(values.keep) : mkdtempSync(join(tmpdir(), 'province-'))
const province = join(root, 'province')
const cities = Array.from({ length: Number(values.cities) }, (_, index) => `city-${index + 1}`)

function write(path: string, text: string | Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
}

/** What a city's build would write for others. */
function lend(city: string): void {
  const folder = join(root, city)
  writePortal(folder, Number(values.entries))
  const library = buildLibrary(readPortal(folder), { url: `https://${city}.example.org/` })
  const out = join(folder, 'dist')
  for (const { path, content } of openData(library)) write(join(out, path), content)
  for (const { path, cases } of textFiles(library)) write(join(out, path), caseTexts(cases))
  write(join(out, withdrawnFile), serializeTombstones(withdrawnOf(library)))
}

async function measure(what: string): Promise<void> {
  const run = await runMeasured(process.execPath, ['--import', 'tsx', 'scripts/collect.ts'], {
    cwd: repository,
    env: { PORTAL_ROOT: province },
  })
  if (run.code !== 0) throw new Error(run.output)
  const megabytes = Math.round(run.peak / 1024 / 1024)
  console.log(
    `${what}：${run.seconds.toFixed(1)}秒，处理器${run.cpu.toFixed(1)}秒，内存${megabytes}MB`,
  )
}

try {
  for (const city of cities) lend(city)
  const names = cities.map((city) => `  - { id: ${city}, from: ../${city}/dist }\n`).join('')
  write(join(province, 'site.yaml'), `name: 测试的省\ntopics: [组织力]\ncollect:\n${names}`)
  await measure(`第一次，${cities.length}个门户`)
  const files = filesBelow(join(province, 'collected'))
  const bytes = files.reduce(
    (all, path) => all + readFileSync(join(province, 'collected', path)).length,
    0,
  )
  console.log(`collected/：${files.length}个文件，${(bytes / 1024 / 1024).toFixed(1)}MB`)
  await measure('再收一次，没有变化')
} finally {
  if (!values.keep) rmSync(root, { recursive: true, force: true })
}
