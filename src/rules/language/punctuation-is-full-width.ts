import { each, proseRule } from '../engine/prose-rule.ts'

const full: Record<string, string> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '!': '！',
  '?': '？',
  '.': '。',
}

/** A run of half-width marks that touches Chinese text; a point only where a sentence ends. */
const pattern =
  /(?:(?<=[\p{sc=Han}”’》〉）】」』〕])[,;:!?]+|[,;:!?]+(?= *[\p{sc=Han}“‘《〈（【「『]))(?: +(?=[^\s]))?|(?<=[\p{sc=Han}”’》〉）】」』〕])\.(?![.\w/])/gu

export const punctuationIsFullWidth = proseRule({
  id: 'punctuation-is-full-width',
  summary: '中文里的标点用全角。',
  severity: 'warning',
  trace: /[,;:!?.]/,
  find: each(pattern, ({ 0: found, index, input }) => {
    const marks = found.trim()
    const mended = Array.from(marks, (mark) => full[mark] ?? mark).join('')
    const message = `中文里用了半角标点“${marks}”。`
    // Between two words a point may be a misplaced middle dot.
    if (marks === '.' && /\p{sc=Han}/u.test(input.charAt(index + 1)))
      return { message, hint: '句子完了写“。”；外国人名中间写“·”。' }
    return { message, hint: `改成全角的“${mended}”。`, mended }
  }),
})
