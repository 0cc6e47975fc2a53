import { kindsOf } from '../scaffold/kinds.ts'
import type { NewFile } from '../scaffold/scaffold.ts'
import type { Block, ImportFinding } from './blocks.ts'
import type { factsIn } from './facts.ts'

/** What to do with the figures that were found in a text and offered as facts. */
export function factFindings(
  { facts, doubtful, omitted }: ReturnType<typeof factsIn>,
  cited: number,
  path: string,
): ImportFinding[] {
  const findings: ImportFinding[] = []
  if (facts.length > 0) {
    const message = `找到${facts.length}个数字，作为事实列在 ${path}：逐个对照来源，核对时点（as_of）和限定（qualifier），读到原文的删去 verified: false；${toCite(facts.length, cited)}。`
    findings.push({ kind: 'decide', message })
  }
  if (omitted > 0)
    findings.push({ kind: 'decide', message: `数字太多，还有${omitted}个没有列为事实。` })
  if (doubtful.length > 0)
    findings.push({
      kind: 'decide',
      message:
        '这些句子里，有的数字挨着上下标、注释、划掉的、隐藏的或者修订过的字，没有列为事实，请对照原文。',
      text: doubtful.join('\n'),
      repeats: true,
    })
  return findings
}

/** What is still to be done about the marks of facts in the text. */
function toCite(count: number, cited: number): string {
  if (cited === 0) return '再在正文的数字后面标 [^事实编号]'
  const open = count - cited
  const rest = open > 0 ? `，还有${open}个要在数字后面标 [^事实编号]` : ''
  return `正文里已经标了${cited}处引用${rest}`
}

export function summaryFindings(summary: string): ImportFinding[] {
  const message = '摘要取自正文开头，请改成自己的话。'
  return [{ kind: 'guessed', message, text: summary, repeats: true }]
}

/** Words that were struck out and not removed: whether they count is for the editor to say. */
export function strikeFindings(blocks: readonly Block[]): ImportFinding[] {
  const struck = blocks.flatMap(struckIn)
  if (struck.length === 0) return []
  const message = `有${struck.length}处划掉的字，照样放进了草稿，标着删除线。不要的请删去。`
  return [{ kind: 'decide', message, text: struck.join('\n'), repeats: true }]
}

function struckIn(block: Block): string[] {
  if (block.kind === 'table') return block.rows.flat(2).flatMap(struckIn)
  if (block.kind === 'code') return []
  return block.inlines.flatMap((one) =>
    one.kind === 'text' && one.strike && one.text.trim() !== '' ? [one.text] : [],
  )
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
