import type { Step } from './step.ts'

export const writeBrowserEditor: Step = {
  name: '浏览器编辑器',
  async run({ library, output }) {
    if (!library.site.admin) return { count: 0, unit: '个' }
    // Few portals have it, and its bundler takes long to load.
    const { writeAdmin } = await import('../admin/build.ts')
    await writeAdmin(library, output.folder)
    return { count: 1, unit: '个' }
  },
}
