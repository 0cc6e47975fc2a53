import type { Island } from './registry.ts'

type Loaders = Readonly<Record<string, () => Promise<Island>>>

/**
 * Bring the islands of a page to life. The page is finished HTML; an island is an element
 * `<div data-island="quiz" data-when="visible" data-props="{…}">` inside it. Its module is fetched
 * at once (`load`) or when the element nears the screen (`visible`), and mounted on what is there.
 * If a module cannot be fetched the page stays as it is: readable.
 */
export function startIslands(islands: Loaders, page: ParentNode = document): void {
  for (const element of page.querySelectorAll<HTMLElement>('[data-island]')) {
    const load = islands[element.dataset.island ?? '']
    if (load) whenWanted(element, () => void wake(element, load))
  }
}

function whenWanted(element: HTMLElement, start: () => void): void {
  if (element.dataset.when !== 'visible' || !('IntersectionObserver' in window)) return start()
  const observer = new IntersectionObserver(
    (entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return
      observer.disconnect()
      start()
    },
    { rootMargin: '400px' },
  )
  observer.observe(element)
}

async function wake(element: HTMLElement, load: () => Promise<Island>): Promise<void> {
  try {
    const island = await load()
    island.mount(element, JSON.parse(element.dataset.props ?? 'null'))
    element.dataset.awake = ''
  } catch (error) {
    console.warn('这一部分没有载入，页面仍可阅读。', error)
    // Controls that would do nothing are not shown: see `visibility.css`.
    element.ownerDocument.documentElement.dataset.js = 'head'
  }
}
