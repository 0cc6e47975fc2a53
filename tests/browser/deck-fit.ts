/** Screens a meeting room may have. */
export const rooms = [
  { width: 1024, height: 768 },
  { width: 1280, height: 720 },
  { width: 1280, height: 800 },
  { width: 1366, height: 768 },
  { width: 1600, height: 1200 },
  { width: 1920, height: 1080 },
] as const

/**
 * What does not fit on the slides of a page, run in the page: parts that stick out of a slide, reach
 * into its foot or into the tide of a title, and text for the room that is smaller than 1/18 of the screen's height.
 */
export function misfits(): string[] {
  const faults: string[] = []
  const unit = window.innerHeight / 100
  for (const slide of document.querySelectorAll<HTMLElement>('[data-slide]')) {
    const body = slide.querySelector('.sl__b')
    if (!body || slide.getBoundingClientRect().height === 0) continue
    const room = slide.getBoundingClientRect()
    const tide = slide.querySelector('.sl__tide, .sl__low')?.getBoundingClientRect()
    // Its line runs through the middle of its box.
    const foot = tide ? tide.top + tide.height / 2 : body.getBoundingClientRect().bottom
    const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT)
    // Words that may part are nodes of their own; what holds them is looked at once.
    const parents = new Set<HTMLElement>()
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      if (node.parentElement && node.nodeValue?.trim()) parents.add(node.parentElement)
    for (const parent of parents) {
      const range = document.createRange()
      range.selectNodeContents(parent)
      const box = range.getBoundingClientRect()
      if (box.width === 0) continue
      const name = `${slide.closest<HTMLElement>('[data-deck-of]')?.dataset.deckOf ?? ''} ${slide.id}`
      const tell = (fault: string) =>
        faults.push(`${name} ${slide.className}: “${parent.textContent.trim()}” ${fault}`)
      const size = parseFloat(getComputedStyle(parent).fontSize)
      if (size < unit * 5.55) tell(`is ${(size / unit).toFixed(2)}`)
      if (box.bottom > foot + 2 || box.top < room.top - 2)
        tell(`${((box.bottom - foot) / unit).toFixed(1)} below`)
      if (box.right > room.right + 2 || box.left < room.left - 2)
        tell(`${((box.right - room.right) / unit).toFixed(1)} outside`)
    }
  }
  return faults
}
