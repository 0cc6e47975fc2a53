import { isPublished } from '../content/library.ts'
import type { Entry, Library } from '../content/library.ts'
import { collections } from '../model/index.ts'
import { provinceOf } from '../model/regions.ts'
import { entryAt, href } from './links.ts'

/** A card that leads on to another entry, and why it is offered. */
export interface Card {
  href: string
  eyebrow: string
  title: string
  summary: string
}

const weights = { organization: 4, topic: 2, region: 1 }

/** Entries by what they share: built once for a library, asked for each page. */
export class Relations {
  private readonly bySharing = new Map<string, Entry[]>()

  constructor(private readonly library: Library) {
    for (const entry of library.entries.filter(isRelatable))
      for (const { key } of sharings(entry)) {
        const list = this.bySharing.get(key)
        if (list) list.push(entry)
        else this.bySharing.set(key, [entry])
      }
  }

  /** Up to `count` cards: the editor's own choice first, then whatever shares most with the entry. */
  of(entry: Entry, count = 3): Card[] {
    const chosen = entry.data.related
      .flatMap((path) => entryAt(this.library, path) ?? [])
      .filter(isPublished)
    const cards = chosen.map((other) => this.card(other, '编辑推荐'))
    const scores = this.scores(entry)
    for (const taken of chosen) scores.delete(taken)
    const ranked = [...scores].sort(
      ([a, left], [b, right]) => right.score - left.score || order(a, b),
    )
    return [...cards, ...ranked.map(([other, { why }]) => this.card(other, why))].slice(0, count)
  }

  private scores(entry: Entry): Map<Entry, { score: number; why: string }> {
    const scores = new Map<Entry, { score: number; why: string }>()
    for (const { key, weight, why } of sharings(entry)) {
      const sharers = this.bySharing.get(key) ?? []
      // What everybody shares says nothing, and would cost a pass over the portal for each page.
      if (sharers.length > 200) continue
      for (const other of sharers) {
        if (other === entry) continue
        const so = scores.get(other)
        if (so) so.score += weight
        else scores.set(other, { score: weight, why })
      }
    }
    return scores
  }

  private card(entry: Entry, why: string): Card {
    return {
      href: href(this.library, entry.url),
      eyebrow: `${collections[entry.collection].label} · ${why}`,
      title: entry.data.title,
      summary: entry.data.summary,
    }
  }
}

function isRelatable(entry: Entry): boolean {
  return (
    isPublished(entry) &&
    (entry.collection === 'cases' ||
      entry.collection === 'videos' ||
      entry.collection === 'lessons')
  )
}

function sharings(entry: Entry): { key: string; weight: number; why: string }[] {
  const organizations = new Set(
    entry.collection === 'cases'
      ? [entry.data.unit, ...entry.data.organizations]
      : entry.data.organizations,
  )
  return [
    ...[...organizations].map((slug) => ({
      key: `organization/${slug}`,
      weight: weights.organization,
      why: '同一组织',
    })),
    ...entry.data.topics.map((topic) => ({
      key: `topic/${topic}`,
      weight: weights.topic,
      why: topic,
    })),
    ...[...new Set(entry.data.regions.map(provinceOf))].map((province) => ({
      key: `region/${province}`,
      weight: weights.region,
      why: province,
    })),
  ]
}

function order(a: Entry, b: Entry): number {
  return a.path < b.path ? -1 : 1
}
