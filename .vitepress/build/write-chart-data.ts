import { chartFiles } from '../chart-data.ts'
import type { Step } from './step.ts'

export const writeChartData: Step = {
  name: '图表的数据',
  run({ library, output }) {
    const files = [...chartFiles(library)]
    for (const { name, text } of files) output.write(name, text)
    return { count: files.length, unit: '个文件' }
  },
}
