import type { Page } from '@playwright/test'

/** Pixels between the lowest thing to be seen of the page and its footer. */
export function aboveFooter(page: Page): Promise<number> {
  return page.evaluate(() => {
    const seen = [...document.querySelectorAll('main *')].filter((one) => {
      const { borderBottomWidth, backgroundColor } = getComputedStyle(one)
      const isBox = parseFloat(borderBottomWidth) > 0 || !/, 0\)$/.test(backgroundColor)
      const hasText = [...one.childNodes].some(
        (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim(),
      )
      return (isBox || hasText) && one.checkVisibility()
    })
    const lowest = Math.max(...seen.map((one) => one.getBoundingClientRect().bottom))
    return (document.querySelector('.foot')?.getBoundingClientRect().top ?? 0) - lowest
  })
}

/** Some elements that reach past the right edge of the window, unless a box of theirs scrolls or cuts. */
export function overflowing(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const limit = document.documentElement.clientWidth
    const reaches = (element: Element) => element.getBoundingClientRect().right > limit + 1
    const contained = (element: Element): boolean => {
      for (let box = element.parentElement; box && box !== document.body; box = box.parentElement)
        if (getComputedStyle(box).overflowX !== 'visible') return !reaches(box)
      return false
    }
    const wide = [...document.body.querySelectorAll('*')].filter(
      (element) => reaches(element) && !contained(element) && ![...element.children].some(reaches),
    )
    const scrolls = document.documentElement.scrollWidth > limit ? ['the page scrolls'] : []
    const shown = wide.slice(0, 5).map((element) => element.outerHTML.slice(0, 160))
    return [...scrolls, ...shown]
  })
}
