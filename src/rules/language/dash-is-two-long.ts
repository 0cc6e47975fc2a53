import { each, proseRule } from '../engine/prose-rule.ts'

/** A dash between words, typed as something else; one em dash alone may join two names. */
const typed = '(?<!-)-{2,}(?!-)|[─―–－ー]{2,}|—{3,}|[─―](?=\\p{sc=Han})|(?<!—)—-+|-+—(?!—)'
/** A clause goes on with such a word, a name does not begin with one: 中国—东盟 is joined by one em dash. */
const alone = '(?<=\\p{sc=Han}{5})—(?=[再才就都也不是这那把让并而即先还没更却则])'
const pattern = new RegExp(`(?<=[\\p{sc=Han}”’》）])(?:${typed})|(?<!—)(?:${alone})(?!—)`, 'gu')

export const dashIsTwoLong = proseRule({
  id: 'dash-is-two-long',
  summary: '破折号写成“——”，占两个字的位置。',
  severity: 'warning',
  trace: /--|[─―–－ー—]/,
  find: each(pattern, ({ 0: found }) =>
    found === '—'
      ? {
          message: '破折号只写了一半。',
          hint: '写成“——”：中文输入法下按 Shift+减号；表示起止的，写“从……到……”。',
        }
      : {
          message: `破折号写成了“${found.slice(0, 8)}”。`,
          hint: '写成“——”：中文输入法下按 Shift+减号。',
          mended: '——',
        },
  ),
})
