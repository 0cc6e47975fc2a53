import { isPublished } from '../../content/library.ts'
import type { AgendaKind } from '../../model/agenda.ts'
import { entryRule } from '../engine/rule.ts'

/** What no branch meeting of the portal goes without. */
const needed: readonly AgendaKind[] = ['签到', '学习', '讨论', '布置']

export const packHasNeededKinds = entryRule({
  id: 'pack-has-needed-kinds',
  summary: `学习包里${needed.join('、')}各至少有一项。`,
  severity: 'error',
  collections: ['packs'],
  *check({ entry }) {
    if (!isPublished(entry)) return
    const { agenda } = entry.data
    const missing = needed.filter((kind) => !agenda.some((row) => row.kind === kind))
    if (missing.length === 0) return
    yield {
      at: { field: 'agenda' },
      message: `议程里没有${missing.map((kind) => `“${kind}”`).join('、')}。`,
      hint: `加上 kind: ${missing[0]} 的一项，从别的项里匀出分钟。`,
    }
  },
})
