import { citable } from '../../pages/facts.ts'
import { isWithin, partsOf } from '../reading/figures/written-dates.ts'
import { supportById, supportFor } from '../reading/figures/claims.ts'
import { entryRule } from '../engine/rule.ts'

/** What says that somebody is a member of the Party; 七一勋章 is given to members only. */
const stated = /党员|入党|加入了?中国共产党|加入党组织|七一勋章/

export const membershipStandsInItsFact = entryRule({
  id: 'membership-stands-in-its-fact',
  summary: '党员身份和入党时间，引用的事实里都写明了。',
  severity: 'error',
  collections: ['people'],
  silenceable: false,
  *check({ entry, library, share }) {
    const { since, cites } = entry.data.membership
    const facts = cites.flatMap((id) => citable(library, id)?.fact ?? [])
    if (facts.length === 0) return
    const said = facts.map(({ statement, words }) => [statement, ...words].join('\n')).join('\n')
    if (!stated.test(said))
      yield {
        at: { field: ['membership', 'cites'] },
        message: `引用的事实 ${cites.join('、')} 没有写明是党员。`,
        hint: '引用写着“加入中国共产党”或“中共党员”的事实；来源没有写的，不能放进榜样。',
      }
    const known = supportFor(cites, share(supportById))?.dates ?? []
    if (since && !known.some((given) => isWithin(partsOf(since), given)))
      yield {
        at: { field: ['membership', 'since'] },
        message: `入党时间 ${since}，引用的事实里没有。`,
        hint: '照来源写；没有读到的，删去 since，页面只写“中共党员”。',
      }
  },
})
