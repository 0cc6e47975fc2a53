import type { Entry } from '../content/library.ts'
import { isPlaceholder } from '../model/placeholder.ts'
import type { Kind } from '../scaffold/kinds.ts'
import { newFile } from '../scaffold/scaffold.ts'
import type { NewFile } from '../scaffold/scaffold.ts'

/** Fields that only a programme shown elsewhere has. */
const elsewhere = ['external', 'programme']

/** A film's files below `content/`. */
export function filmFiles(slug: string) {
  const media = (end: string) => `/media/${slug}${end}`
  return {
    file: media('.mp4'),
    poster: media('.jpg'),
    captions: media('.vtt'),
    chapters: media('-chapters.vtt'),
  }
}

/** The entry of a film as a draft: everything known of the file is written, the rest are gaps. */
export function filmDraft({
  kind,
  slug,
  title,
  duration,
  hasChapters,
  beside,
  today,
}: {
  kind: Kind
  slug: string
  title?: string | undefined
  duration: number
  hasChapters: boolean
  /** The entry that the film belongs to: it comes from the same place, and each leads to the other. */
  beside?: Entry | undefined
  today: string
}): NewFile {
  const { chapters, ...files } = filmFiles(slug)
  const fields = kind.starter.fields?.filter((name) => !elsewhere.includes(name)) ?? []
  const values = {
    ...(title ? { title } : {}),
    ...files,
    ...(hasChapters ? { chapters } : {}),
    duration,
    ...(beside ? sharedWith(beside) : {}),
  }
  return newFile({ kind: { ...kind, starter: { ...kind.starter, fields } }, slug, values, today })
}

/** Fields that an entry and its film have in common, as far as they are filled in. */
function sharedWith({ data, path }: Entry): Record<string, unknown> {
  const fields = Object.entries(data).flatMap(([name, value]) => {
    if (!['topics', 'organizations', 'regions', 'sources'].includes(name)) return []
    const known = Array.isArray(value) ? value.filter((one) => !isPlaceholder(String(one))) : []
    // A film tells one thing: of several sources it takes the first.
    const own = name === 'sources' ? known.slice(0, 1) : known
    return own.length > 0 ? [[name, own] as const] : []
  })
  return { ...Object.fromEntries(fields), related: [path] }
}
