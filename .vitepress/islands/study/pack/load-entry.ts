import { rowPageAddress, rowPageKind } from '../../../../src/study/address.ts'
import type { RowPageKind } from '../../../../src/study/address.ts'
import type { QuizQuestion } from '../../../../src/pages/training.ts'
import { fetchPage, questionsIn, studyPageIn } from '../fetch-page.ts'
import { renameIds } from './rename-ids.ts'

/** An entry of a pack, as its own page shows it. */
export interface PackEntry {
  page: string
  kind: RowPageKind
  /** Address below the base. */
  address: string
  title: string
  discussion: string[]
  questions: QuizQuestion[]
  /** What a reader must know of it, its text and its sources, to be copied into the handout. */
  text: Element[]
  sources: Element[]
  /** Addresses of its films, and how large they are in words of the page. */
  films: string[]
  document: Document
}

/** Fetch the page of an entry; rejects when it is not there any more. */
export async function loadEntry(base: string, page: string): Promise<PackEntry> {
  const address = rowPageAddress(page)
  const prefix = page.slice(1).replaceAll('/', '-')
  const document = await fetchPage(base + address)
  const study = studyPageIn(document)
  if (!study) throw new Error(`${page} is not studied`)
  return {
    page,
    kind: rowPageKind(page),
    address,
    title: study.title,
    discussion: study.discussion,
    questions: questionsIn(document),
    text: copiesOf(
      document,
      '.notices, .chart--own, [data-lines], .prose, #corrections',
      `${prefix}-`,
    ),
    sources: copiesOf(document, '#sources ol', `${prefix}-s-`),
    films: [...document.querySelectorAll('video source, video[src]')].flatMap(
      (film) => film.getAttribute('src') ?? [],
    ),
    document,
  }
}

/** Parts of a page, with ids that no other part of the pack has. */
function copiesOf(document: Document, parts: string, prefix: string): Element[] {
  const copies = [...document.querySelectorAll(parts)].map(plainText)
  renameIds(copies, prefix)
  return copies
}

/** A text without what only works on its own page. */
function plainText(prose: Element): Element {
  const copy = document.importNode(prose, true)
  for (const one of copy.querySelectorAll('video, .poster, .js-only, [data-island], script, .gl'))
    one.remove()
  // What explains a term stays on the text's own page.
  for (const term of copy.querySelectorAll('.tm')) term.replaceWith(...term.childNodes)
  // Beside other texts a named part of one is no landmark: several lessons name theirs alike.
  for (const part of copy.querySelectorAll('section[aria-labelledby]'))
    part.removeAttribute('aria-labelledby')
  return copy
}
