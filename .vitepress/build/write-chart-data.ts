import { chartFiles } from '../chart-data.ts'
import type { Step } from './step.ts'

export const writeChartData: Step = {
  name: '图表的数据',
  run({ library, write }) {
    const files = [...chartFiles(library)]
    for (const { name, text } of files) write(name, text)
    return { count: files.length, unit: '个文件' }
  },
}
