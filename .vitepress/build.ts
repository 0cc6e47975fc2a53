import { randomUUID } from 'node:crypto'
import { mkdirSync, rmSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { readPortal } from '../src/content/files.ts'
import type { PortalFiles } from '../src/content/files.ts'
import { checkContent } from './build/check-content.ts'
import { compress } from './build/compress.ts'
import { copyMedia } from './build/copy-media.ts'
import { Pool } from './build/pool.ts'
import { Progress } from './build/progress.ts'
import { KeptDigests } from './build/kept-digests.ts'
import { readContent } from './build/read-content.ts'
import { renderByVitePress } from './build/render-by-vitepress.ts'
import { drawImages } from './build/draw-images.ts'
import { renderPages } from './build/render-pages.ts'
import type { Build, BuildOptions, Step } from './build/step.ts'
import { writeInto } from './build/step.ts'
import { noteShard } from './build/shard.ts'
import { Store, storeFolder } from './build/store.ts'
import { summaryOf } from './build/summary.ts'
import { recoverOutput, swap } from './build/swap.ts'
import { inputsOf, LastOutput } from './build/unchanged.ts'
import { writeBrowserEditor } from './build/write-admin.ts'
import { writeChartData } from './build/write-chart-data.ts'
import { writeManifest } from './build/write-manifest.ts'
import { writePublished } from './build/write-published.ts'
import { writeSearch } from './build/write-search.ts'
import { writeTranscripts } from './build/write-transcripts.ts'
import { portalRoot } from './portal.ts'

/**
 * The build, from first to last; the steps of one line go side by side. What leaves the portal beside
 * its pages is a step of its own in `build/`: it reads the library and writes into the fresh folder.
 */
const steps = ({ vitepress, shard }: BuildOptions): readonly (readonly Step[])[] => {
  // What is no page is made once, with the first shard.
  if (shard && shard.index > 1) return [[renderPages], [compress], [noteShard]]
  return [
    [checkContent, writeSearch, vitepress ? renderByVitePress : renderPages],
    [copyMedia, writeTranscripts, writeChartData, writeBrowserEditor, writePublished, drawImages],
    [compress],
    [shard ? noteShard : writeManifest],
  ]
}

/** What a build starts from. */
interface Start {
  options: BuildOptions
  files: PortalFiles
  out: string
  base?: string
  url?: string
  program: string
  progress: Progress
}

/**
 * Build into a fresh folder, and put it in place of the last output only when every step succeeded.
 * Returns false, with the reasons printed, when one did not. An output that was made from the very
 * same stays as it is.
 */
export async function buildPortal(options: BuildOptions): Promise<boolean> {
  const start = startOf(options)
  const { out, program, files, progress } = start
  recoverOutput(out)
  const inputs = inputsOf(files, start)
  const last = new LastOutput(storeFolder(out), program, out)
  const unchanged = options.force ? undefined : last.madeFrom(inputs)
  if (!unchanged) return buildAfresh(start, (said) => last.note(inputs, said))
  rmSync(nextTo(out), { recursive: true, force: true })
  process.stdout.write(
    `${unchanged.said}没有变化，${progress.seconds()}：上一次输出的${unchanged.files}个文件原样沿用。\n`,
  )
  return true
}

async function buildAfresh(start: Start, note: (said: string) => void): Promise<boolean> {
  const { options, progress } = start
  const pool = new Pool()
  try {
    const build = await openBuild(start, pool)
    rmSync(build.folder, { recursive: true, force: true })
    mkdirSync(dirname(build.out), { recursive: true })
    const succeeded = await runSteps(build, steps(options), progress)
    // The pages of a build that failed later are as good as any.
    build.store.close()
    if (!succeeded) return false
    swap(build.folder, build.out)
    note(build.told())
    process.stdout.write(summaryOf(build, progress))
    return true
  } finally {
    await pool.close()
    rmSync(nextTo(start.out), { recursive: true, force: true })
  }
}

/** Runs one line of steps after the other, until one has failed. */
async function runSteps(
  build: Build,
  lines: readonly (readonly Step[])[],
  progress: Progress,
): Promise<boolean> {
  for (const beside of lines) {
    const done = Promise.all(beside.map((step) => progress.watch(step.name, () => step.run(build))))
    if ((await build.pool.until(done)).includes('failed')) return false
  }
  return true
}

function outOf({ out }: BuildOptions): string {
  return resolve(out ?? '.vitepress/dist')
}

/** The fresh folder of an output. */
function nextTo(out: string): string {
  return `${out}.next`
}

function startOf(options: BuildOptions): Start {
  return {
    progress: new Progress(process.stdout),
    options,
    files: readPortal(portalRoot()),
    out: outOf(options),
    base: options.base ?? process.env.PORTAL_BASE,
    url: options.url ?? process.env.PORTAL_URL,
    // Started without a version, as by a test, the program cannot tell whether it is still the same.
    program: process.env.PORTAL_PROGRAM ?? randomUUID(),
  }
}

async function openBuild(start: Start, pool: Pool): Promise<Build> {
  const { options, files, out, base, url, program, progress } = start
  const cache = storeFolder(out)
  if (options.force) rmSync(cache, { recursive: true, force: true })
  const kept = new KeptDigests({
    root: files.root,
    version: program,
    force: options.force,
  })
  const { library, digests } = await progress.watch('读取内容', () =>
    readContent(files, kept, { base, url, pool }),
  )
  kept.keep(digests)
  const folder = nextTo(out)
  const store = new Store(cache, program)
  pool.open(library, { files, digests, base, url })
  const write = writeInto(folder)
  const said: string[] = []
  const tell = (text: string) => {
    said.push(text)
    process.stdout.write(text)
  }
  const told = () => said.join('')
  return {
    options,
    files,
    library,
    digests,
    folder,
    out,
    program,
    cache,
    store,
    records: new Map(),
    pool,
    write,
    tell,
    told,
  }
}
