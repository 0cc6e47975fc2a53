import { sourceRule } from '../engine/rule.ts'

export const sourceDatesAreInOrder = sourceRule({
  id: 'source-dates-are-in-order',
  summary: '来源先发布、后阅读，事实的时点不晚于发布。',
  severity: 'error',
  *check({ source: { data }, today }) {
    const { published, accessed } = data
    if (isAfter(accessed, today))
      yield {
        at: { field: 'accessed' },
        message: `阅读日期 ${accessed} 还没有到。`,
        hint: '写真正读到来源的那一天。',
      }
    if (published === null) return
    if (isAfter(published, accessed))
      yield {
        at: { field: 'published' },
        message: `发布日期 ${published} 晚于阅读日期 ${accessed}。`,
        hint: '改正其中写错的一个。',
      }
    for (const [index, { id, as_of: asOf }] of data.facts.entries())
      if (asOf && asOf !== 'undated' && isAfter(asOf, published))
        yield {
          at: { field: ['facts', index, 'as_of'] },
          message: `事实 ${id} 的时点 ${asOf} 晚于来源的发布日期 ${published}。`,
          hint: '报道写不了以后的事：改正时点，或改正发布日期。',
        }
  },
})

/** Dates are compared as far as both go: 2021-09 is not after 2021-09-13. */
function isAfter(a: string, b: string): boolean {
  const length = Math.min(a.length, b.length)
  return a.slice(0, length) > b.slice(0, length)
}
