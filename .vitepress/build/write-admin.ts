import { writeAdmin } from '../admin/build.ts'
import type { Step } from './step.ts'

export const writeBrowserEditor: Step = {
  name: '浏览器编辑器',
  async run({ library, folder }) {
    if (!library.site.admin) return { count: 0, unit: '个' }
    await writeAdmin(library, folder)
    return { count: 1, unit: '个' }
  },
}
