import { rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Step } from './step.ts'

/** Pages, styles and islands, all by VitePress: the way of development, and the measure of the fast one. */
export const renderByVitePress: Step = {
  name: '渲染页面',
  async run({ library, output: { folder } }) {
    const { build } = await import('vitepress')
    process.env.PORTAL_BASE = library.site.base
    if (library.site.url) process.env.PORTAL_URL = library.site.url
    let count = 0
    await build('.', {
      outDir: folder,
      onAfterConfigResolve(config) {
        config.tempDir = resolve('.vitepress/.temp', String(process.pid))
        count = config.pages.length
      },
    })
    for (const leftover of ['hashmap.json', 'package.json'])
      rmSync(join(folder, leftover), { force: true })
    return { count, unit: '页', reused: 0 }
  },
}
