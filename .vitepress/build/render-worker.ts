import { hash } from 'node:crypto'
import { linkSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import type { PageAssets } from '../head.ts'
import { doPageJob } from './page-job.ts'
import type { Chromes, PageJob, RenderPage } from './page-job.ts'

/** What every page of a build has in common. */
export interface RenderSetting {
  /** Module that exports `renderPage`, as a file address. */
  renderer: string
  chromes: Chromes
  assets: PageAssets
}

/** A job, where its page is kept, and where it is wanted. */
export interface RenderTask {
  job: PageJob
  kept: string
  target: string
}

export interface RenderedPage {
  path: string
  bytes: number
  digest: string
  milliseconds: number
}

export type RenderAnswer = { pages: RenderedPage[] } | { fault: string }

const { renderer, ...setting } = workerData as RenderSetting // the pool starts this thread
const { renderPage } = (await import(renderer)) as { renderPage: RenderPage } // made by VitePress

parentPort?.on('message', (tasks: RenderTask[]) => {
  void answer(tasks).then((said) => parentPort?.postMessage(said))
})

async function answer(tasks: RenderTask[]): Promise<RenderAnswer> {
  const pages: RenderedPage[] = []
  for (const task of tasks)
    try {
      pages.push(await render(task))
    } catch (error) {
      const reason = error instanceof Error ? (error.stack ?? error.message) : String(error)
      return { fault: `${task.job.path}: ${reason}` }
    }
  return { pages }
}

async function render({ job, kept, target }: RenderTask): Promise<RenderedPage> {
  const start = performance.now()
  const html = await doPageJob(job, { ...setting, renderPage })
  const bytes = Buffer.from(html)
  mkdirSync(dirname(kept), { recursive: true })
  writeFileSync(kept, bytes)
  mkdirSync(dirname(target), { recursive: true })
  linkSync(kept, target)
  return {
    path: job.path,
    bytes: bytes.length,
    digest: hash('sha256', bytes, 'base64url'),
    milliseconds: performance.now() - start,
  }
}
