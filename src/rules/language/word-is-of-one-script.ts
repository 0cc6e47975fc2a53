import { textRule } from '../engine/rule.ts'
import { codePoint } from '../reading/text-characters.ts'

/** Cyrillic letters and the Greek ones that look like Latin: `μm` and `kΩ` are units. */
const foreign = '\\p{sc=Cyrillic}ΑΒΕΖΗΙΚΜΝΟΡΤΥΧονρυ'
const mixed = new RegExp(
  `[A-Za-z][A-Za-z${foreign}]{0,40}?[${foreign}]|[${foreign}]{1,40}[A-Za-z]`,
  'gu',
)

export const wordIsOfOneScript = textRule({
  id: 'word-is-of-one-script',
  summary: '一个词里的字母来自同一种文字。',
  severity: 'error',
  *check({ text }) {
    if (!/[\u0370-\u052f]/.test(text)) return
    for (const { 0: found, index } of text.matchAll(mixed)) {
      const letter = Array.from(found).find((each) => /[^A-Za-z]/.test(each)) ?? ''
      yield {
        at: { span: [index, index + found.length] },
        message: `“${found}”里的“${letter}”不是英文字母（${codePoint(letter)}）。`,
        hint: '用键盘重新输入这个词：样子相同的外文字母搜不到，也可能是冒充的网址。',
      }
    }
  },
})
