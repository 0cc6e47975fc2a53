import { supportById, supportFor } from '../reading/figures/claims.ts'
import { unsupportedIn } from '../reading/figures/unsupported-figures.ts'
import { entryRule } from '../engine/rule.ts'

export const measureAgreesWithFacts = entryRule({
  id: 'measure-agrees-with-facts',
  summary: '举措一行里的数字和日期，它自己引用的事实里都有。',
  severity: 'error',
  collections: ['cases'],
  *check({ entry, prose, share }) {
    const known = share(supportById)
    for (const passage of prose(entry)) {
      const [root, index] = passage.field ?? []
      const measure = root === 'measures' ? entry.data.measures[Number(index)] : undefined
      const support = measure && supportFor(measure.cites, known)
      if (!support) continue
      yield* unsupportedIn({
        passage,
        support,
        source: `事实 ${measure.cites.join('、')} `,
        dateHint: '照事实改；日期另有出处的，把那个事实写进这一项的 cites。',
      })
    }
  },
})
