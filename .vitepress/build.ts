import { randomUUID } from 'node:crypto'
import { mkdirSync, rmSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { readPortal } from '../src/content/files.ts'
import { checkContent } from './build/check-content.ts'
import { compress } from './build/compress.ts'
import { copyMedia } from './build/copy-media.ts'
import { Pool } from './build/pool.ts'
import { Progress } from './build/progress.ts'
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

/**
 * Build into a fresh folder, and put it in place of the last output only when every step succeeded.
 * Returns false, with the reasons printed, when one did not.
 */
export async function buildPortal(options: BuildOptions): Promise<boolean> {
  const pool = new Pool()
  const progress = new Progress(process.stdout)
  try {
    const build = await openBuild(options, { pool, progress })
    recoverOutput(build.out)
    rmSync(build.folder, { recursive: true, force: true })
    mkdirSync(dirname(build.out), { recursive: true })
    for (const beside of steps(options)) {
      const done = await Promise.all(
        beside.map((step) => progress.watch(step.name, () => step.run(build))),
      )
      if (done.includes('failed')) return false
    }
    swap(build.folder, build.out)
    build.store.close()
    process.stdout.write(summaryOf(build, progress))
    return true
  } finally {
    await pool.close()
    rmSync(nextTo(outOf(options)), { recursive: true, force: true })
  }
}

function outOf({ out }: BuildOptions): string {
  return resolve(out ?? '.vitepress/dist')
}

/** The fresh folder of an output. */
function nextTo(out: string): string {
  return `${out}.next`
}

async function openBuild(
  options: BuildOptions,
  { pool, progress }: { pool: Pool; progress: Progress },
): Promise<Build> {
  const out = outOf(options)
  const base = options.base ?? process.env.PORTAL_BASE
  const url = options.url ?? process.env.PORTAL_URL
  // Started without a version, as by a test, the program cannot tell whether it is still the same.
  const program = process.env.PORTAL_PROGRAM ?? randomUUID()
  const cache = storeFolder(out)
  if (options.force) rmSync(cache, { recursive: true, force: true })
  const files = readPortal(portalRoot())
  const { library, digests } = await progress.watch('读取内容', () =>
    readContent(files, { base, url, cache, program, pool }),
  )
  const folder = nextTo(out)
  const store = new Store(cache, program)
  let open = false
  const openInThreads = () => {
    const media = files.media.map(({ path, absolute, bytes, head }) => ({
      path,
      absolute,
      bytes,
      head,
    }))
    if (!open) pool.tell('open', { files: { ...files, media }, digests, base, url })
    open = true
  }
  const write = writeInto(folder)
  return { options, files, library, folder, out, program, cache, store, pool, openInThreads, write }
}
