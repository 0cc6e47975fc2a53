import { clock } from '../../../src/pages/time.ts'
import { begunBy } from './begun.ts'
import { findAll } from './page.ts'

/**
 * Link the list of chapters to their seconds; the returned function marks the chapter of a second, in the
 * list and in its heading. The page holds the list twice, for narrow windows and for wide ones.
 */
export function chapterMarker(root: HTMLElement): (seconds: number) => void {
  const links = findAll(root, '.chap a')
  for (const link of links) link.setAttribute('href', `#t=${clock(startOf(link))}`)
  const starts = [...new Set(links.map(startOf))]
  return (seconds) => {
    const current = begunBy(starts, seconds, (start) => start).at(-1)
    for (const link of links)
      if (startOf(link) === current) link.setAttribute('aria-current', 'true')
      else link.removeAttribute('aria-current')
    const label = root.querySelector('[data-current-chapter]')
    const title = links.find((link) => startOf(link) === current)?.lastChild?.textContent
    if (label && current !== undefined)
      label.textContent = `${starts.indexOf(current) + 1}/${starts.length} ${title ?? ''}`
  }
}

function startOf(link: HTMLElement): number {
  return Number(link.dataset.t)
}
