/** Characters of the sentence that a link back shows. */
const shown = 18

/**
 * Lead from a note back to the very mark it was reached from, with the sentence it stands in; the place in
 * the window and the focus are as they were.
 */
export function leadBack(article: Document | HTMLElement = document): void {
  article.addEventListener('click', (event) => {
    const { target } = event
    const link =
      target instanceof Element ? target.closest<HTMLAnchorElement>('a[href^="#s-"]') : null
    const note = link && document.getElementById(decodeURIComponent(link.hash.slice(1)))
    if (!link || !note) return
    const { top } = link.getBoundingClientRect()
    const back = backOf(note)
    back.textContent = `回到正文${numberOf(note)}：${sentenceBefore(link)}`
    back.onclick = (backwards) => {
      backwards.preventDefault()
      link.focus({ preventScroll: true })
      scrollBy({ top: link.getBoundingClientRect().top - top })
    }
    // After the browser has gone to the note.
    setTimeout(() => back.focus({ preventScroll: true }))
  })
}

function numberOf(note: HTMLElement): string {
  return note.querySelector('b')?.textContent ?? ''
}

/** The note's link back; notes of a transcript or of front matter have none until they are reached. */
function backOf(note: HTMLElement): HTMLAnchorElement {
  const there = note.querySelector<HTMLAnchorElement>('.srcs__back')
  if (there) return there
  const back = document.createElement('a')
  back.className = 'srcs__back screen-only'
  back.href = '#main'
  note.lastElementChild?.append(back)
  return back
}

/** The end of the sentence that a mark stands behind, or its line in a transcript. */
function sentenceBefore(mark: HTMLElement): string {
  const range = document.createRange()
  range.setStart(mark.closest('p, li, td, dd, figcaption, h1, h2, h3') ?? mark, 0)
  range.setEndBefore(mark)
  const before = range.toString().replace(/\[\d+\]|[\s\u2060]/g, '')
  const sentence = /[^。！？；]*[。！？；]?$/.exec(before)?.[0] ?? ''
  return sentence.length > shown ? `…${sentence.slice(-shown)}` : sentence
}
