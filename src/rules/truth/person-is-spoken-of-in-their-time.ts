import { spanIn } from '../reading/prose/passage.ts'
import { entryRule } from '../engine/rule.ts'

/** What says that a thing is so now. */
const present =
  /现任|现为|目前|现在|如今|至今|眼下|仍然?(?:在|是|每|坚持|从事)|仍旧|依然在|正在|还在|今年/
/** Posts of those who have left them. */
const inPost = /现任|现为|在岗|在职|仍(?:任|是|在岗|在职)|目前(?:任|是|担任)/

export const personIsSpokenOfInTheirTime = entryRule({
  id: 'person-is-spoken-of-in-their-time',
  summary: '去世的人不用现在时，退休的人不写成在岗。',
  severity: 'error',
  collections: ['people'],
  *check({ entry, prose }) {
    const { deceased, retired, role, title } = entry.data
    if (deceased && !/^(?:生前|曾|原)/.test(role.text))
      yield {
        at: { field: ['role', 'text'] },
        message: '去世的人，身份写成了现在的。',
        hint: '以“生前”开头，例如“生前是……教授”。',
      }
    // 某某是教授 speaks of the living; of the dead it is 生前是 or 曾是.
    const words = deceased
      ? new RegExp(`${present.source}|(?<=${title})是`)
      : retired
        ? inPost
        : undefined
    if (!words) return
    const standing = deceased ? '去世' : '退休'
    // He, she or the name as the one who does: not 他的学生, not 他们.
    const subject = new RegExp(`(?:他|她|${title})(?![的们等和])`)
    for (const passage of prose(entry)) {
      if (passage.field?.[0] === 'discussion') continue
      for (const { 0: sentence, index } of passage.text.matchAll(/[^。！？；\n]+/g)) {
        const found = words.exec(clauseOf(sentence, subject, passage.field !== undefined))
        if (!found) continue
        const from = index + sentence.indexOf(found[0])
        yield {
          at: { span: spanIn(passage, from, from + found[0].length) },
          message: `${title}已经${standing}，这里写成了现在：“${found[0]}”。`,
          hint: '写明哪年哪月、报道刊发时怎样；后来的人做的事，写清是谁。',
        }
      }
    }
  },
})

/** What a sentence says of its subject; a field without one is about the person. */
function clauseOf(sentence: string, subject: RegExp, isField: boolean): string {
  const clauses = sentence.split('，')
  const first = clauses.findIndex((clause) => subject.test(clause))
  if (first < 0) return isField ? sentence : ''
  // A clause with a subject of its own is about somebody else: 学生们如今….
  return clauses
    .slice(first)
    .filter(
      (clause) =>
        subject.test(clause) ||
        !/^(?:[\p{Script=Han}“”]{1,12}(?:们|人|村|队|校|后辈|青年))/u.test(clause),
    )
    .join('，')
}
