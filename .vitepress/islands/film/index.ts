import { clock } from '../../../src/pages/time.ts'
import { startOf } from './address.ts'
import { playsFilms } from './codec.ts'
import { actionFor } from './keys.ts'
import { leadBack } from '../notes-back.ts'
import { copy, find, findAll, words } from './page.ts'
import { keepPlaceOf, whereStopped } from './place.ts'
import { Player } from './player.ts'
import type { Told } from './player.ts'
import { Transcript } from './transcript.ts'

/** Bring a film's page to life: controls, transcript, chapters, links to a second, resuming. */
export function begin(root: HTMLElement, told: Told): void {
  const page = location.pathname
  leadBack(root)
  const player = new Player(root, told)
  const transcript = new Transcript(find(root, '[data-transcript]'), (at) => `#t=${clock(at)}`)
  const goTo = (seconds: number) => {
    player.seek(seconds)
    player.play()
    history.replaceState(null, '', `#t=${clock(seconds)}`)
  }
  const addressAt = (seconds: number) =>
    `${location.origin}${page}${seconds >= 1 ? `?t=${Math.floor(seconds)}` : ''}`

  followFilm(root, player, transcript)
  if (playsFilms(root)) {
    tellFaults(root, player, told)
    keepPlaceOf(player.video, told.seconds)
  }
  const start = startOf(location.search, location.hash)
  if (start !== undefined) player.seek(transcript.snapped(start))
  else void whereStopped(told.seconds).then((at) => offerResume(root, player, at))
  addEventListener('hashchange', () => {
    const asked = startOf('', location.hash)
    if (asked !== undefined) player.seek(transcript.snapped(asked))
  })

  root.addEventListener('click', (event) => {
    const target = event.target instanceof Element ? event.target : null
    const link = target?.closest<HTMLElement>('.tl, .chap a')
    if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault()
      goTo(Number(link.closest<HTMLElement>('[data-t]')?.dataset.t))
    }
    const name = target?.closest<HTMLElement>('[data-do]')?.dataset.do
    if (name && !player.press(name)) act(name)
    if (target?.closest('[data-stage]')) find(root, '[data-player]').focus({ preventScroll: true })
  })
  const act = (name: string) => {
    if (name === 'back') transcript.follow()
    if (name === 'hit-on') transcript.go(1)
    if (name === 'hit-back') transcript.go(-1)
    if (name === 'print') print()
    if (name === 'quote')
      void copy(root, transcript.quotation(told.title, addressAt), '这一句已抄下')
    if (name === 'share') {
      const withTime = find<HTMLInputElement>(root, '[data-with-time]').checked
      void copy(root, addressAt(withTime ? player.at : 0), '链接已复制')
    }
  }
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

function followFilm(root: HTMLElement, player: Player, transcript: Transcript): void {
  const chapters = findAll(root, '.chap a')
  for (const link of chapters) link.setAttribute('href', `#t=${clock(Number(link.dataset.t))}`)
  const starts = [...new Set(chapters.map((link) => Number(link.dataset.t)))]
  const show = () => {
    transcript.show(player.at)
    const at = starts.filter((start) => start <= player.at + 0.05).at(-1)
    for (const link of chapters)
      if (Number(link.dataset.t) === at) link.setAttribute('aria-current', 'true')
      else link.removeAttribute('aria-current')
    const current = root.querySelector('[data-current-chapter]')
    const named = chapters.find((link) => Number(link.dataset.t) === at)?.lastChild?.textContent
    if (current && at !== undefined)
      current.textContent = `${starts.indexOf(at) + 1}/${starts.length} ${named ?? ''}`
    const next = root.querySelector<HTMLElement>('[data-next]')
    if (next) next.hidden = !player.video.ended
  }
  for (const event of ['timeupdate', 'seeking', 'ended', 'play'])
    player.video.addEventListener(event, show)
  show()
}

/** Where the reader stopped on this device: offered, never jumped to. */
function offerResume(root: HTMLElement, player: Player, at: number | undefined): void {
  // The reader may have begun, while the record was read.
  if (at === undefined || player.at > 0) return
  const says = find(root, '[data-says]')
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'btn'
  button.textContent = '接着看'
  button.addEventListener('click', () => {
    player.seek(at)
    player.play()
  })
  says.replaceChildren(words(`上次看到${clock(at)}（只记在这台设备上）。`), button)
  says.hidden = false
  player.video.addEventListener('play', () => (says.hidden = true), { once: true })
}

/** A film that cannot be fetched leaves the transcript, and says so. */
function tellFaults(root: HTMLElement, { video }: Player, { file }: Told): void {
  const says = find(root, '[data-says]')
  const tell = () => {
    const again = document.createElement('button')
    again.type = 'button'
    again.className = 'btn'
    again.textContent = '再试一次'
    again.addEventListener('click', () => {
      says.hidden = true
      video.load()
      video.play().catch(() => undefined)
    })
    const link = document.createElement('a')
    link.href = file
    link.textContent = '直接打开视频文件'
    says.setAttribute('role', 'alert')
    says.replaceChildren(words('视频没有载入。文稿在这一页，照样能读。'), again, link)
    says.hidden = false
  }
  video.addEventListener('error', tell, true)
  // The reader may have begun before this was there.
  if (video.networkState === HTMLMediaElement.NETWORK_NO_SOURCE) tell()
}
