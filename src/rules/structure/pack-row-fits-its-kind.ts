import { isPublished } from '../../content/library.ts'
import type { Entry, Library } from '../../content/library.ts'
import { entryAt } from '../../pages/links.ts'
import type { AgendaRow } from '../../model/packs.ts'
import { entryRule } from '../engine/rule.ts'

export const packRowFitsItsKind = entryRule({
  id: 'pack-row-fits-its-kind',
  summary: '学习项有条目，观看项有视频，自测项有带题的课时。',
  severity: 'error',
  collections: ['packs'],
  *check({ entry, library }) {
    if (!isPublished(entry)) return
    for (const [index, row] of entry.data.agenda.entries()) {
      const lack = lackOf(row, library)
      if (lack) yield { at: { field: ['agenda', index, 'kind'] }, ...lack }
    }
  },
})

/** What a row of its kind needs and has not; entries that do not exist have their own rule. */
function lackOf(
  { kind, title, entries }: AgendaRow,
  library: Library,
): { message: string; hint: string } | undefined {
  const named = entries.flatMap((path) => entryAt(library, path) ?? [])
  if (named.length < entries.length) return undefined
  if (kind === '学习' && named.length === 0)
    return {
      message: `学习项“${title}”没有写学哪一篇。`,
      hint: '在 entries 里写站内地址，例如 entries: [/cases/hangzhou]。',
    }
  if (kind === '观看' && !named.some(({ collection }) => collection === 'videos'))
    return {
      message: `观看项“${title}”没有视频。`,
      hint: '在 entries 里写一部视频，例如 entries: [/videos/know-the-base]；没有视频的改成“学习”。',
    }
  if (kind === '自测' && !named.some(hasQuiz))
    return {
      message: `自测项“${title}”没有带自测题的课时。`,
      hint: '在 entries 里写一课有 quiz 的，例如 entries: [/training/read-a-case/know-the-base]。',
    }
  return undefined
}

function hasQuiz(entry: Entry): boolean {
  return entry.collection === 'lessons' && entry.data.quiz.length > 0
}
