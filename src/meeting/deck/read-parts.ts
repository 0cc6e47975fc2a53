import type { Part } from './material.ts'
import type { SlideSource } from './slide.ts'

/** An item of a page's source list. */
export interface SourceNote {
  id: string
  source: SlideSource
  /** The source's own words: `“统筹”“600余家”`. */
  words?: string
}

/** A text's pieces in their order; `root` holds the elements the portal's renderer made. */
export function partsOf(root: Element, notes: readonly SourceNote[]): Part[] {
  return [...root.children].flatMap((element) => partOf(element, notes))
}

function partOf(element: Element, notes: readonly SourceNote[]): Part[] {
  const sources = sourcesIn(element, notes)
  switch (element.tagName.toLowerCase()) {
    case 'h2':
    case 'h3':
    case 'h4':
      return [{ kind: 'heading', text: textOf(element) }]
    case 'p':
      return [{ kind: 'text', text: textOf(element), sources }]
    case 'ul':
    case 'ol':
      return [listOf(element, sources)]
    case 'figure':
      return chartOf(element, notes)
    default:
      return element.querySelector('table')
        ? [tableOf(element, sources)]
        : calloutOf(element, sources)
  }
}

function listOf(element: Element, sources: SlideSource[]): Part {
  return {
    kind: 'list',
    ordered: element.tagName.toLowerCase() === 'ol',
    start: Number(element.getAttribute('start') ?? 1),
    items: [...element.children].map(textOf).filter(Boolean),
    sources,
  }
}

function tableOf(element: Element, sources: SlideSource[]): Part {
  const rows = [...element.querySelectorAll('tr')].map((row) => [...row.children].map(textOf))
  const [head = [], ...body] = rows
  return { kind: 'table', head, rows: body, sources }
}

/** A picture; of steps and times there is more than a screen shows, so they stay on their page. */
function chartOf(element: Element, notes: readonly SourceNote[]): Part[] {
  const picture = element.querySelector('[data-chart]')
  const caption = element.querySelector('figcaption')
  if (!picture || !caption || picture.querySelector('.steps, .time')) return []
  return [
    {
      ...{ kind: 'chart', title: picture.getAttribute('data-chart') ?? '' },
      text: textOf(caption).replace(/^图\d+\s*/u, ''),
      ...{ picture: picture.innerHTML, sources: sourcesIn(element, notes) },
    },
  ]
}

/** A callout is said, not shown. */
function calloutOf(element: Element, sources: SlideSource[]): Part[] {
  const text = textOf(element)
  return text ? [{ kind: 'text', text, sources }] : []
}

/** What stands in a text without being of it: the mark of a note, the explanation of a term. */
const aside = ['fn', 'gl']

/** Words without note marks and explanations, on one line. */
export function textOf(element: Element): string {
  return wordsIn(element)
    .replace(/\u2060/gu, '')
    .replace(/\s*\n\s*/gu, '')
    .trim()
}

function wordsIn(node: Node): string {
  if (node.nodeType === 3) return node.nodeValue ?? ''
  if (node.nodeType !== 1) return ''
  // An element, by its type.
  if (aside.some((name) => (node as Element).classList.contains(name))) return ''
  return [...node.childNodes].map(wordsIn).join('')
}

function sourcesIn(element: Element, notes: readonly SourceNote[]): SlideSource[] {
  const marks = [...element.querySelectorAll('a.fn')]
  const ids = marks.map((mark) => (mark.getAttribute('href') ?? '').replace(/^#s-/, ''))
  return firstOfEach(ids.flatMap((id) => notes.find((note) => note.id === id)?.source ?? []))
}

/** One of each name, in order. */
function firstOfEach(sources: readonly SlideSource[]): SlideSource[] {
  return sources.filter(({ text }, at) => sources.findIndex((one) => one.text === text) === at)
}

/**
 * The longest run of a source's own words that a screen can show as a quotation, for what tells of
 * deeds; a lesson puts its sources into words of its own.
 */
export function quotationIn(path: string, notes: readonly SourceNote[]): Part[] {
  if (!/^\/(cases|people)\//.test(path)) return []
  const found = notes.flatMap(({ words = '', source }) =>
    (words.match(/“[^“”]{12,40}”/gu) ?? []).map((words) => ({ words: words.slice(1, -1), source })),
  )
  const [longest] = [...found].sort((a, b) => b.words.length - a.words.length)
  return longest ? [{ kind: 'quote', words: longest.words, sources: [longest.source] }] : []
}
