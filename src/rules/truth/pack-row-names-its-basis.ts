import { isPublished } from '../../content/library.ts'
import type { AgendaKind } from '../../model/agenda.ts'
import { entryRule } from '../engine/rule.ts'

/** Rows that a rule of the Party governs, and what an editor may cite. */
const governed: Partial<Record<AgendaKind, string>> = {
  重温誓词: '写党徽党旗条例里写到重温誓词的事实编号',
  表决: '写支部工作条例或发展党员工作细则里写到表决的事实编号',
}

export const packRowNamesItsBasis = entryRule({
  id: 'pack-row-names-its-basis',
  summary: '重温誓词和表决写明依据的事实。',
  severity: 'error',
  collections: ['packs'],
  *check({ entry }) {
    if (!isPublished(entry)) return
    for (const [index, { kind, title, cites }] of entry.data.agenda.entries()) {
      const what = governed[kind]
      if (!what || cites.length > 0) continue
      yield {
        at: { field: ['agenda', index, 'kind'] },
        message: `${kind}项“${title}”没有写依据，主持人不知道照哪一条办。`,
        hint: `在 cites 里${what}，例如 cites: [demo-f01]。`,
      }
    }
  },
})
