import { entryRule } from '../engine/rule.ts'
import { references } from '../reading/wording/fact-reference.ts'
import { quotedIn, sentencesOf } from '../reading/wording/sentences.ts'
import { spanIn } from '../reading/prose/passage.ts'

/** What introduces words that somebody said or wrote. */
const saying = /(?:说|说过|写下|写道|回答|告诉[^，。“]{1,8}|问|谈到[^。“]{0,10})[:：，]?$/
/** Shorter ones are names and terms. */
const leastLetters = 6

export const personIsQuotedAsPrinted = entryRule({
  id: 'person-is-quoted-as-printed',
  summary: '引号里的原话，引用的事实在原文用词里一字不差地抄着。',
  severity: 'error',
  collections: ['people'],
  *check(context) {
    const known = context.share(references)
    for (const sentence of sentencesOf(context)) {
      const { passage, from, text, facts } = sentence
      const words = facts.flatMap((id) => known.get(id)?.fact.words ?? []).join('')
      for (const [start, end] of quotedIn(sentence)) {
        if (start < 0 || end > text.length) continue
        const quotation = text.slice(start, end)
        const before = text.slice(0, start - 1)
        if (letters(quotation).length < leastLetters || !saying.test(before)) continue
        if (letters(words).includes(letters(quotation))) continue
        yield {
          at: { span: spanIn(passage, from + start, from + end) },
          message:
            facts.length === 0
              ? '引了原话，没有标出处。'
              : `原话“${quotation}”不在事实 ${facts.join('、')} 的原文用词里。`,
          hint: '照印的抄进那条事实的 words，再照着引；没有读到原话的，用自己的话转述，不加引号。',
        }
      }
    }
  },
})

function letters(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '')
}
