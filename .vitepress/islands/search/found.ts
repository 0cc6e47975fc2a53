import { forgetWords, wordsHere } from './found-words.ts'
import { occurrencesOf } from './occurrences.ts'

/** Words in the way of whose marks something else lives: scripts, fields, parts that redraw themselves. */
const left = 'nav, script, style, svg, textarea, select, mark, [data-island], [data-found]'

/** Text that is read together: a paragraph, a heading, a cell. */
const blocks = 'p, h1, h2, h3, h4, li, dt, dd, td, th, figcaption, summary, blockquote'

/** Marks the words that a search led here by, and shows how many there are, with a way to clear them. */
export function markFound(page: Document = document): void {
  const words = wordsHere()
  const main = page.querySelector('main')
  if (!main || words.length === 0) return
  const marks = markIn(main, words)
  if (marks.length > 0) main.prepend(barOf(page, words, marks))
}

/** Marks of each occurrence, in the order of the page. */
function markIn(main: Element, words: readonly string[]): HTMLElement[][] {
  const groups = new Map<Element, Text[]>()
  const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement
    if (!(node instanceof Text) || !parent || parent.closest(left)) continue
    const block = parent.closest(blocks) ?? parent
    const texts = groups.get(block) ?? []
    texts.push(node)
    groups.set(block, texts)
  }
  return Array.from(groups.values()).flatMap((texts) => markTexts(texts, words))
}

function markTexts(texts: Text[], words: readonly string[]): HTMLElement[][] {
  const contents = texts.map(({ data }) => data)
  const marks: HTMLElement[][] = []
  // From the end, so that the offsets before stay what they are.
  for (const { text, start, end, number } of occurrencesOf(contents, words).reverse()) {
    const node = texts[text]
    if (!node) continue
    const part = node.splitText(start)
    part.splitText(end - start)
    const mark = document.createElement('mark')
    mark.dataset.found = ''
    part.replaceWith(mark)
    mark.append(part)
    marks[number] = [mark, ...(marks[number] ?? [])]
  }
  return marks
}

function barOf(page: Document, words: readonly string[], marks: HTMLElement[][]): HTMLElement {
  const bar = page.createElement('p')
  bar.className = 'found-bar screen-only'
  bar.dataset.found = ''
  const said = page.createElement('span')
  said.setAttribute('role', 'status')
  const named = words.map((word) => `“${word}”`).join('')
  said.textContent = `标出了${named}，共${marks.length}处`
  let at = -1
  const step = (by: number): void => {
    at = (at + by + marks.length) % marks.length
    show(marks, at)
    said.textContent = `${named}第${at + 1}处，共${marks.length}处`
  }
  const clear = (): void => {
    for (const mark of marks.flat()) mark.replaceWith(...Array.from(mark.childNodes))
    page.querySelector('main')?.normalize()
    bar.remove()
    forgetWords()
  }
  bar.append(
    said,
    buttonOf(page, '上一处', () => step(at < 0 ? 0 : -1)),
    buttonOf(page, '下一处', () => step(1)),
    buttonOf(page, '清除标记', clear),
  )
  return bar
}

function buttonOf(page: Document, text: string, act: () => void): HTMLButtonElement {
  const button = page.createElement('button')
  button.type = 'button'
  button.textContent = text
  button.addEventListener('click', act)
  return button
}

/** Brings an occurrence into sight, out of whatever is folded, and tells it from the others. */
function show(marks: HTMLElement[][], at: number): void {
  marks.forEach((parts, i) =>
    parts.forEach((part) => part.classList.toggle('is-current', i === at)),
  )
  const [mark] = marks[at] ?? []
  for (let fold = mark?.closest('details'); fold; fold = fold.parentElement?.closest('details'))
    fold.open = true
  mark?.scrollIntoView({ block: 'center' })
}
