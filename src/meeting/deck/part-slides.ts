import type { Draft } from './entry-slides.ts'
import { paged } from './fit.ts'
import { listLayout, quoteLayout } from './layout.ts'
import type { Part } from './material.ts'
import { columnsOf, tableFits } from './table-layout.ts'

/** What a piece of a text shows, under the heading it stands below; nothing for what is only said. */
export function partSlides(part: Part, heading: string, isTold: boolean): Draft[] {
  switch (part.kind) {
    case 'heading':
    case 'text':
      return []
    case 'list':
      return isTold ? listSlides(heading, part.items, part) : []
    case 'table':
      return tableSlides(heading, part)
    case 'quote':
      return quoteSlides(part)
    case 'chart':
      return [
        {
          ...{ kind: 'chart', title: part.title, text: part.text, picture: part.picture },
          ...{ name: part.title, notes: [], sources: part.sources },
        },
      ]
  }
}

interface ListLook {
  kicker?: string
  ordered?: boolean
  start?: number
  notes?: string[]
}

/** Lines on as few slides as hold them; the notes are those of the first. */
export function listSlides(
  title: string,
  items: readonly string[],
  { kicker, ordered = false, start = 1, notes = [] }: ListLook = {},
): Draft[] {
  const above = { title, ...(kicker === undefined ? {} : { kicker }) }
  const pages = paged(items, (together) => listLayout.fits({ ...above, items: [...together] }))
  let from = start
  return pages.map((page, index): Draft => {
    const first = from
    from += page.length
    return {
      ...{ kind: 'list', ...above, name: title, ordered, start: first, items: page, sources: [] },
      ...{ notes: index === 0 ? notes : [], ...countOf(index, pages.length) },
    }
  })
}

function tableSlides(
  title: string,
  { head, rows, sources }: Extract<Part, { kind: 'table' }>,
): Draft[] {
  const columns = columnsOf({ head, rows })
  const pages = paged(rows, (together) => tableFits(title, head, together, columns))
  return pages.map((page, index) => ({
    ...{ kind: 'table', title, name: title, head, rows: page, columns, notes: [], sources },
    ...countOf(index, pages.length),
  }))
}

function quoteSlides({ words, sources }: Extract<Part, { kind: 'quote' }>): Draft[] {
  if (!quoteLayout.fits({ words, sources })) return []
  return [{ kind: 'quote', words, name: `“${words}”`, notes: [], sources }]
}

function countOf(index: number, pages: number): { count?: { at: number; of: number } } {
  return pages > 1 ? { count: { at: index + 1, of: pages } } : {}
}
