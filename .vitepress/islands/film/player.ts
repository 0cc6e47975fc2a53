import { clock } from '../../../src/pages/time.ts'
import { CaptionBox } from './captions.ts'
import { begunBy } from './begun.ts'
import { canFill, toggleFullScreen } from './full-screen.ts'
import { takesOver } from './controls.ts'
import type { KeyAction } from './keys.ts'
import { recall, remember } from './memory.ts'
import type { CaptionChoice } from './memory.ts'
import { find, findAll, say } from './page.ts'

/** What the page says of its film: props of the island, written by the template. */
export interface FilmProps {
  title: string
  /** Length. */
  seconds: number
  /** Length and size in words. */
  size: string
  /** Address of the film. */
  file: string
  /** Address of the same film, smaller, for slow lines. */
  small?: string
}

const speeds = [1, 1.25, 1.5, 2, 0.75]

/** The portal's controls under a film. */
export class Player {
  readonly video: HTMLVideoElement
  private readonly root: HTMLElement
  private readonly captions: CaptionBox
  private readonly seekBar: HTMLInputElement | null
  private readonly chapters: number[]
  private readonly native = takesOver()
  private readonly choice = recall(() => localStorage)

  constructor(
    private readonly page: HTMLElement,
    private readonly props: FilmProps,
  ) {
    this.root = find(page, '[data-player]')
    this.video = find<HTMLVideoElement>(page, 'video')
    this.seekBar = this.root.querySelector<HTMLInputElement>('[data-seek]')
    this.chapters = findAll(page, '.seek__bars i').map((bar) => Number(bar.dataset.from))
    this.captions = new CaptionBox(this.video, find(page, '[data-cap]'), this.native)
    if (props.small && isThrifty()) this.takeSmall(props.small)
    if (!this.native) this.takeControls()
    this.applyCaptions()
    // The reader may have drawn the bar before this was there.
    const drawn = Number(this.seekBar?.value)
    if (drawn > 0 && this.at === 0) this.video.currentTime = drawn
    this.show()
    for (const event of ['play', 'pause', 'timeupdate', 'seeked', 'ended', 'durationchange'])
      this.video.addEventListener(event, () => this.show())
  }

  /** Seconds from the beginning. */
  get at(): number {
    return this.video.currentTime
  }

  /** Go to a second; also before anything is loaded. */
  seek(seconds: number): void {
    this.video.currentTime = Math.min(Math.max(0, seconds), this.props.seconds)
    this.show()
    // While nothing is loaded a browser tells nobody that the place has changed.
    if (this.video.readyState === 0) this.video.dispatchEvent(new Event('seeking'))
  }

  play(): void {
    // Why it does not play is told where the film's faults are heard.
    this.video.play().catch(() => undefined)
  }

  /** Do what a key asks; false when that is not the player's to do. */
  act(action: KeyAction): boolean {
    if (action.do === 'skip') this.seek(this.at + action.by)
    else if (action.do === 'part') this.seek((this.props.seconds * action.tenth) / 10)
    else if (action.do === 'chapter') this.seek(this.chapterFrom(action.by))
    else if (action.do !== 'hit') return this.press(action.do)
    else return false
    return true
  }

  /** Do what a control says; false for a name that is no control. */
  press(name: string): boolean {
    if (name === 'toggle') this.toggle()
    else if (name === 'captions') this.choose({ shown: !this.choice.shown })
    else if (name === 'caption-size') this.choose({ large: !this.choice.large })
    else if (name === 'mute') this.video.muted = !this.video.muted
    else if (name === 'speed') this.nextSpeed()
    else if (name === 'inset') void this.toggleInset()
    else if (name === 'full') void this.toggleFull()
    else return false
    this.show()
    return true
  }

  private toggle(): void {
    if (this.video.paused) this.play()
    else this.video.pause()
  }

  /** Nothing has been fetched yet: the smaller file stands in for the film. */
  private takeSmall(file: string): void {
    if (!this.video.paused || this.at > 0) return
    // Chromium fetches at once when told to load(), whatever preload says.
    this.video.src = file
    say(this.page, '网速慢或在省流量，放的是小图像版。')
  }

