import { missingPackages } from '../optional-packages.ts'
import { madeTogether } from './made-together.ts'
import type { Step } from './step.ts'

export const writeBrowserEditor: Step = {
  name: '浏览器编辑器',
  async run(build) {
    const { library, outward, output } = build
    if (!library.site.admin) return { count: 0, unit: '个' }
    const missing = missingPackages('site.yaml 写了 admin，浏览器编辑器', ['@sveltia/cms', 'vite'])
    if (missing) {
      console.error(missing)
      return 'failed'
    }
    const { reused } = await madeTogether(build, { name: 'admin', of: outward.name }, async () => {
      // Few portals have it, and its bundler takes long to load.
      const { writeAdmin } = await import('../shell/browser-editor/build.ts')
      await writeAdmin(outward.library, output.folder)
      return output.list().filter(({ path }) => path.startsWith('admin/'))
    })
    return { count: 1, unit: '个', reused: reused > 0 ? 1 : 0 }
  },
}
