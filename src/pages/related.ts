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

/**
 * How many neighbours on each side an entry looks at among those that share one thing with it. However
 * many they are, a new entry comes into the sight of twice as many, so few pages change with it.
 */
const reach = 3

/** One thing an entry has in common with others, and the entry's place among those that have it too. */
interface Sharing {
  weight: number
  why: string
  sharers: Entry[]
  place: number
}

interface Candidate {
  entry: Entry
  score: number
  /** What is most particular of all that is shared. */
  why: string
  /** Steps between the two among those that share a thing, where they stand closest. */
  distance: number
}

/** Entries by what they share: built once for a library, asked for each page. */
export class Relations {
  private readonly bySharing = new Map<string, Entry[]>()
  private readonly sharings = new Map<Entry, ReadonlyMap<string, Sharing>>()

  constructor(private readonly library: Library) {
    // In this order those that share one thing stand beside those that share more.
    for (const entry of inOrderOfKind(library.entries.filter(isRelatable))) {
      const sharings = this.sharingsAtEnd(entry)
      for (const { sharers } of sharings.values()) sharers.push(entry)
      this.sharings.set(entry, sharings)
    }
  }

  /** Up to `count` cards: the editor's own choice first, then what shares most of what stands near. */
  of(entry: Entry, count = 3): Card[] {
    const chosen = entry.data.related
      .flatMap((path) => entryAt(this.library, path) ?? [])
      .filter(isPublished)
    const candidates = this.candidates(entry)
    for (const taken of chosen) candidates.delete(taken)
    const ranked = [...candidates.values()].sort(
      (a, b) => b.score - a.score || a.distance - b.distance || order(a.entry, b.entry),
    )
    return [
      ...chosen.map((other) => this.card(other, '编辑推荐')),
      ...ranked.slice(0, count).map((other) => this.card(other.entry, other.why)),
    ].slice(0, count)
  }

  private candidates(entry: Entry): Map<Entry, Candidate> {
    const found = new Map<Entry, Candidate>()
    // A draft that an editor looks at has no place among the published.
    const own = this.sharings.get(entry) ?? this.sharingsAtEnd(entry)
    for (const { sharers, place } of own.values())
      for (let at = Math.max(0, place - reach); at <= place + reach; at++) {
        const other = sharers[at]
        if (other === undefined || other === entry) continue
        const distance = Math.abs(at - place)
        const known = found.get(other)
        if (!known) found.set(other, this.candidate(own, other, distance))
        else if (distance < known.distance) known.distance = distance
      }
    return found
  }

  /** What an entry shares, as if it were the last that does. */
  private sharingsAtEnd(entry: Entry): Map<string, Sharing> {
    const sharings = new Map<string, Sharing>()
    for (const { key, ...shared } of sharedBy(entry)) {
      const sharers = this.bySharing.get(key) ?? []
      this.bySharing.set(key, sharers)
      sharings.set(key, { ...shared, sharers, place: sharers.length })
    }
    return sharings
  }

  private candidate(own: ReadonlyMap<string, Sharing>, entry: Entry, distance: number): Candidate {
    const theirs = this.sharings.get(entry)
    let score = 0
    let why: string | undefined
    for (const [key, sharing] of own)
      if (theirs?.has(key)) {
        score += sharing.weight
        why ??= sharing.why
      }
    return { entry, score, why: why ?? '', distance }
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
      entry.collection === 'people' ||
      entry.collection === 'lessons')
  )
}

/** What an entry may share, the most particular first. */
function sharedBy(entry: Entry): { key: string; weight: number; why: string }[] {
  return [
    ...[...new Set(organizationsOf(entry))].map((slug) => ({
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

function organizationsOf(entry: Entry): string[] {
  return entry.collection === 'cases'
    ? [entry.data.unit, ...entry.data.organizations]
    : entry.data.organizations
}

/** Entries of the same topics together, in them those of the same place, in them those of the same time. */
function inOrderOfKind(entries: Entry[]): Entry[] {
  return entries
    .map((entry) => {
      const { topics, regions, date } = entry.data
      const kind = [[...topics].sort().join(), regions.map(provinceOf).join(), date].join('\n')
      return { entry, kind }
    })
    .sort((a, b) => compare(a.kind, b.kind) || order(a.entry, b.entry))
    .map(({ entry }) => entry)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function order(a: Entry, b: Entry): number {
  return a.path < b.path ? -1 : 1
}
