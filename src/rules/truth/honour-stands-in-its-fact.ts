import { citable } from '../../pages/facts.ts'
import { unread } from '../../model/people.ts'
import { isWithin, partsOf } from '../reading/figures/written-dates.ts'
import { supportById, supportFor } from '../reading/figures/claims.ts'
import { entryRule } from '../engine/rule.ts'

/** Names that one body goes by. */
const bodies: Readonly<Record<string, RegExp>> = {
  中共中央: /中共中央|党中央/,
  中央宣传部: /中央宣传部|中宣部/,
  中共中央宣传部: /中央宣传部|中宣部/,
  国家主席令: /主席令/,
}
/** Delegates are elected, not awarded. */
const elected = '当选'

export const honourStandsInItsFact = entryRule({
  id: 'honour-stands-in-its-fact',
  summary: '每项荣誉的名称、授予者和日期，引用的事实里都有；没有读到的写“未读到”。',
  severity: 'error',
  collections: ['people'],
  silenceable: false,
  *check({ entry, library, share }) {
    for (const [index, { name, body, date, cites }] of entry.data.honours.entries()) {
      const facts = cites.flatMap((id) => citable(library, id)?.fact ?? [])
      if (facts.length === 0) continue
      const said = facts.map(({ statement, words }) => [statement, ...words].join('\n')).join('\n')
      const fault = (field: string, what: string) => ({
        at: { field: ['honours', index, field] },
        message: `荣誉的${what}，引用的事实 ${cites.join('、')} 里没有。`,
        hint:
          field === 'name' ? '照来源写名称，引用写着它的事实。' : `来源没有写的，写“${unread}”。`,
      })
      if (!plain(said).includes(core(name))) yield fault('name', `名称“${name}”`)
      if (body !== unread && body !== elected && !(bodies[body] ?? literal(body)).test(said))
        yield fault('body', `授予者“${body}”`)
      const known = supportFor(cites, share(supportById))?.dates ?? []
      if (date !== unread && !known.some((given) => isWithin(partsOf(date), given)))
        yield fault('date', `日期 ${date}`)
    }
  },
})

/** 第六届全国道德模范（敬业奉献） stands in a text as 第六届全国道德模范. */
function core(name: string): string {
  return plain(name.replace(/（.*?）/g, ''))
}

function plain(text: string): string {
  return text.replace(/[“”‘’\s]/g, '')
}

function literal(text: string): RegExp {
  return new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
}
