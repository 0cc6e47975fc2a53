import { entryRule } from '../engine/rule.ts'

export const personGaveConsent = entryRule({
  id: 'person-gave-consent',
  summary: '凭本人同意写的人，有自己的同意书编号。',
  severity: 'error',
  collections: ['people'],
  silenceable: false,
  *check({ entry }) {
    const { consent, consent_record: record, title } = entry.data
    if (consent !== 'given' || (record && /\d/.test(record))) return
    yield {
      at: { field: 'consent' },
      message: `“${title}”凭本人同意写，没有同意书编号。`,
      hint: '在 consent_record 写归档的同意书编号，例如 2026-013；还没有签的，先标为草稿。',
    }
  },
})
