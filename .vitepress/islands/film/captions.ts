import { wholeFigures } from './whole-figures.ts'

/**
 * Draw a film's captions in a box of ours, so that their size can be chosen; the browser's own come
 * back where it takes the picture over (an iPhone's full screen, picture-in-picture).
 */
export class CaptionBox {
  private wanted = true
  private native = false
  private readonly track: TextTrack | undefined

  constructor(
    video: HTMLVideoElement,
    private readonly box: HTMLElement,
    /** The browser shows the controls, so it shows captions too. */
    private readonly alwaysNative: boolean,
  ) {
    this.track = [...video.textTracks].find(({ kind }) => kind === 'captions')
    this.track?.addEventListener('cuechange', () => this.draw())
    for (const [begin, end] of [
      ['webkitbeginfullscreen', 'webkitendfullscreen'],
      ['enterpictureinpicture', 'leavepictureinpicture'],
    ] as const) {
      video.addEventListener(begin, () => this.hand(true))
      video.addEventListener(end, () => this.hand(false))
    }
    this.show(true)
  }

  show(wanted: boolean): void {
    this.wanted = wanted
    this.apply()
  }

  private hand(native: boolean): void {
    this.native = native
    this.apply()
  }

  private apply(): void {
    const native = this.native || this.alwaysNative
    if (this.track) this.track.mode = this.wanted ? (native ? 'showing' : 'hidden') : 'disabled'
    this.draw()
  }

  private draw(): void {
    const cues = this.track?.mode === 'hidden' ? [...(this.track.activeCues ?? [])] : []
    const text = cues
      .map((cue) => (cue instanceof VTTCue ? (cue.getCueAsHTML().textContent ?? '') : ''))
      .join('\n')
    this.box.textContent = ''
    this.box.append(...wholeFigures(text))
    this.box.hidden = text === ''
  }
}
