import { hash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { PageAssets } from './page-head.ts'
import { Folders } from '../memo/folders.ts'
import { doPageJob } from './page-job.ts'
import type { Chromes, PageJob, RenderPage } from './page-job.ts'

/** What every page of a build has in common. */
export interface RenderSetting {
  /** Hash of it all. */
  name: string
  /** Module that exports `renderPage`, as a file address. */
  renderer: string
  chromes: Chromes
  assets: PageAssets
}

/** A job, and where its page is kept. */
export interface RenderTask {
  job: PageJob
  kept: string
}

export interface RenderBatch {
  setting: RenderSetting
  tasks: RenderTask[]
}

export interface RenderedPage {
  path: string
  bytes: number
  sha256: string
  milliseconds: number
}

/** Render pages into the cache. */
export async function render({ setting, tasks }: RenderBatch): Promise<RenderedPage[]> {
  const { renderPage } = (await import(setting.renderer)) as { renderPage: RenderPage } // bundled with the shell
  const pages: RenderedPage[] = []
  const folders = new Folders()
  for (const { job, kept } of tasks) {
    const start = performance.now()
    const bytes = await doPageJob(job, { ...setting, renderPage })
    folders.make(dirname(kept))
    writeFileSync(kept, bytes)
    pages.push({
      path: job.path,
      bytes: bytes.length,
      sha256: hash('sha256', bytes),
      milliseconds: performance.now() - start,
    })
  }
  return pages
}
