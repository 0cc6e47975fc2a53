import type { StudyPage } from '../../../src/pages/study.ts'
import { pagesOf } from '../../../src/study/fold.ts'
import { keepPlace, placeHere, record } from './record.ts'
import { toast } from './toast.ts'

/** Milliseconds without scrolling after which the place is kept. */
const rest = 800

/** Keep the place in the text, offer the one of the last visit, and mark the page when its end is reached. */
export async function followReading(here: StudyPage, changed: () => void): Promise<void> {
  const text = document.querySelector<HTMLElement>('.prose')
  // The film's island keeps the place in a film, and says when it was watched.
  if (!text || document.querySelector('video')) return
  const place = await placeHere()
  if (place && location.hash === '#resume') goTo(text, place.portion)
  else if (place && place.portion > 0.05 && place.portion < 0.95 && !location.hash && scrollY < 200)
    offer(text, place.portion)
  keepWhileScrolling(text)
  markAtEnd(here, changed)
}

function markAtEnd(here: StudyPage, changed: () => void): void {
  const end = document.querySelector('[data-study-end]')
  if (!end || !('IntersectionObserver' in window)) return
  const observer = new IntersectionObserver((entries) => {
    if (!entries.some((entry) => entry.isIntersecting)) return
    observer.disconnect()
    // Once taken back, the reader's word stands against the scrolling.
    void record(
      { verb: 'read' },
      { on: here, isNews: (known) => !pagesOf(known)[0]?.settled },
    ).then(changed)
  })
  observer.observe(end)
}

function keepWhileScrolling(text: HTMLElement): void {
  let timer: ReturnType<typeof setTimeout> | undefined
  // Where every visit starts; a page that is only opened keeps the place of the last one.
  let kept = 0
  const keep = () => {
    clearTimeout(timer)
    const portion = portionOf(text)
    if (Math.abs(portion - kept) < 0.01) return
    kept = portion
    void keepPlace({ portion })
  }
  addEventListener(
    'scroll',
    () => {
      clearTimeout(timer)
      timer = setTimeout(keep, rest)
    },
    { passive: true },
  )
  addEventListener('pagehide', keep)
  keep()
}

/** How much of the text is above the upper third of the window, where eyes are. */
function portionOf(text: HTMLElement): number {
  const { top, height } = text.getBoundingClientRect()
  return Math.min(1, Math.max(0, (innerHeight / 3 - top) / Math.max(1, height)))
}

function goTo(text: HTMLElement, portion: number): void {
  const { top, height } = text.getBoundingClientRect()
  scrollTo({ top: scrollY + top + portion * height - innerHeight / 3 })
}

function offer(text: HTMLElement, portion: number): void {
  const { top, height } = text.getBoundingClientRect()
  const heading = [...text.querySelectorAll('h2, h3')]
    .filter((one) => one.getBoundingClientRect().top <= top + portion * height)
    .at(-1)
  const where = heading ? `上次读到“${heading.textContent?.trim()}”。` : '上次读到了中间。'
  toast(where, [{ text: '接着读', act: () => goTo(text, portion) }])
}
