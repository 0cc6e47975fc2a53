import { hash } from 'node:crypto'
import { join } from 'node:path'
import { filesBelow } from '../../src/release/manifest.ts'
import { headsOf } from './page-head.ts'
import type { PageAssets } from './page-head.ts'
import {
  loadedBy,
  overBudget,
  packedSize,
  safeSize,
  scriptsOverBudget,
  weightOf,
} from './budgets.ts'
import { chromesOf, fileOf, jobOf } from './page-job.ts'
import type { PageJob } from './page-job.ts'
import { PageKeys } from './page-keys.ts'
import type { RenderSetting, RenderTask } from './render-batch.ts'
import { isOfShard } from './shard.ts'
import type { Build, Slow, Step } from './step.ts'

/** Pages a thread is handed at a time. */
const batch = 24
/** Pages over budget that are named. */
const most = 20

/**
 * Pages, rendered by the components VitePress would render them by, outside any bundler, in threads,
 * and only where something a page is made from has changed.
 */
export const renderPages: Step = {
  name: '渲染页面',
  async run(build) {
    const { library, output, program } = build
    const shell = await build.shell()
    for (const path of filesBelow(shell.site)) output.copy(path, join(shell.site, path))
    const { renderer, assets } = shell
    const chromes = chromesOf(library)
    const name = hash('sha256', JSON.stringify([program, [...chromes], assets]))
    const setting: RenderSetting = { name, renderer, assets, chromes }
    const names = new PageKeys(build, name)
    const rendering = new Rendering(build, setting)
    const prepare = preparing(build, setting)
    const paths = names.paths() ?? pathsOf(build)
    const keys = new Map<string, string>()
    for (const path of paths) {
      let key = names.known(path)
      if (!key || !rendering.reuse(path, key)) {
        const prepared = prepare(path)
        key = prepared.key
        names.note(path, key, prepared.job.of)
        if (!rendering.reuse(path, key)) await rendering.add(key, prepared.job)
      }
      keys.set(path, key)
    }
    await rendering.finish()
    names.close()
    const faults = budgetFaults(build, assets, keys)
    if (faults.length > 0) {
      console.error(`超过了site.yaml里budgets的上限：\n${faults.slice(0, most).join('\n')}`)
      return 'failed'
    }
    const { reused, slowest } = rendering
    return { count: paths.length, unit: '页', reused, slowest }
  },
}

/** Paths of the pages that are this build's to make. */
function pathsOf({ outward, options }: Build): string[] {
  return outward.pages.filter((_, place) => isOfShard(place, options.shard)).map(({ path }) => path)
}

/** Prepares pages; what all of them need is made for the first. */
function preparing(
  { library, outward }: Build,
  { name }: RenderSetting,
): (path: string) => { job: PageJob; key: string } {
  let head: ReturnType<typeof headsOf> | undefined
  return (path) => {
    const page = outward.pageAt(path)
    if (!page) throw new Error(`no page at ${path}`)
    head ??= headsOf(outward.library)
    const job = jobOf(library, page, head(page))
    return { job, key: hash('sha256', name + JSON.stringify(job)) }
  }
}

/** What is over its budget; only a page that could be is packed to find out. */
function budgetFaults(
  { library, output, store }: Build,
  assets: PageAssets,
  keys: ReadonlyMap<string, string>,
): string[] {
  const { budgets, base } = library.site
  const loaded = loadedBy(assets, output, base)
  const safe = safeSize(loaded, budgets.page)
  const weights = [...keys].flatMap(([path, key]) => {
    if ((store.get(key)?.bytes ?? 0) <= safe) return []
    const file = fileOf(path)
    const page = output.read(file)
    const packed = store.packedSize(key, () => packedSize(page))
    return weightOf(file, { html: page.toString(), packed }, loaded)
  })
  return [...scriptsOverBudget(loaded, budgets.script), ...overBudget(weights, budgets.page)]
}

/** Hands pages to threads as they are ready for them. */
class Rendering {
  /** The pages that took longest, longest first. */
  slowest: Slow[] = []
  /** Pages that were there already. */
  reused = 0
  private keys: string[] = []
  private tasks: RenderTask[] = []
  private failure: Error | undefined
  private readonly running = new Set<Promise<void>>()

  constructor(
    private readonly build: Build,
    private readonly setting: RenderSetting,
  ) {}

  /** Put a kept page in the output; false when there is none. */
  reuse(path: string, key: string): boolean {
    const { store, output } = this.build
    if (!store.place(key, fileOf(path), output)) return false
    this.reused++
    return true
  }

  async add(key: string, job: PageJob): Promise<void> {
    this.keys.push(key)
    this.tasks.push({ job, kept: this.build.store.clear(key) })
    if (this.tasks.length >= batch) await this.send()
  }

  async finish(): Promise<void> {
    if (this.tasks.length > 0) await this.send()
    await Promise.all(this.running)
    if (this.failure) throw this.failure
  }

  private async send(): Promise<void> {
    const { pool, store, output } = this.build
    const { keys, tasks, setting } = this
    this.keys = []
    this.tasks = []
    await pool.ready()
    if (this.failure) throw this.failure
    const done = pool
      .run('render', { setting, tasks })
      .then((pages) => {
        for (const [index, page] of pages.entries()) {
          const key = keys[index] ?? ''
          store.note(key, page)
          store.place(key, fileOf(page.path), output)
        }
        const slow = [...this.slowest, ...pages].sort((a, b) => b.milliseconds - a.milliseconds)
        this.slowest = slow.slice(0, 3)
      })
      // Pages that could not be made, or the disk could not take.
      .catch((error: Error) => void (this.failure ??= error))
    this.running.add(done)
    void done.then(() => this.running.delete(done))
  }
}
