import type { Entry } from '../../content/library.ts'
import type { ProsePassage } from '../reading/prose/passage.ts'
import { entryRule } from '../engine/rule.ts'

export const correctionChangesThePage = entryRule({
  id: 'correction-changes-the-page',
  summary: '更正前后写得不一样，页面上已经是更正后的写法。',
  severity: 'error',
  *check({ entry, prose }) {
    const { corrections } = entry.data
    if (corrections.length === 0) return
    const page = shownText(entry, prose(entry))
    for (const [index, { was, now }] of corrections.entries()) {
      const isUndone = corrections.slice(index + 1).some((later) => later.now.includes(was))
      if (was === now)
        yield {
          at: { field: ['corrections', index, 'now'] },
          message: '更正前后写得一样。',
          hint: '写清原来是什么、现在是什么。',
        }
      else if (was.length >= 4 && page.includes(was) && !now.includes(was) && !isUndone)
        yield {
          at: { field: ['corrections', index, 'was'] },
          message: `说是更正了，页面上还有“${was.slice(0, 40)}”。`,
          hint: '把正文、摘要和要点里的都改过来。',
        }
    }
  },
})

/** What readers see besides the record of corrections. */
function shownText({ data }: Entry, passages: readonly ProsePassage[]): string {
  const texts = passages.filter(({ field }) => field?.[0] !== 'corrections')
  return [data.title, ...texts.map(({ text }) => text)].join('\n')
}
