import { clock } from '../../../src/pages/time.ts'
import { find, words } from './page.ts'
import type { FilmProps, Player } from './player.ts'

/** Offer to go on where the reader stopped on this device, in seconds; never jump there. */
export function offerResume(root: HTMLElement, player: Player, at: number | undefined): void {
  // The reader may have begun, while the record was read.
  if (at === undefined || player.at > 0) return
  const notice = find(root, '[data-says]')
  const resume = buttonNamed('接着看', () => {
    player.seek(at)
    player.play()
  })
  notice.replaceChildren(words(`上次看到${clock(at)}（只记在这台设备上）。`), resume)
  notice.hidden = false
  player.video.addEventListener('play', () => (notice.hidden = true), { once: true })
}

/** A film that cannot be fetched leaves the transcript, and the page says so. */
export function reportLoadErrors(root: HTMLElement, { video }: Player, { file }: FilmProps): void {
  const notice = find(root, '[data-says]')
  const retry = () => {
    notice.hidden = true
    video.load()
    video.play().catch(() => undefined)
  }
  const report = () => {
    const link = document.createElement('a')
    link.href = file
    link.textContent = '直接打开视频文件'
    notice.setAttribute('role', 'alert')
    notice.replaceChildren(
      words('视频没有载入。文稿在这一页，照样能读。'),
      buttonNamed('再试一次', retry),
      link,
    )
    notice.hidden = false
  }
  video.addEventListener('error', report, true)
  // The film may have failed before this was there.
  if (video.networkState === HTMLMediaElement.NETWORK_NO_SOURCE) report()
}

function buttonNamed(name: string, press: () => void): HTMLButtonElement {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'btn'
  button.textContent = name
  button.addEventListener('click', press)
  return button
}
