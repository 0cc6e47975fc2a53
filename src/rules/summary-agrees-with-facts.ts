import { supportById, supportFor } from './figures/claims.ts'
import { citedFacts } from './figures/cited.ts'
import { datesIn, isWithin } from './figures/dates.ts'
import type { WrittenDate } from './figures/dates.ts'
import { faultOf } from './figures/fault.ts'
import type { Figure } from './figures/read.ts'
import { statedFigures } from './figures/support.ts'
import type { Support } from './figures/support.ts'
import { spanIn } from './prose.ts'
import type { Passage } from './prose.ts'
import { entryRule } from './rule.ts'
import type { Finding } from './rule.ts'

/** Fields that speak for the page where its notes cannot be seen. */
const fields = new Set<string | number>(['title', 'short', 'summary', 'keys', 'intro'])

export const summaryAgreesWithFacts = entryRule({
  id: 'summary-agrees-with-facts',
  summary: '标题、摘要和要点里的数字和日期，正文引用的事实里都有。',
  area: 'truth',
  severity: 'error',
  collections: ['cases', 'videos', 'organizations', 'charts'],
  *check({ entry, prose, share }) {
    let support: Support | undefined
    for (const passage of prose(entry)) {
      if (passage.kind !== 'field' || !fields.has(passage.field?.[0] ?? '')) continue
      const [figures, dates] = [statedFigures(passage.text), datesIn(passage.text)]
      if (figures.length + dates.length === 0) continue
      support ??= supportFor(citedFacts([entry]), share(supportById))
      if (!support) return
      yield* faultsIn({ passage, figures, dates }, support)
    }
  },
})

interface Stated {
  passage: Passage
  figures: readonly Figure[]
  dates: readonly WrittenDate[]
}

function* faultsIn({ passage, figures, dates }: Stated, support: Support): Generator<Finding> {
  for (const figure of figures) {
    const fault = faultOf({ figure, support, passage, source: '正文引用的事实' })
    if (fault) yield { at: { span: spanIn(passage, figure.from, figure.to) }, ...fault }
  }
  for (const date of dates) {
    if (support.dates.length === 0 || support.dates.some((given) => isWithin(date, given))) continue
    yield {
      at: { span: spanIn(passage, date.from, date.to) },
      message: `正文引用的事实里没有“${date.text}”这个日期。`,
      hint: '照事实改；日期另有出处的，先在正文里引用那个事实。',
    }
  }
}
