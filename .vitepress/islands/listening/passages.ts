import { sentencesOf } from '../../../src/speech/sentences.ts'

/** A paragraph as it is read: its element, and for each sentence what is said and where it stands. */
export interface SpokenPassage {
  element: HTMLElement
  sentences: { spoken: string; ranges: TextRange[] }[]
}

/** Part of a text node, by characters. */
export interface TextRange {
  node: Text
  from: number
  to: number
}

/** Elements that hold a paragraph of their own; the templates mark lines of speech with `data-said`. */
const blockSelector = 'h1, h2, h3, h4, p, li, dt, dd, figcaption, .tblwrap, [data-said]'
/** Elements that are never read: for the eye alone, leading elsewhere, closed, or marked `data-silent`. */
const silentSelector =
  '.fn, .gl, .vh, svg, pre, button, .fig__pic, .print-only, details:not([open]), [aria-hidden], [data-silent], [hidden]'

/** What a page has to say, in its order; the templates mark it with `data-speak`. */
export function passagesOf(page: ParentNode): SpokenPassage[] {
  return [...page.querySelectorAll<HTMLElement>('[data-speak]')].flatMap((part) =>
    part.dataset.speak === 'lines' ? linesAsParagraph(part) : paragraphsIn(part),
  )
}

function paragraphsIn(part: HTMLElement): SpokenPassage[] {
  const found = part.matches(blockSelector)
    ? [part]
    : [...part.querySelectorAll<HTMLElement>(blockSelector)].filter(
        (block) => !block.closest(silentSelector) && !block.parentElement?.closest('.tblwrap'),
      )
  return found.flatMap((element) => passageOf(element, [element]))
}

/** Lines of a transcript, or cells of a list, are sentences of one paragraph. */
function linesAsParagraph(part: HTMLElement): SpokenPassage[] {
  return passageOf(part, [...part.querySelectorAll<HTMLElement>('h2, h3, [data-said]')])
}

function passageOf(element: HTMLElement, blocks: HTMLElement[]): SpokenPassage[] {
  const sentences = blocks.flatMap((block) =>
    block.matches('.tblwrap') ? tableNotice(block) : sentencesIn(block),
  )
  return sentences.length > 0 ? [{ element, sentences }] : []
}

/** Cells read one after another say nothing: the table is named instead. */
function tableNotice(block: HTMLElement): SpokenPassage['sentences'] {
  const rows = block.querySelectorAll('tbody tr').length
  return [{ spoken: `这里有一张表，共${rows}行，请看页面。`, ranges: [] }]
}

function sentencesIn(block: HTMLElement): SpokenPassage['sentences'] {
  const nodes = textNodesIn(block)
  const text = nodes.map(({ data }) => data).join('')
  return sentencesOf(text).map(({ from, to, spoken }) => ({
    spoken,
    ranges: rangesOf(nodes, from, to),
  }))
}

/** Text nodes of a block that are its own: not those of blocks inside it. */
function textNodesIn(block: HTMLElement): Text[] {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
  const found: Text[] = []
  while (walker.nextNode()) {
    // The walker visits only text nodes.
    const node = walker.currentNode as Text
    if (node.parentElement?.closest(silentSelector)) continue
    if (node.parentElement?.closest(blockSelector) === block) found.push(node)
  }
  return found
}

/** The parts of text nodes that make up the characters `from` to `to` of their joined text. */
function rangesOf(nodes: readonly Text[], from: number, to: number): TextRange[] {
  let offset = 0
  return nodes.flatMap((node) => {
    const start = offset
    offset += node.data.length
    const range = {
      node,
      from: Math.max(0, from - start),
      to: Math.min(node.data.length, to - start),
    }
    return range.from < range.to ? [range] : []
  })
}
