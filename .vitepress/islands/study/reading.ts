import type { StudyPage } from '../../../src/pages/study.ts'
import { attended, attentionOf, idleAfter, lacking } from '../../../src/study/attention.ts'
import type { Attention } from '../../../src/study/attention.ts'
import { isHalfRead } from '../../../src/study/progress.ts'
import { keepPlace, placeHere } from './record.ts'
import { markWhenRead } from './mark.ts'
import { toast } from './toast.ts'

/** Milliseconds without scrolling after which the place is kept. */
const rest = 800
/** Milliseconds between two looks at what is in view. */
const pace = 1000

/** Keep the place in the text, offer the one of the last visit, and mark the page when it was read. */
export async function followReading(here: StudyPage, changed: () => void): Promise<void> {
  const text = document.querySelector<HTMLElement>('.prose')
  // The film's island keeps the place in a film, and says when it was watched.
  if (!text || document.querySelector('video')) return
  const place = await placeHere()
  if (place && location.hash === '#resume') goTo(text, place.portion)
  else if (place && isHalfRead(place) && !location.hash && scrollY < 200) offer(text, place.portion)
  const attention = attend(text, attentionOf(place))
  keepWhileScrolling(text, attention)
  const end = document.querySelector<HTMLElement>('[data-study-end]')
  if (end) markWhenRead(here, end, () => lacking(attention(), here.minutes), changed)
}

/** Count the seconds in which the text is in view of somebody, and what they see of it. */
function attend(text: HTMLElement, before: Attention): () => Attention {
  let attention = before
  let [last, sign] = [performance.now(), performance.now()]
  const isThere = () => (sign = performance.now())
  for (const event of ['scroll', 'pointermove', 'pointerdown', 'keydown', 'touchmove'] as const)
    addEventListener(event, isThere, { passive: true })
  setInterval(() => {
    const now = performance.now()
    // A page that was put to sleep was not read meanwhile.
    const seconds = Math.min(now - last, 2 * pace) / 1000
    last = now
    if (document.visibilityState !== 'visible' || now - sign > idleAfter * 1000) return
    const { top, height } = text.getBoundingClientRect()
    const [from, to] = [-top / height, (innerHeight - top) / height]
    if (height > 0 && to > 0 && from < 1) attention = attended(attention, { seconds, from, to })
  }, pace)
  return () => attention
}

function keepWhileScrolling(text: HTMLElement, attention: () => Attention): void {
  let timer: ReturnType<typeof setTimeout> | undefined
  // Where every visit starts; a page that is only opened keeps the place of the last one.
  let kept = 0
  const keep = () => {
    clearTimeout(timer)
    const portion = portionOf(text)
    if (Math.abs(portion - kept) < 0.01) return
    kept = portion
    void keepPlace({ portion, ...attention() })
  }
  addEventListener(
    'scroll',
    () => {
      clearTimeout(timer)
      timer = setTimeout(keep, rest)
    },
    { passive: true },
  )
  addEventListener('pagehide', () => {
    // What cannot be committed at once stays open in WebKit's frozen page; the last rest was kept.
    if (!('commit' in IDBTransaction.prototype)) return
    const portion = portionOf(text)
    if (portion >= 0.01) void keepPlace({ portion, ...attention() })
  })
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
