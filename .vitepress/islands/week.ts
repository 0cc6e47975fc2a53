import { weekOf } from '../../src/model/weeks.ts'
import { fetchPage } from './study/fetch-page.ts'

/**
 * 一周一读 on the front page: the page was built with its edition's week; in another week of the reader's
 * calendar the text of that week takes its place, from the page that lists them all.
 */
export function mount(element: HTMLElement, data: unknown): void {
  // The template gives both.
  const { base, monday } = data as { base: string; monday: string }
  const now = weekOf(today()).monday
  if (now !== monday) void show(element, `${base}updates.html`, now)
}

async function show(element: HTMLElement, list: string, monday: string): Promise<void> {
  const page = await fetchPage(list).catch(() => undefined)
  // A later edition may list fewer weeks, or the clock may be wrong: what stands there is worth a week too.
  const text = page?.querySelector(`[data-week="${monday}"] .weekly__text`)
  const place = element.querySelector('.weekly__text')
  const [from, to] = [text?.querySelector('a'), place?.querySelector('a')]
  if (!text || !place || !from || !to) return
  // The address as that page resolves it, whatever page it is written on.
  to.href = new URL(from.getAttribute('href') ?? '', new URL(list, location.href)).href
  to.replaceChildren(...copies(from))
  for (const part of ['.eyebrow', '.sum'])
    place.querySelector(part)?.replaceChildren(...copies(text.querySelector(part)))
}

function copies(of: Element | null): Node[] {
  return of ? Array.from(of.childNodes, (node) => document.importNode(node, true)) : []
}

/** The day of the reader's calendar. */
function today(): string {
  const now = new Date()
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10)
}
