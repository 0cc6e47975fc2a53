import { writeAdmin } from '../admin/build.ts'
import type { Step } from './step.ts'

export const writeBrowserEditor: Step = {
  name: '浏览器编辑器',
  async run({ library, output }) {
    if (!library.site.admin) return { count: 0, unit: '个' }
    await writeAdmin(library, output.folder)
    return { count: 1, unit: '个' }
  },
}
