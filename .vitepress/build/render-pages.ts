import { createHash } from 'node:crypto'
import { rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { build as buildSite } from 'vitepress'
import type { Step } from './step.ts'

/** Pages, styles and islands, by VitePress. */
export const renderPages: Step = {
  name: '渲染页面',
  async run({ options, folder, out }) {
    if (options.base) process.env.PORTAL_BASE = options.base
    let count = 0
    await buildSite('.', {
      outDir: folder,
      onAfterConfigResolve(config) {
        config.tempDir = tempFolder(out)
        count = config.pages.length
      },
    })
    for (const leftover of ['hashmap.json', 'package.json'])
      rmSync(join(folder, leftover), { force: true })
    return { count, unit: '页' }
  },
}

/** Where VitePress renders from: inside the repository, so that its code finds the packages. */
function tempFolder(out: string): string {
  return resolve('.vitepress/.temp', createHash('sha256').update(out).digest('hex').slice(0, 8))
}
