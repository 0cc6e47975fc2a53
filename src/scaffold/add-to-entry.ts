import { fileFormat } from '../admin/entry-format.ts'
import { readingOf } from '../admin/reading.ts'
import type { Entry, Library } from '../content/library.ts'
import { nearest } from '../content/nearest.ts'
import { caseParts } from '../model/case-parts.ts'
import type { CasePart } from '../model/case-parts.ts'
import { collections } from '../model/index.ts'
import { jsonSchemaOf } from '../model/json-schema.ts'
import { isPlaceholder } from '../model/placeholder.ts'

/** What is put into an entry that is there already. */
export interface Addition {
  /** Markdown for the text. */
  text?: string
  /** The part of a case at whose end it goes; elsewhere it goes to the end of the text. */
  part?: CasePart
  /** Names for lists of the front matter; a place kept open in such a list is taken. */
  lists: Readonly<Record<string, readonly string[]>>
}

/**
 * The draft that a person names by its file name, path or address; or why nothing can be added to it, in
 * a sentence. Published entries are left alone: what is added has gaps to fill.
 */
export function draftNamed(name: string, { entries }: Library): Entry | { fault: string } {
  const bare = name.replace(/^\.?\/?(?:content\/)?/, '').replace(/(?:\.md|\.html)$/, '')
  const found = entries.filter(({ slug, path }) => slug === bare || path === `/${bare}`)
  const [entry] = [...found.filter(({ collection }) => collection === 'cases'), ...found]
  if (!entry) {
    const guess = nearest(
      bare,
      entries.map(({ slug }) => slug),
    )
    return {
      fault: `没有“${name}”这个条目。${guess ? `你是不是要写 ${guess}？` : '写它的文件名。'}`,
    }
  }
  if (entry.data.status !== 'draft')
    return {
      fault: `${entry.file} 已经不是草稿，没有改动它：先把它的 status 改成 draft，再往里加。`,
    }
  return entry
}

/** An entry's file with something added; whatever else stands in it stays as it is written. */
export function addToEntry(
  file: string,
  { collection }: Pick<Entry, 'collection'>,
  { text, part, lists }: Addition,
): string {
  const schema = jsonSchemaOf(collections[collection].schema, collection)
  const format = fileFormat(true, readingOf(schema))
  const { body, ...data } = format.fromFile(file)
  for (const [field, names] of Object.entries(lists)) {
    const there = Array.isArray(data[field]) ? data[field].map(String) : []
    data[field] = [...new Set([...there.filter((one) => !isPlaceholder(one)), ...names])]
  }
  const before = typeof body === 'string' ? body : ''
  return format.toFile({
    ...data,
    body: text === undefined ? before : withText(before, text, part),
  })
}

/** A text with a passage at the end of one of its parts, in front of the notes at its foot. */
function withText(body: string, text: string, part: CasePart | undefined): string {
  const lines = body.trimEnd().split('\n')
  const headings = caseParts.find(({ name }) => name === part)?.headings ?? []
  const start = lines.findIndex((line) => headings.some((one) => line === `## ${one}`))
  const after = lines.findIndex((line, at) => at > start && /^(?:## |\[\^\d+\]: )/.test(line))
  const notes = lines.findIndex((line) => /^\[\^\d+\]: /.test(line))
  const end = start < 0 ? notes : after
  const at = end < 0 ? lines.length : end
  const [above, below] = [lines.slice(0, at), lines.slice(at)].map((part) => part.join('\n').trim())
  return [above, text, below].filter((passage) => passage !== '').join('\n\n')
}
