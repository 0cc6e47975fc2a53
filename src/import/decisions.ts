import { kindsOf } from '../scaffold/kinds.ts'
import type { NewFile } from '../scaffold/scaffold.ts'
import type { ImportFinding } from './blocks.ts'

/** What to do with the figures that were found in a text and offered as facts. */
export function factFindings(count: number, path: string): ImportFinding[] {
  if (count === 0) return []
  const message = `找到${count}个数字，作为事实列在 ${path}：逐个对照来源，填上时点（as_of）和限定（qualifier），读到原文的删去 verified: false，再在正文的数字后面标 [^事实编号]。`
  return [{ kind: 'decide', message }]
}

/** Fields that the text did not fill, file by file. */
export function gapFindings(files: readonly Pick<NewFile, 'path' | 'text'>[]): ImportFinding[] {
  const titles = new Map(
    kindsOf().flatMap(({ fields }) => fields.map(({ name, title }) => [name, title])),
  )
  return files.flatMap(({ path, text }): ImportFinding[] => {
    const open = [...text.matchAll(/^(\w+):.*(?:【待补|\btodo\b)/gm)].map(([, name = '']) => name)
    if (open.length === 0) return []
    const named = open.map((name) => `${name}（${titles.get(name) ?? name}）`).join('、')
    return [{ kind: 'decide', message: `${path} 里还要补的字段：${named}。` }]
  })
}
