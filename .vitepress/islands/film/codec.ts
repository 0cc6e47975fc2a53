import { hideControls } from './controls.ts'
import { find, words } from './page.ts'

/** H.264 in its plainest profile: what every film is at least made of. */
const plainest = 'video/mp4; codecs="avc1.42E01E"'

/** Whether the browser has what films are made of; some Chromiums and WebKits are built without. */
export function playsFilms(root: HTMLElement): boolean {
  return find<HTMLVideoElement>(root, 'video').canPlayType(plainest) !== ''
}

/** Offer no controls that do nothing, and say what to do instead; `file` is the film's address. */
export function tellUnplayable(root: HTMLElement, file: string): void {
  hideControls(root)
  find<HTMLVideoElement>(root, 'video').controls = false
  const link = document.createElement('a')
  link.href = file
  link.textContent = '下载视频文件'
  const says = find(root, '[data-says]')
  says.replaceChildren(words('这个浏览器放不了这段影片，可以读这一页的文稿。'), link)
  says.hidden = false
}
