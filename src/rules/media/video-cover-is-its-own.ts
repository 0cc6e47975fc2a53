import { factsOf } from '../../content/film-timeline.ts'
import type { Library } from '../../content/library.ts'
import { numeralOf } from '../../model/figures.ts'
import { entryRule } from '../engine/rule.ts'

export const videoCoverIsItsOwn = entryRule({
  id: 'video-cover-is-its-own',
  summary: '视频封面上的数，是它引用过的事实里的，别的视频没有用。',
  severity: 'error',
  collections: ['videos'],
  *check({ entry, library, share }) {
    const { cover_fact: cover } = entry.data
    if (cover === undefined) return
    const at = { field: ['cover_fact'] }
    const fact = library.facts.get(cover)?.fact
    if (!fact || !numeralOf(fact))
      yield {
        at,
        message: `封面的事实 ${cover} 没有，或者没有数字。`,
        hint: '换一条带数字的事实。',
      }
    else if (!cites(entry, cover, library))
      yield {
        at,
        message: `封面用了事实 ${cover}，正文和短片都没有引用。`,
        hint: '换一条引用过的，或者在正文里写到它。',
      }
    const others = share(coversByFact).get(cover) ?? []
    const other = others.find((path) => path !== entry.path)
    if (other)
      yield { at, message: `封面和 ${other} 用的是同一条事实。`, hint: '各用各的，读者才分得清。' }
  },
})

function cites(entry: Library['entries'][number], fact: string, { storyboards }: Library): boolean {
  const storyboard = storyboards.get(entry.slug)
  return [
    ...entry.body.citations.map((one) => one.fact),
    ...(storyboard ? factsOf(storyboard.data) : []),
  ].includes(fact)
}

function coversByFact({ entries }: Library): Map<string, string[]> {
  const covers = new Map<string, string[]>()
  for (const entry of entries) {
    const fact = entry.collection === 'videos' ? entry.data.cover_fact : undefined
    if (fact) covers.set(fact, [...(covers.get(fact) ?? []), entry.path])
  }
  return covers
}
