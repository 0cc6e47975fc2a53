import { isPublished } from '../content/library.ts'
import type { EntryOf, Library } from '../content/library.ts'
import { articleOf } from './article.ts'
import type { Article } from './article.ts'
import { caseRow } from './case.ts'
import type { CaseRow } from './case.ts'
import { entryAt, entryCard, href } from './links.ts'
import type { Link } from './links.ts'
import { videoCard } from './video.ts'
import type { VideoCard } from './video.ts'

export interface TopicView extends Article {
  crumbs: Link[]
  intro: string
  cases: CaseRow[]
  videos: VideoCard[]
  lessons: { href: string; title: string; summary: string; eyebrow: string }[]
}

export function topicView(library: Library, entry: EntryOf<'topics'>): TopicView {
  const entries = entry.data.entries
    .flatMap((path) => entryAt(library, path) ?? [])
    .filter(isPublished)
  return {
    ...articleOf(library, entry),
    crumbs: [{ href: href(library, '/topics/index.html'), text: '专题' }],
    intro: entry.data.intro,
    cases: entries.flatMap((one) => (one.collection === 'cases' ? caseRow(library, one) : [])),
    videos: entries.flatMap((one) => (one.collection === 'videos' ? videoCard(library, one) : [])),
    lessons: entries.flatMap((one) =>
      one.collection === 'lessons' || one.collection === 'courses'
        ? {
            ...entryCard(library, one),
            eyebrow:
              one.collection === 'lessons'
                ? `课时 · 约${one.data.minutes}分钟`
                : `课程 · ${one.data.level}`,
          }
        : [],
    ),
  }
}
