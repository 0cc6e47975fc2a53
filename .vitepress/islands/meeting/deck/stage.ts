import { actionOf } from '../../../../src/meeting/deck/keys.ts'
import { cut, elapsedMinutes, ended, goTo, newRun } from '../../../../src/meeting/deck/run.ts'
import type { Run } from '../../../../src/meeting/deck/run.ts'
import type { StageData } from '../../../../src/meeting/deck/stage-data.ts'
import { toggleFullScreen } from '../../film/full-screen.ts'
import { DeckBar } from './bar.ts'
import type { BarAction } from './bar.ts'
import { element } from '../../element.ts'
import { pauseFilm, playsFirst, prepareFilm, toggleFilm } from './film.ts'
import { minuteClock } from './place.ts'
import { keepRun, keptRun } from './kept-run.ts'
import { listenToTouch } from './touch.ts'
import { hostAddress, openWire, showingOf } from './wire.ts'
import type { Message, Wire } from './wire.ts'

export interface StageOptions {
  stage: StageData
  /** The element that holds the slides. */
  deck: HTMLElement
  /** Where the showing leads when it ends. */
  back: string
  /** What to go on with; without it, what this tab kept, or a new one. */
  run?: Run
  /** Told when a row begins, every minute, and at the end. */
  timed?: (run: Run) => Promise<void>
  /** Open a contest over the slides. */
  contest?: (row: number) => Promise<void>
}

/** The projector: one slide at a time, the bar, the clocks, and the wire to the host's window. */
export class Stage {
  private run: Run
  private readonly slides: HTMLElement[]
  private readonly bar: DeckBar
  private readonly blank: HTMLButtonElement
  private readonly said = element('p', { class: 'vh', role: 'status' })
  private readonly wire: Wire
  private host: Window | null = null
  /** When the time to think is over. */
  private deadline = 0
  /** When the times were last handed on. */
  private timedAt = Date.now()

  constructor(private readonly options: StageOptions) {
    const { deck, stage } = options
    const root = document.documentElement
    this.slides = [...deck.querySelectorAll<HTMLElement>('[data-slide]')]
    this.run = options.run ?? keptRun(showingOf(location), stage) ?? newRun(stage, isDark())
    deck.dataset.show = ''
    this.blank = element(
      'button',
      { type: 'button', class: 'sl-blank' },
      '已黑屏，按B键或轻点一下继续',
    )
    this.blank.addEventListener('click', () => this.act('blank'))
    deck.after(this.blank, this.said)
    this.bar = new DeckBar(
      deck.parentElement ?? deck,
      stage,
      (action) => this.act(action),
      (to) => this.go(to),
    )
    this.wire = openWire(
      showingOf(location),
      () => this.host,
      (message) => this.hear(message),
    )
    for (const slide of this.slides) if (slide.querySelector('video')) prepareFilm(slide)
    document.addEventListener('keydown', (event) => this.pressed(event))
    deck.addEventListener('click', (event) => this.opened(event))
    window.addEventListener('pagehide', () => void this.time())
    document.addEventListener('mousemove', () => this.bar.show())
    listenToTouch(deck, {
      next: () => this.act('next'),
      back: () => this.act('back'),
      tap: () => (this.bar.isShown ? this.bar.hide() : this.bar.show()),
      click: () => this.clicked(),
    })
    root.dataset.theme = this.run.dark ? 'dark' : 'light'
    this.blank.hidden = !this.run.blank
    window.setInterval(() => this.tick(), 1000)
    this.arrive(undefined)
  }

  private get current(): HTMLElement | undefined {
    return this.slides[this.run.at]
  }

  private go(to: number): void {
    const before = this.current
    this.bar.closeList()
    this.change(goTo(this.run, this.options.stage, to, Date.now()))
    if (this.current !== before) this.arrive(before)
  }

  private arrive(before: HTMLElement | undefined): void {
    pauseFilm(before)
    for (const slide of this.slides)
      if (slide === this.current) slide.dataset.now = ''
      else delete slide.dataset.now
    const seconds = Number(
      this.current?.querySelector<HTMLElement>('[data-seconds]')?.dataset.seconds,
    )
    this.deadline = seconds > 0 ? Date.now() + seconds * 1000 : 0
    const { stage } = this.options
    this.current?.querySelector<HTMLElement>('[data-opens]')?.focus({ preventScroll: true })
    if (before) this.say(`第${this.run.at + 1}页：${stage.slides[this.run.at]?.name ?? ''}`)
    this.tick()
  }

  private change(run: Run): void {
    const isTurned = run.visits !== this.run.visits
    this.run = run
    keepRun(showingOf(location), this.options.stage, run)
    if (isTurned) void this.time()
    this.blank.hidden = !run.blank
    document.documentElement.dataset.theme = run.dark ? 'dark' : 'light'
    this.tick()
  }

