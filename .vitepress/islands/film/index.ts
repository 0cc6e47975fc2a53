import { clock } from '../../../src/pages/time.ts'
import { leadBack } from '../notes-back.ts'
import { startOf } from './address.ts'
import { chapterMarker } from './chapters.ts'
import { playsFilms } from './codec.ts'
import { actionFor } from './keys.ts'
import { offerResume, reportLoadErrors } from './notice.ts'
import { copy, find } from './page.ts'
import { keepPlaceOf, whereStopped } from './place.ts'
import { Player } from './player.ts'
import type { FilmProps } from './player.ts'
import { Transcript } from './transcript.ts'

/** A film's page in the browser. */
interface FilmParts {
  root: HTMLElement
  props: FilmProps
  player: Player
  transcript: Transcript
}

/** Bring a film's page to life: controls, transcript, chapters, links to a second, resuming. */
export function enhanceFilmPage(root: HTMLElement, props: FilmProps): void {
  leadBack(root)
  const player = new Player(root, props)
  const transcript = new Transcript(find(root, '[data-transcript]'), (at) => `#t=${clock(at)}`)
  const film = { root, props, player, transcript }
  followFilm(film)
  if (playsFilms(root)) {
    reportLoadErrors(root, player, props)
    keepPlaceOf(player.video, props.seconds)
  }
  startFromAddress(film)
  answerClicks(film)
  answerKeys(film)
}

/** Keep the transcript, the chapters and what comes after the end in line with the film. */
function followFilm({ root, player, transcript }: FilmParts): void {
  const markChapter = chapterMarker(root)
  const show = () => {
    transcript.show(player.at)
    markChapter(player.at)
    const next = root.querySelector<HTMLElement>('[data-next]')
    if (next) next.hidden = !player.video.ended
  }
  for (const event of ['timeupdate', 'seeking', 'ended', 'play'])
    player.video.addEventListener(event, show)
  show()
}

/** Go to the second that the address names, now and when it changes; without one, offer to resume. */
function startFromAddress({ root, props, player, transcript }: FilmParts): void {
  const start = startOf(location.search, location.hash)
  if (start !== undefined) player.seek(transcript.snapped(start))
  else void whereStopped(props.seconds).then((at) => offerResume(root, player, at))
  addEventListener('hashchange', () => {
    const asked = startOf('', location.hash)
    if (asked !== undefined) player.seek(transcript.snapped(asked))
  })
}

/** Links to a second play from there; buttons `data-do` are the player's, or the page's. */
function answerClicks(film: FilmParts): void {
  const { root, player } = film
  const press = pageButtons(film)
  root.addEventListener('click', (event) => {
    const target = event.target instanceof Element ? event.target : null
    const link = target?.closest<HTMLElement>('.tl, .chap a')
    if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault()
      const seconds = Number(link.closest<HTMLElement>('[data-t]')?.dataset.t)
      player.seek(seconds)
      player.play()
      history.replaceState(null, '', `#t=${clock(seconds)}`)
    }
    const name = target?.closest<HTMLElement>('[data-do]')?.dataset.do
    if (name && !player.press(name)) press(name)
    if (target?.closest('[data-stage]')) find(root, '[data-player]').focus({ preventScroll: true })
  })
}

/** Does what a button of the page, not of the player, is for, by its `data-do`. */
function pageButtons({ root, props, player, transcript }: FilmParts): (name: string) => void {
  const page = location.origin + location.pathname
  const addressAt = (seconds: number) => `${page}${seconds >= 1 ? `?t=${Math.floor(seconds)}` : ''}`
  return (name) => {
    if (name === 'back') transcript.follow()
    if (name === 'hit-on') transcript.go(1)
    if (name === 'hit-back') transcript.go(-1)
    if (name === 'print') print()
    if (name === 'quote')
      void copy(root, transcript.quotation(props.title, addressAt), '这一句已抄下')
    if (name === 'share') {
      const withTime = find<HTMLInputElement>(root, '[data-with-time]').checked
      void copy(root, addressAt(withTime ? player.at : 0), '链接已复制')
    }
  }
}

function answerKeys({ root, player, transcript }: FilmParts): void {
  root.addEventListener('keydown', (event) => {
    if (isTyping(event)) return
    const action = actionFor(event)
    if (!action) return
    if (action.do === 'hit') transcript.go(action.by)
    else player.act(action)
    event.preventDefault()
  })
}

/** Keys that write, or that press what has the focus, are not the player's. */
function isTyping({ target, key }: KeyboardEvent): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.matches('input:not([type="range"]), textarea')) return true
  return (key === ' ' || key === 'Enter') && target.matches('button, a, summary')
}
