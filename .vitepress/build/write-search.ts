import { searchFiles } from '../search-index.ts'
import type { Step } from './step.ts'

export const writeSearch: Step = {
  name: '建立检索',
  run({ library, write }) {
    let count = 0
    for (const { name, bytes } of searchFiles(library)) {
      write(name, bytes)
      count++
    }
    return { count, unit: '个文件' }
  },
}
