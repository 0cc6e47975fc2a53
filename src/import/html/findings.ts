import type { ImportFinding } from '../blocks.ts'
import type { HtmlReader } from './blocks.ts'

/** What reading an article left out or changed, each kind with its count and its texts. */
export function readingFindings(
  reader: HtmlReader,
  { hidden, ornaments }: { hidden: readonly string[]; ornaments: readonly string[] },
): ImportFinding[] {
  const { counts, left, backgrounds, drawn } = reader
  const named = (reason: string) =>
    left.filter((one) => one.reason === reason).map(({ name }) => name)
  const [large, small] = [named('large'), named('ornament')]
  const behind = [...new Set(backgrounds)]
  const lost = (count: number, message: string, texts?: readonly string[]): ImportFinding[] =>
    count === 0 ? [] : [{ kind: 'lost', message, ...(texts ? { text: texts.join('\n') } : {}) }]
  return [
    ...lost(hidden.length, `页面上看不见的${hidden.length}处文字没有放进草稿。`, hidden),
    ...lost(drawn.length, `图形里的${drawn.length}处文字没有放进草稿。`, drawn),
    ...lost(
      behind.length,
      `衬在文字下面或放在图形里的${behind.length}张图片没有放进草稿。`,
      behind,
    ),
    ...lost(large.length, `${large.length}张图片超过 20 MB，没有放进草稿：先压缩。`, large),
    ...lost(small.length, `${small.length}张不到 40 像素的小图像是装饰，没有放进草稿。`, small),
    ...lost(ornaments.length, `标题上面的${ornaments.length}个装饰序号没有放进草稿。`, [
      ornaments.join(' '),
    ]),
    ...lost(counts.rules, `${counts.rules}条分隔线没有放进草稿。`),
    ...changed(
      counts.merged,
      `表格里有${counts.merged}处合并的单元格，内容写在第一格，其余写成空格子，请核对。`,
    ),
    ...changed(
      counts.scripts,
      `${counts.scripts}处上标或下标写成了 ² ₂ 这样的字符，请核对，没有放进事实里的数字。`,
    ),
  ]
}

function changed(count: number, message: string): ImportFinding[] {
  return count === 0 ? [] : [{ kind: 'guessed', message }]
}
