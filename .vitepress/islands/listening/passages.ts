import { sentencesOf } from '../../../src/speech/sentences.ts'

/** A paragraph as it is read: its element, and for each sentence what is said and where it stands. */
export interface Passage {
  element: HTMLElement
  sentences: { spoken: string; ranges: TextRange[] }[]
}

/** Part of a text node, by characters. */
export interface TextRange {
  node: Text
  from: number
  to: number
}

/** What holds a paragraph of its own. */
const blocks = 'h1, h2, h3, h4, p, li, dt, dd, figcaption, .tblwrap, [data-said]'
/** What is there for the eye, or leads elsewhere. */
const silent =
  '.fn, .gl, .vh, svg, pre, button, .fig__pic, .print-only, details:not([open]), [aria-hidden], [data-silent], [hidden]'

/** What a page has to say, in its order; the templates mark it with `data-speak`. */
export function passagesOf(page: ParentNode): Passage[] {
  return [...page.querySelectorAll<HTMLElement>('[data-speak]')].flatMap((part) =>
    part.dataset.speak === 'lines' ? together(part) : paragraphsIn(part),
  )
}

function paragraphsIn(part: HTMLElement): Passage[] {
  const found = part.matches(blocks)
    ? [part]
    : [...part.querySelectorAll<HTMLElement>(blocks)].filter(
        (block) => !block.closest(silent) && !block.parentElement?.closest('.tblwrap'),
      )
  return found.flatMap((element) => passage(element, [element]))
}

/** Lines of a transcript, or cells of a list, are sentences of one paragraph. */
function together(part: HTMLElement): Passage[] {
  return passage(part, [...part.querySelectorAll<HTMLElement>('h2, h3, [data-said]')])
}

function passage(element: HTMLElement, blocksOfIt: HTMLElement[]): Passage[] {
  const sentences = blocksOfIt.flatMap((block) =>
    block.matches('.tblwrap') ? tableIn(block) : sentencesIn(block),
  )
  return sentences.length > 0 ? [{ element, sentences }] : []
}

/** Cells read one after another say nothing: the table is named instead. */
function tableIn(block: HTMLElement): Passage['sentences'] {
  const rows = block.querySelectorAll('tbody tr').length
  return [{ spoken: `这里有一张表，共${rows}行，请看页面。`, ranges: [] }]
}

function sentencesIn(block: HTMLElement): Passage['sentences'] {
  const nodes = textsIn(block)
  const text = nodes.map(({ data }) => data).join('')
  return sentencesOf(text).map(({ from, to, spoken }) => ({
    spoken,
    ranges: rangesOf(nodes, from, to),
  }))
}

/** Texts of a block that are its own: not those of blocks inside it. */
function textsIn(block: HTMLElement): Text[] {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
  const found: Text[] = []
  while (walker.nextNode()) {
    // Only texts are shown.
    const node = walker.currentNode as Text
    if (node.parentElement?.closest(silent)) continue
    if (node.parentElement?.closest(blocks) === block) found.push(node)
  }
  return found
}

function rangesOf(nodes: readonly Text[], from: number, to: number): TextRange[] {
  let at = 0
  return nodes.flatMap((node) => {
    const start = at
    at += node.data.length
    const range = {
      node,
      from: Math.max(0, from - start),
      to: Math.min(node.data.length, to - start),
    }
    return range.from < range.to ? [range] : []
  })
}
