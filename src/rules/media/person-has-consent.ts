import { entryRule } from '../engine/rule.ts'

export const personHasConsent = entryRule({
  id: 'person-has-consent',
  summary: '每位署名的出镜人都有自己的同意书编号。',
  severity: 'error',
  collections: ['videos'],
  silenceable: false,
  *check({ entry }) {
    const seen = new Map<string, string>()
    for (const [index, { name, consent }] of entry.data.people.entries()) {
      const at = { field: ['people', index, 'consent'] }
      const other = seen.get(consent)
      if (!/\d/.test(consent))
        yield {
          at,
          message: `“${name}”的同意书编号“${consent}”不是编号。`,
          hint: '写归档的同意书编号，例如 2026-013；还没有签的，先不写这个人。',
        }
      else if (other !== undefined && other !== name)
        yield {
          at,
          message: `“${name}”和“${other}”写了同一份同意书 ${consent}。`,
          hint: '每人一份同意书，写各自的编号。',
        }
      seen.set(consent, other ?? name)
    }
  },
})
