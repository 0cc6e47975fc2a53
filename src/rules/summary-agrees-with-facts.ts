import { supportById, supportFor } from './figures/claims.ts'
import { citedFacts } from './figures/cited.ts'
import { datesIn } from './figures/dates.ts'
import { unsupportedIn } from './figures/stated.ts'
import { statedFigures } from './figures/support.ts'
import type { Support } from './figures/support.ts'
import { entryRule } from './rule.ts'

/** Fields that speak for the page where its notes cannot be seen. */
const fields = new Set<string | number>([
  ...['title', 'short', 'summary', 'keys', 'intro', 'role', 'honours', 'life'],
  ...['aim', 'questions', 'figures'],
])

export const summaryAgreesWithFacts = entryRule({
  id: 'summary-agrees-with-facts',
  summary: '标题、摘要和要点里的数字和日期，正文引用的事实里都有。',
  area: 'truth',
  severity: 'error',
  collections: ['cases', 'videos', 'people', 'packs', 'organizations', 'charts'],
  *check({ entry, prose, share }) {
    let support: Support | undefined
    for (const passage of prose(entry)) {
      if (passage.kind !== 'field' || !fields.has(passage.field?.[0] ?? '')) continue
      if (statedFigures(passage.text).length + datesIn(passage.text).length === 0) continue
      support ??= supportFor(citedFacts([entry]), share(supportById))
      if (!support) return
      yield* unsupportedIn({
        passage,
        support,
        source: '正文引用的事实',
        dateHint: '照事实改；日期另有出处的，先在正文里引用那个事实。',
      })
    }
  },
})
