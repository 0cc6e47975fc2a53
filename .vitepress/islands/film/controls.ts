import { find, findAll } from './page.ts'

/** WeChat's and QQ's Android browsers put their own player over ours. */
export function takesOver(): boolean {
  return /TBS|MQQBrowser|XWEB\/\d+.*Android|Android.*MicroMessenger/.test(navigator.userAgent)
}

/** Put the portal's controls in place of the browser's; `seconds` is the film's length. */
export function showControls(root: HTMLElement, seconds: number): void {
  setControls(root, true)
  const bars = findAll(root, '.seek__bars i')
  const starts = bars.map((bar) => Number(bar.dataset.from))
  bars.forEach((bar, index) => {
    bar.style.flexGrow = String((starts[index + 1] ?? seconds) - (starts[index] ?? 0))
  })
}

/** Give the browser its controls back. */
export function hideControls(root: HTMLElement): void {
  setControls(root, false)
}

function setControls(root: HTMLElement, ours: boolean): void {
  find<HTMLVideoElement>(root, 'video').controls = !ours
  for (const part of ['[data-controls]', '.stage__play']) find(root, part).hidden = !ours
}
