import { randomUUID } from 'node:crypto'
import { mkdirSync, rmSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { readPortal } from '../src/content/files.ts'
import { checkContent } from './build/check-content.ts'
import { compress } from './build/compress.ts'
import { copyMedia } from './build/copy-media.ts'
import { Pool } from './build/pool.ts'
import { readContent } from './build/read-content.ts'
import { renderByVitePress } from './build/render-by-vitepress.ts'
import { drawImages } from './build/draw-images.ts'
import { renderPages } from './build/render-pages.ts'
import type { Build, BuildOptions, Step } from './build/step.ts'
import { writeInto } from './build/step.ts'
import { Store, storeFolder } from './build/store.ts'
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
const steps = ({ vitepress }: BuildOptions): readonly (readonly Step[])[] => [
  [checkContent, writeSearch, vitepress ? renderByVitePress : renderPages],
  [copyMedia, writeTranscripts, writeChartData, writeBrowserEditor, writePublished, drawImages],
  [compress],
  [writeManifest],
]

/**
 * Build into a fresh folder, and put it in place of the last output only when every step succeeded.
 * Returns false, with the reasons printed, when one did not.
 */
export async function buildPortal(options: BuildOptions): Promise<boolean> {
  const pool = new Pool()
  const build = await openBuild(options, pool)
  try {
    recoverOutput(build.out)
    rmSync(build.folder, { recursive: true, force: true })
    mkdirSync(dirname(build.out), { recursive: true })
    for (const beside of steps(options)) {
      const done = await Promise.all(beside.map((step) => step.run(build)))
      if (done.includes('failed')) return false
    }
    swap(build.folder, build.out)
    build.store.close()
    return true
  } finally {
    await pool.close()
    rmSync(build.folder, { recursive: true, force: true })
  }
}

async function openBuild(options: BuildOptions, pool: Pool): Promise<Build> {
  const out = resolve(options.out ?? '.vitepress/dist')
  const base = options.base ?? process.env.PORTAL_BASE
  const url = options.url ?? process.env.PORTAL_URL
  // Started without a version, as by a test, the program cannot tell whether it is still the same.
  const program = process.env.PORTAL_PROGRAM ?? randomUUID()
  const cache = storeFolder(out)
  if (options.force) rmSync(cache, { recursive: true, force: true })
  const files = readPortal(portalRoot())
  const { library, digests } = await readContent(files, { base, url, cache, program, pool })
  const folder = `${out}.next`
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
