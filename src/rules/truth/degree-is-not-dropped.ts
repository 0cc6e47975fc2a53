import { spanIn } from '../reading/prose/passage.ts'
import type { ProsePassage } from '../reading/prose/passage.ts'
import { entryRule } from '../engine/rule.ts'
import { claims, isRole } from '../reading/wording/degrees.ts'
import { namesTheBody, references } from '../reading/wording/fact-reference.ts'
import { sentencesOf } from '../reading/wording/sentences.ts'

export const degreeIsNotDropped = entryRule({
  id: 'degree-is-not-dropped',
  summary: '来源写的“共有”“先后”“唯一”“牵头”一类的词，第一次引用时写出来。',
  severity: 'error',
  *check(context) {
    const known = context.share(references)
    const met = new Set<string>()
    let before: ProsePassage | undefined
    let last: ProsePassage | undefined
    for (const { passage, from, to, text, facts } of sentencesOf(context)) {
      if (passage !== last) [before, last] = [last, passage]
      // A list is introduced by the paragraph above it: 打算部分包括：
      const said = `${before?.text ?? ''}\n${passage.text}`
      for (const id of facts) {
        const reference = known.get(id)
        if (!reference || met.has(id)) continue
        met.add(id)
        for (const claim of reference.binding) {
          if (claims(said, claim)) continue
          if (isRole(claim) && !namesTheBody(text, reference, claim)) continue
          yield {
            at: { span: spanIn(passage, from, to) },
            message: `这一句引用事实 ${id}，少了来源的“${claim.word}”。`,
            hint: '照来源写出这个词；这里只说事实的另一半的，先在别处把它说全。',
          }
        }
      }
    }
  },
})
