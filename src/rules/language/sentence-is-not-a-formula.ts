import { isPublished } from '../../content/library.ts'
import type { Entry, Library } from '../../content/library.ts'
import { lineStart } from '../../content/positions.ts'
import type { CollectionName } from '../../model/index.ts'
import { libraryRule } from '../engine/rule.ts'
import type { Span } from '../engine/rule.ts'

/** Collections whose entries are read one after the other; lessons and pages have set phrases. */
const read: readonly CollectionName[] = ['cases', 'organizations']
/** Entries in which the same sentence may stand. */
const most = 3
/** Places that a report names for one formula. */
const mostShown = 20
/** A shorter one says too little to be a formula. */
const shortest = { sentence: 12, clause: 4 }

export const sentenceIsNotAFormula = libraryRule({
  id: 'sentence-is-not-a-formula',
  summary: '同一句收尾、摘要或一串小标题，不在许多篇里反复出现。',
  severity: 'warning',
  *check({ library }) {
    for (const places of repeated(library))
      for (const { file, span, skeleton } of places.slice(most, most + mostShown))
        yield {
          file,
          at: { span },
          message: `“${shortened(skeleton)}”在${places.length}篇里一样。`,
          hint: '换成这一篇自己的话；没有要说的，删去。',
        }
  },
})

interface Place {
  file: string
  span: Span
  /** The text without its numbers and names. */
  skeleton: string
}

function repeated({ entries }: Library): Place[][] {
  const byText = new Map<string, Place[]>()
  for (const entry of entries) {
    if (!read.includes(entry.collection) || !isPublished(entry)) continue
    const own = new Map(placesIn(entry).map((place) => [place.skeleton, place]))
    for (const [skeleton, place] of own)
      byText.set(skeleton, [...(byText.get(skeleton) ?? []), place])
  }
  return [...byText.values()].filter((places) => places.length > most)
}

/** The last sentence of each paragraph and of the summary, and the smaller headings in their order. */
function placesIn({ file, text, data, bodyLine }: Entry): Place[] {
  const body = lineStart(text, bodyLine)
  const found = [...text.slice(body).matchAll(/[^\n]+/g)].map(({ index, 0: line }) => ({
    line,
    start: body + index,
  }))
  const paragraphs = found.filter(({ line }) => !/^(?:[#|:>`-]|\d+\.|\[)/.test(line))
  const headings = found.filter(({ line }) => line.startsWith('### '))
  const places = paragraphs.flatMap(({ line, start }) => closings(file, line, start))
  const at = text.indexOf(data.summary)
  if (at >= 0) places.push(...closings(file, data.summary, at))
  const [first] = headings
  if (first && headings.length > 1)
    places.push({
      file,
      span: [first.start, first.start + first.line.length],
      skeleton: headings.map(({ line }) => line.slice(4)).join('、'),
    })
  return places
}

/** The last sentence of a paragraph and its last clause. */
function closings(file: string, line: string, start: number): Place[] {
  const place = (ends: RegExp, least: number): Place[] => {
    const from = ends.exec(line)?.index ?? 0
    const span: Span = [start + from, start + line.length]
    const skeleton = skeletonOf(line.slice(from))
    return skeleton.length < least ? [] : [{ file, span, skeleton }]
  }
  return [
    ...place(/[^。！？]*[。！？]?(?:\[\^[^\]]*\])*\s*$/, shortest.sentence),
    ...place(/[^。！？，；：]*[。！？]?(?:\[\^[^\]]*\])*\s*$/, shortest.clause),
  ]
}

function skeletonOf(text: string): string {
  return text
    .replace(/\[\^[^\]]*\]|\]\([^)]*\)|[[。！？\s]/g, '')
    .replace(/[“《][^“”《》]*[”》]/g, '某')
    .replace(/[\d.,]+/g, '0')
}

function shortened(text: string): string {
  return text.length > 24 ? `${text.slice(0, 24)}…` : text
}
