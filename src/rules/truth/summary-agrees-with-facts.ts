import { supportById, supportFor } from '../reading/figures/claims.ts'
import { citedFacts, waitsForReading } from '../reading/figures/cited-figures.ts'
import { datesIn } from '../reading/figures/written-dates.ts'
import { unsupportedIn } from '../reading/figures/unsupported-figures.ts'
import { statedFigures } from '../reading/figures/fact-support.ts'
import type { Support } from '../reading/figures/fact-support.ts'
import { entryRule } from '../engine/rule.ts'

/** Fields that speak for the page where its notes cannot be seen. */
const fields = new Set<string | number>([
  ...['title', 'short', 'summary', 'keys', 'intro', 'role', 'honours', 'life'],
  ...['aim', 'questions', 'figures'],
])

export const summaryAgreesWithFacts = entryRule({
  id: 'summary-agrees-with-facts',
  summary: '标题、摘要和要点里的数字和日期，正文引用的事实里都有。',
  severity: 'error',
  collections: ['cases', 'videos', 'people', 'packs', 'organizations', 'terms', 'charts'],
  *check({ entry, library, prose, share }) {
    if (waitsForReading(entry, library)) return
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
