import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { hash } from 'node:crypto'
import { availableParallelism } from 'node:os'
import { sitePages } from '../../src/pages/site-map.ts'
import { headsOf } from '../head.ts'
import { readHandbook } from '../portal.ts'
import { chromesOf, fileOf, jobOf, withoutBodies } from './page-job.ts'
import { openPool } from './pool.ts'
import type { RenderAnswer, RenderSetting, RenderTask } from './render-worker.ts'
import { openShell } from './shell.ts'
import type { Build, Step } from './step.ts'

/** Pages a thread is handed at a time. */
const batch = 24

/**
 * Pages. VitePress builds the shell; every page is rendered by the same components outside its
 * bundler, in threads, and only where something it is made from has changed.
 */
export const renderPages: Step = {
  name: '渲染页面',
  async run(build) {
    const { library, folder, store, program, options } = build
    const shell = await openShell(program, library.site.base, options.force)
    cpSync(shell.site, folder, { recursive: true })
    const light = withoutBodies(library)
    const pages = sitePages(light, { handbook: readHandbook() })
    const head = headsOf(light)
    const setting: RenderSetting = { ...shell, chromes: chromesOf(light, pages) }
    const around = hash('sha256', JSON.stringify([program, [...setting.chromes], shell.assets]))
    const pool = openPool<RenderTask, RenderAnswer>('render-worker', {
      threads: Math.min(4, availableParallelism()),
      data: setting,
      settle: (answer) => noteAll(build, answer, keys),
    })
    const keys = new Map<string, string>()
    let reused = 0
    let tasks: RenderTask[] = []
    try {
      for (const page of pages) {
        const job = jobOf(light, page, head(page))
        const key = hash('sha256', around + JSON.stringify(job))
        const target = join(folder, fileOf(page.path))
        keys.set(page.path, key)
        if (store.place(key, target)) reused++
        else tasks.push({ job, kept: store.clear(key), target })
        if (tasks.length < batch) continue
        await pool.give(tasks)
        tasks = []
      }
      if (tasks.length > 0) await pool.give(tasks)
      await pool.finish()
    } finally {
      await pool.abandon()
    }
    return { count: pages.length, unit: '页', reused }
  },
}

function noteAll({ store }: Build, answer: RenderAnswer, keys: Map<string, string>): void {
  if ('fault' in answer) throw new Error(answer.fault)
  for (const { path, bytes, digest } of answer.pages)
    store.note(keys.get(path) ?? '', { bytes, digest })
}
