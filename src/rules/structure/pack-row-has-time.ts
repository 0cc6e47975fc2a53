import { isPublished } from '../../content/library.ts'
import { entryAt } from '../../pages/links.ts'
import { rowNeeds } from '../../pages/pack-time.ts'
import { entryRule } from '../engine/rule.ts'

export const packRowHasTime = entryRule({
  id: 'pack-row-has-time',
  summary: '议程每一项的分钟，够读完、放完、做完里面的各篇。',
  severity: 'error',
  collections: ['packs'],
  *check({ entry, library }) {
    if (!isPublished(entry)) return
    for (const [index, row] of entry.data.agenda.entries()) {
      const needs = rowNeeds(
        row.kind,
        row.entries.flatMap((path) => entryAt(library, path) ?? []),
      )
      if (needs <= row.minutes) continue
      yield {
        at: { field: ['agenda', index, 'minutes'] },
        message: `“${row.title}”排了${row.minutes}分钟，里面的各篇要${needs}分钟。`,
        hint: `至少写 ${needs}，或少放一篇。`,
      }
    }
  },
})
