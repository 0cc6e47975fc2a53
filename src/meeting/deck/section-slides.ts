import { keySlide } from './entry-slides.ts'
import type { Draft } from './entry-slides.ts'
import { sentencesOf } from './fit.ts'
import type { Material, Part } from './material.ts'
import { listSlides, partSlides } from './part-slides.ts'
import type { KeySlide, SlideSource } from './slide.ts'

interface Section {
  heading: string
  parts: Part[]
}

/** A section with what it shows. */
interface Shown extends Section {
  slides: Draft[]
}

/** Of a case only what is shown rather than said: its points and measures tell the rest. */
export function sectionSlides(material: Material, isBrief: boolean): Draft[] {
  const { parts, word, title } = material
  const isTold = word !== '案例'
  // A source's own words are for a showing that has time for them.
  const shown = isBrief ? parts.filter(({ kind }) => kind !== 'quote') : parts
  const all = sectionsOf([{ kind: 'heading', text: '' }, ...shown]).map(
    ({ heading, parts }): Shown => ({
      ...{ heading, parts },
      slides: parts.flatMap((part) => partSlides(part, heading || title, isTold)),
    }),
  )
  if (!isTold) return all.flatMap(({ slides }) => slides)
  return isBrief ? briefly(all, material) : inFull(all, word)
}

function sectionsOf(parts: readonly Part[]): Section[] {
  const sections: Section[] = []
  for (const part of parts) {
    if (part.kind === 'heading') sections.push({ heading: part.text, parts: [] })
    else sections.at(-1)?.parts.push(part)
  }
  return sections.filter(({ parts }) => parts.length > 0)
}

function inFull(all: readonly Shown[], word: string): Draft[] {
  const headed = all.filter((section) => section.heading !== '' && !isCarried(section))
  return all.flatMap((section) => {
    const at = headed.indexOf(section)
    if (at < 0) return withNotes(section)
    return [sectionHead(section, word, { at: at + 1, of: headed.length }), ...section.slides]
  })
}

/** A list or a table carries its heading when nothing but `按下面的顺序：` comes before it. */
function isCarried({ parts: [first], slides }: Shown): boolean {
  if (slides[0]?.kind !== 'list' && slides[0]?.kind !== 'table') return false
  return first?.kind !== 'text' || /：$/u.test(openingOf(first))
}

/** What a reader does alone with a pencil; a meeting has its own questions. */
const practice = /^(查一查|检查一下|跟着做一遍)$/u

/** Sections that only say something stand together; of the others, what they show. */
function briefly(all: readonly Shown[], { title, word }: Material): Draft[] {
  const drafts: Draft[] = []
  let said: Section[] = []
  const close = () => {
    drafts.push(...together(said, title, word))
    said = []
  }
  for (const section of all.filter(({ heading }) => !practice.test(heading))) {
    if (section.slides.length === 0 && section.heading !== '') said.push(section)
    else {
      close()
      drafts.push(...withNotes(section))
    }
  }
  close()
  return drafts
}

function together(sections: readonly Section[], title: string, word: string): Draft[] {
  const [only] = sections
  if (!only) return []
  if (sections.length === 1) return [sectionHead(only, word)]
  const items = sections.map(({ heading, parts: [first] }) =>
    first?.kind === 'text' ? `${heading}：${openingOf(first)}` : heading,
  )
  const sources = sections.flatMap(({ parts: [first] }) =>
    first?.kind === 'text' ? first.sources.slice(0, 1) : [],
  )
  const notes = sections.flatMap((section) => [section.heading, ...saidIn(section)])
  return listSlides(title, items, { notes }).map((slide) => ({ ...slide, sources }))
}

/** What a section shows; what it says besides is said by the host. */
function withNotes({ parts, slides: [first, ...rest] }: Shown): Draft[] {
  if (!first) return []
  const texts = parts.flatMap((part) => (part.kind === 'text' ? [part.text] : []))
  return [{ ...first, notes: [...first.notes, ...texts] }, ...rest]
}

function sectionHead(section: Section, word: string, count?: KeySlide['count']): Draft {
  const { heading, parts } = section
  const [first] = parts
  const opening = first?.kind === 'text' ? [openingOf(first)] : []
  const sources: SlideSource[] = first?.kind === 'text' ? first.sources.slice(0, 1) : []
  const notes = saidIn(section)
  return keySlide(
    { kicker: word, title: heading, name: heading, ...(count ? { count } : {}), notes, sources },
    opening,
  )
}

function saidIn({ parts }: Section): string[] {
  return [
    ...parts.flatMap((part) => (part.kind === 'text' ? [part.text] : [])),
    ...parts.flatMap((part) => (part.kind === 'list' ? part.items : [])),
  ]
}

function openingOf({ text }: { text: string }): string {
  return sentencesOf(text)[0] ?? ''
}
