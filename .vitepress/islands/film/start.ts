import { isRecorded } from '../study/recorded.ts'
import { startOf } from './address.ts'
import { playsFilms, tellUnplayable } from './codec.ts'
import { hideControls, showControls, takesOver } from './controls.ts'
import { find } from './page.ts'
import type { FilmProps } from './player.ts'

/** What shows that somebody turns to the film. */
const signs = ['pointerover', 'pointerdown', 'focusin'] as const
/** What a tap on leads to the player. */
const tapped = '[data-do], .tl, .chap a'
/** What begins the film, or stops it, by itself. */
const toggles = '[data-do="toggle"], video'

/**
 * A film's page until somebody turns to it: the controls are there, and the rest is fetched at the first
 * sign, at once where the address names a second, and at rest for readers who may go on where they stopped.
 */
export function mount(root: HTMLElement, data: unknown): void {
  // The page wrote this from the film's own view, as JSON.
  const props = data as FilmProps
  const native = takesOver()
  if (!playsFilms(root)) tellUnplayable(root, props.file)
  else if (!native) showAtRest(root, props)
  let begun = false
  let loading: Promise<void> | undefined
  const begin = () =>
    (loading ??= import('./index.ts').then(
      (film) => {
        film.enhanceFilmPage(root, props)
        begun = true
      },
      () => {
        hideControls(root)
        loading = undefined
      },
    ))
  const begins = () => void begin()
  if (startOf(location.search, location.hash) !== undefined) begins()
  else if (isRecorded()) setTimeout(begins, 200)
  for (const sign of signs) root.addEventListener(sign, begins, { once: true, passive: true })
  find(root, 'video').addEventListener('play', begins, { once: true })
  addEventListener('hashchange', begins, { once: true })
  root.addEventListener('click', (event) => {
    if (!begun) tap(root, event, begin, native ? tapped : `${tapped}, video`)
  })
  root.addEventListener('keydown', (event) => {
    if (begun) return
    const { target } = event
    if (event.key === ' ' && target === find(root, '[data-player]')) event.preventDefault()
    void begin().then(() => target?.dispatchEvent(new KeyboardEvent('keydown', event)))
  })
}

function showAtRest(root: HTMLElement, { seconds }: FilmProps): void {
  showControls(root, seconds)
  for (const track of find<HTMLVideoElement>(root, 'video').textTracks) track.mode = 'disabled'
}

/** A tap that came before the player: done again when it is there. */
function tap(
  root: HTMLElement,
  event: MouseEvent,
  begin: () => Promise<void>,
  selector: string,
): void {
  const wanted =
    event.target instanceof Element ? event.target.closest<HTMLElement>(selector) : null
  if (!wanted || event.ctrlKey || event.metaKey || event.shiftKey) return
  event.preventDefault()
  const video = find<HTMLVideoElement>(root, 'video')
  const at = wanted.closest<HTMLElement>('[data-t]')?.dataset.t
  const toggle = wanted.matches(toggles)
  if (at !== undefined) video.currentTime = Number(at)
  // Browsers let a film begin in answer to a tap only, not later.
  if (at !== undefined || toggle) video.play().catch(() => undefined)
  void begin().then(() => {
    if (!toggle) wanted.click()
  })
}
