import type { Page } from '@playwright/test'

/** Texts on the screen whose letters are smaller than so many pixels: each size and place once. */
export function smallTexts(page: Page, least: number): Promise<string[]> {
  return page.evaluate((limit) => {
    const found = new Set<string>()
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (texts.nextNode()) {
      const { parentElement: parent, textContent: text } = texts.currentNode
      if (!parent || !text?.trim() || !parent.checkVisibility({ visibilityProperty: true }))
        continue
      if (parent.closest('.vh, script, style, option')) continue
      // Letters of a drawing are as large as the drawing is scaled.
      const scale = parent instanceof SVGGraphicsElement ? (parent.getScreenCTM()?.a ?? 1) : 1
      const size = parseFloat(getComputedStyle(parent).fontSize) * scale
      if (size < limit - 0.1)
        found.add(`${size.toFixed(1)} ${parent.tagName}.${parent.getAttribute('class') ?? ''}`)
    }
    return [...found]
  }, least)
}

/**
 * What is tapped and is narrower or lower than so many pixels: each place once. A link in running
 * text is as high as its line (WCAG 2.2, 2.5.8, inline); what a label names is tapped with it.
 */
export function smallTargets(page: Page, least: number): Promise<string[]> {
  return page.evaluate((limit) => {
    /** The nearest element around that begins a line of its own. */
    const blockOf = (element: Element): Element => {
      let block = element.parentElement ?? element
      while (block.parentElement && getComputedStyle(block).display === 'inline')
        block = block.parentElement
      return block
    }
    const lettersOf = (element: Element) =>
      (element.textContent ?? '').replace(/[^\p{L}\p{N}]/gu, '').length
    /** A table's head that a phone hides for all but screen readers. */
    const isClipped = (element: Element) =>
      (element.closest('thead')?.getBoundingClientRect().width ?? 2) <= 1
    const all = 'a[href], button, input:not([type=hidden]), select, textarea, summary'
    const found = new Map<string, string>()
    for (const element of document.querySelectorAll<HTMLElement>(all)) {
      if (!element.checkVisibility({ visibilityProperty: true }) || element.matches('.skip'))
        continue
      if (isClipped(element)) continue
      const style = getComputedStyle(element)
      if (
        element.matches('a') &&
        ['inline', 'inline-block'].includes(style.display) &&
        lettersOf(blockOf(element)) > lettersOf(element)
      )
        continue
      const label = element instanceof HTMLInputElement ? element.labels?.[0] : undefined
      const boxes = [element, ...(label && !label.matches('.vh') ? [label] : [])].map((tapped) =>
        tapped.getBoundingClientRect(),
      )
      // A mark of a note or a whole card is tapped on what is laid over it.
      const over = getComputedStyle(element, '::after')
      if (over.content !== 'none' && over.position === 'absolute') {
        const laid = style.position === 'static' ? element.offsetParent : undefined
        boxes.push(
          laid?.getBoundingClientRect() ??
            new DOMRect(0, 0, parseFloat(over.width), parseFloat(over.height)),
        )
      }
      const width = Math.max(...boxes.map((box) => box.width))
      const height = Math.max(...boxes.map((box) => box.height))
      if (Math.min(width, height) >= limit - 0.5) continue
      const place = `${element.parentElement?.className ?? ''} > ${element.tagName}.${element.className}`
      if (!found.has(place))
        found.set(
          place,
          `${Math.round(width)}x${Math.round(height)} ${place} ${element.textContent?.trim().slice(0, 12) ?? ''}`,
        )
    }
    return [...found.values()]
  }, least)
}