  private takeControls(): void {
    this.seekBar?.addEventListener('input', () => this.seek(Number(this.seekBar?.value)))
    this.video.addEventListener('click', () => this.press('toggle'))
    const inset = this.root.querySelector<HTMLElement>('[data-do="inset"]')
    if (inset) inset.hidden = !document.pictureInPictureEnabled
    const full = this.root.querySelector<HTMLElement>('[data-do="full"]')
    if (full) full.hidden = !canFill(this.root, this.video)
  }

  private chapterFrom(by: 1 | -1): number {
    const current = begunBy(this.chapters, this.at, (start) => start).length - 1
    const back = by < 0 && this.at - (this.chapters[current] ?? 0) > 3
    return this.chapters[back ? current : Math.max(0, current + by)] ?? this.at
  }

  private choose(choice: Partial<CaptionChoice>): void {
    Object.assign(this.choice, choice)
    remember(() => localStorage, this.choice)
    this.applyCaptions()
  }

  private applyCaptions(): void {
    const { shown, large } = this.choice
    this.captions.show(shown)
    this.root.classList.toggle('player--large', large)
    this.pressed('captions', shown)
    this.pressed('caption-size', large)
  }

  private pressed(name: string, on: boolean): void {
    this.root.querySelector(`[data-do="${name}"]`)?.setAttribute('aria-pressed', String(on))
  }

  private nextSpeed(): void {
    const next = speeds[(speeds.indexOf(this.video.playbackRate) + 1) % speeds.length] ?? 1
    this.video.playbackRate = next
    const button = find(this.root, '[data-do="speed"]')
    button.textContent = `${next}×`
    button.setAttribute('aria-label', `播放速度${next}倍`)
  }

  private async toggleFull(): Promise<void> {
    try {
      await toggleFullScreen(this.root, this.video)
    } catch {
      say(this.page, '这个浏览器不让放大到全屏。')
    }
  }

  private async toggleInset(): Promise<void> {
    try {
      if (document.pictureInPictureElement) await document.exitPictureInPicture()
      else await this.video.requestPictureInPicture()
    } catch {
      say(this.page, '先播放，再用画中画。')
    }
  }

  /** Bring controls in line with the film. */
  private show(): void {
    const { paused, ended, currentTime } = this.video
    this.root.classList.toggle('is-playing', !paused && !ended)
    if (!paused) this.begin()
    find(this.root, '[data-now]').textContent = clock(currentTime)
    find(this.root, '.ctl [data-do="toggle"]').setAttribute('aria-label', paused ? '播放' : '暂停')
    find(this.root, '[data-start-label]').textContent =
      currentTime > 0 ? `从${clock(currentTime)}播放` : '播放'
    this.pressed('mute', this.video.muted)
    this.fill(currentTime)
  }

  /** The large button goes when the film begins; whoever pressed it goes on at the small one. */
  private begin(): void {
    const hadFocus = document.activeElement?.matches('.stage__play') ?? false
    this.root.classList.add('is-begun')
    if (hadFocus) find(this.root, '.ctl [data-do="toggle"]').focus({ preventScroll: true })
  }

  private fill(now: number): void {
    const ends = [...this.chapters.slice(1), this.props.seconds]
    findAll(this.root, '.seek__bars i').forEach((bar, index) => {
      const from = this.chapters[index] ?? 0
      const part = Math.min(1, Math.max(0, (now - from) / ((ends[index] ?? from) - from)))
      const filled = bar.firstElementChild
      if (filled instanceof HTMLElement) filled.style.width = `${part * 100}%`
    })
    if (!this.seekBar) return
    this.seekBar.value = String(now)
    this.seekBar.setAttribute('aria-valuetext', `${clock(now)}，共${clock(this.props.seconds)}`)
  }
}

/** What some browsers tell of the line. Source: WICG, Network Information API. */
interface Connection {
  saveData?: boolean
  effectiveType?: string
}

/** The reader saves data or the line is slow. Nothing is fetched before a tap on any line: a host without ranges sends all. */
function isThrifty(): boolean {
  const { connection }: Navigator & { connection?: Connection } = navigator
  return connection?.saveData === true || /(^|-)[23]g$/.test(connection?.effectiveType ?? '')
}
