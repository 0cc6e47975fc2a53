import { isEditable } from '../reading/prose/passage.ts'
import { proseRule } from '../engine/prose-rule.ts'
import type { Flaw } from '../engine/prose-rule.ts'
import { touching } from '../reading/prose/spans.ts'
import { bylinesIn } from '../reading/wording/bylines.ts'

const pattern =
  /(?<=[\p{sc=Han}，。、；：？！“”‘’（）《》〈〉…—]) +(?=[\p{sc=Han}A-Za-z0-9，。、；：？！“”‘’（）《》〈〉…—])|(?<=[A-Za-z0-9%]) +(?=[\p{sc=Han}，。、；：？！“”‘’（）《》〈〉…—])/gu

export const chineseRunsWithoutSpaces = proseRule({
  id: 'chinese-runs-without-spaces',
  summary: '汉字之间、汉字与数字和字母之间不敲空格。',
  severity: 'warning',
  spares: 'quotations',
  trace: / /,
  *find(passage): Generator<Flaw> {
    const { text } = passage
    const bylines = bylinesIn(text)
    for (const { 0: found, index } of text.matchAll(pattern)) {
      const [from, to] = [index, index + found.length]
      // Beside a mark the space may be what keeps `**甲。** 乙` bold.
      if (!isEditable(passage, from - 1, to + 1) || touching(bylines, from, to)) continue
      const [before, after] = [text.charAt(from - 1), text.charAt(to)]
      const flaw = { from, to, message: `“${before}”和“${after}”之间敲了空格。` }
      const words = /\p{sc=Han}{2}/u.test(before + after)
      if (words) yield { ...flaw, hint: '删去空格；要分开两个词，用顿号、逗号或“·”。' }
      else yield { ...flaw, hint: '删去空格：该有的空隙由页面排版自动留出。', mended: '' }
    }
  },
})