  private act(action: BarAction): void {
    const { run } = this
    if (action === 'next') {
      if (run.blank) this.change({ ...run, blank: false })
      else if (!this.current || !playsFirst(this.current)) this.go(run.at + 1)
    } else if (action === 'back') this.go(run.at - 1)
    else if (action === 'first') this.go(0)
    else if (action === 'last') this.go(this.slides.length - 1)
    else if (action === 'blank') this.change({ ...run, blank: !run.blank })
    else if (action === 'dark') this.change({ ...run, dark: !run.dark })
    else if (action === 'jump') this.bar.toggleList()
    else if (action === 'full')
      // Where it is refused the slides fill the window.
      toggleFullScreen(document.documentElement).catch(() => undefined)
    else if (action === 'host') this.openHost()
    else this.leave()
  }

  private openHost(): void {
    this.host = window.open(hostAddress(location), 'chaotou-host', 'width=1280,height=800')
    if (!this.host) this.say('浏览器拦下了新窗口，请允许本站打开窗口后再按一次。')
  }

  private leave(): void {
    if (this.bar.isListOpen) return this.bar.closeList()
    if (this.run.blank) return this.change({ ...this.run, blank: false })
    this.wire.send({ say: 'end' })
    void this.finish(this.options.back)
  }

  /** The times are final, and a showing that is opened again begins anew; then to another page. */
  private async finish(to: string): Promise<void> {
    this.run = ended(this.run, Date.now())
    keepRun(showingOf(location), this.options.stage, undefined)
    await this.time()
    location.assign(to)
  }

  /** Hand on the times as they are now. */
  private async time(): Promise<void> {
    this.timedAt = Date.now()
    await this.options.timed?.(this.run)
  }

  /** What a link on a slide opens. */
  private opened(event: MouseEvent): void {
    const link = event.target instanceof Element && event.target.closest('a')
    if (!link) return
    const { contest } = this.options
    const row = this.options.stage.slides[this.run.at]?.row
    if (link.dataset.opens === 'contest' && contest && row !== undefined) void contest(row)
    else if (link.dataset.opens === 'record') void this.finish(link.href)
    else return
    event.preventDefault()
  }

  private hear(message: Message): void {
    if (message.say === 'hello') this.tell()
    else if (message.say === 'go') this.go(message.to)
    else if (message.say === 'act') this.act(message.action)
    else if (message.say === 'cut') this.change(cut(this.run, message.row, message.minutes))
    else if (message.say === 'end') void this.finish(this.options.back)
  }

  private pressed(event: KeyboardEvent): void {
    // A contest over the slides has keys of its own.
    const isAbove = event.target instanceof Element && event.target.closest('dialog')
    if (isAbove || document.querySelector('dialog[open]')) return
    const action = actionOf(event)
    const inControls = event.target instanceof Element && event.target.closest('button, a, input')
    if (event.key === 'Tab') this.bar.show()
    if (!action || (inControls && (event.key === ' ' || event.key === 'Enter'))) return
    event.preventDefault()
    if (event.key === ' ' && this.current && this.isPlaying() && toggleFilm(this.current)) return
    this.act(action)
  }

  private isPlaying(): boolean {
    const video = this.current?.querySelector('video')
    return Boolean(video && video.currentTime > 0 && !video.ended)
  }

  private clicked(): void {
    if (this.bar.isListOpen) this.bar.closeList()
    else if (this.current?.querySelector('video')) toggleFilm(this.current)
    else this.act('next')
  }

  private say(words: string): void {
    this.said.textContent = words
  }

  /** Once a second: minutes left, the tide, time to think. */
  private tick(): void {
    const { stage } = this.options
    const now = Date.now()
    const gone = elapsedMinutes(this.run, now)
    const left = Math.ceil(stage.minutes - gone)
    const words = left >= 0 ? ['还有', String(left), '分钟'] : ['超了', String(-left), '分钟']
    const place = this.current?.querySelector('[data-left]')
    if (place && place.textContent !== words.join('')) {
      place.textContent = words[0] ?? ''
      place.append(element('b', {}, words[1] ?? ''), words[2] ?? '')
    }
    const share = stage.minutes > 0 ? Math.min(1, gone / stage.minutes) : 0
    this.current?.querySelector<HTMLElement>('[data-gone]')?.style.setProperty('--p', String(share))
    this.bar.tell(
      this.run.at,
      `第${this.run.at + 1}页，共${this.slides.length}页，${words.join('')}`,
      this.run,
    )
    this.think(now)
    if (now - this.timedAt >= 60_000) void this.time()
    this.tell()
  }

  private think(now: number): void {
    const timer = this.current?.querySelector('[data-seconds]')
    if (!timer || this.deadline === 0) return
    const left = Math.ceil((this.deadline - now) / 1000)
    timer.textContent = minuteClock(left)
    timer.setAttribute('aria-label', `还有${minuteClock(left)}`)
    if (left === 10) this.say('还有10秒')
    if (left === 0) this.say('时间到')
  }

  private tell(): void {
    const left = this.deadline === 0 ? undefined : Math.ceil((this.deadline - Date.now()) / 1000)
    this.wire.send({ say: 'state', run: this.run, ...(left === undefined ? {} : { left }) })
  }
}

function isDark(): boolean {
  const { theme } = document.documentElement.dataset
  return theme ? theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches
}
