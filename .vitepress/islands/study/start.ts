import { isRecorded } from './recorded.ts'

/** What shows that somebody is reading. */
const signs = ['scroll', 'pointerdown', 'keydown'] as const

/**
 * The study record on a page with a text. Until there is one in this browser it costs nothing but
 * these lines: the rest is fetched at the first scroll, tap or key, and for returning readers, who
 * have it in their cache, as soon as the page is at rest.
 */
export function mount(_: HTMLElement, data: unknown): void {
  let loading: Promise<typeof import('./page.ts')> | undefined
  const begin = () =>
    (loading ??= import('./page.ts').then((page) => {
      page.begin(data)
      return page
    }))
  if (isRecorded() || scrollY > 0) whenIdle(() => void begin())
  else
    for (const sign of signs)
      addEventListener(sign, () => void begin(), { once: true, passive: true })
  document.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLElement>('[data-study]') : null
    if (button) void begin().then((page) => page.act(button, data))
  })
}

function whenIdle(work: () => void): void {
  if ('requestIdleCallback' in window) requestIdleCallback(work, { timeout: 1500 })
  else setTimeout(work, 200)
}
