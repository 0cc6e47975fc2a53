import { clock } from '../../../../src/pages/time.ts'
import { element } from '../../element.ts'

/** Films on slides: no controls over the picture, captions as large as the room needs. */
export function prepareFilm(slide: HTMLElement): void {
  const video = slide.querySelector('video')
  const box = slide.querySelector<HTMLElement>('[data-cap]')
  if (!video || !box) return
  video.controls = false
  video.preload = 'metadata'
  const track = [...video.textTracks].find(({ kind }) => kind === 'captions')
  if (track) {
    track.mode = 'hidden'
    track.addEventListener('cuechange', () => draw(box, track))
  }
  const tell = () => {
    const share = video.duration > 0 ? video.currentTime / video.duration : 0
    slide.querySelector<HTMLElement>('[data-seek]')?.style.setProperty('--p', String(share))
    const time = slide.querySelector('[data-film-time]')
    if (time && video.duration > 0)
      time.textContent = `${clock(video.currentTime)}，全长${clock(video.duration)}`
  }
  for (const event of ['timeupdate', 'durationchange', 'seeked', 'ended'])
    video.addEventListener(event, tell)
}

function draw(box: HTMLElement, track: TextTrack): void {
  const lines = [...(track.activeCues ?? [])]
    .map((cue) => (cue instanceof VTTCue ? (cue.getCueAsHTML().textContent ?? '') : ''))
    .filter(Boolean)
  box.textContent = ''
  box.hidden = lines.length === 0
  box.append(...lines.map((line) => element('span', {}, line)))
}

/** A film that has not begun is played before the next page comes. */
export function playsFirst(slide: HTMLElement): boolean {
  const video = slide.querySelector('video')
  if (!video || video.currentTime > 0 || !video.paused) return false
  // A film that cannot be had is passed over with the next press.
  video.play().catch(() => video.removeAttribute('src'))
  return video.getAttribute('src') !== null
}

export function toggleFilm(slide: HTMLElement): boolean {
  const video = slide.querySelector('video')
  if (!video) return false
  if (video.paused) video.play().catch(() => undefined)
  else video.pause()
  return true
}

export function pauseFilm(slide: HTMLElement | undefined): void {
  slide?.querySelector('video')?.pause()
}
