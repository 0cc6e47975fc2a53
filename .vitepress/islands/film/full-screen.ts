/** The names before Chromium 71 and Safari 16.4; an iPhone fills its screen with a video only. */
interface Filling extends HTMLElement {
  webkitRequestFullscreen?: () => void
}
interface FillingVideo extends HTMLVideoElement {
  webkitEnterFullscreen?: () => void
}
interface FilledDocument extends Document {
  webkitFullscreenElement?: Element | null
  webkitExitFullscreen?: () => void
}

/** Whether this browser lets an element, or at least the video in it, fill the screen. */
export function canFill(player: Filling, video?: FillingVideo): boolean {
  const ways = [
    player.requestFullscreen,
    player.webkitRequestFullscreen,
    video?.webkitEnterFullscreen,
  ]
  return ways.some((way) => typeof way === 'function')
}

/** Fill the screen, or leave it; rejects where the browser refuses. */
export async function toggleFullScreen(player: Filling, video?: FillingVideo): Promise<void> {
  const page: FilledDocument = document
  if (page.fullscreenElement) await page.exitFullscreen()
  else if (page.webkitFullscreenElement) page.webkitExitFullscreen?.()
  else if (typeof player.requestFullscreen === 'function') await player.requestFullscreen()
  else if (player.webkitRequestFullscreen) player.webkitRequestFullscreen()
  else video?.webkitEnterFullscreen?.()
}
