import { quoted } from '../../../src/model/quotation.ts'
import { clock } from '../../../src/pages/time.ts'
import { begunBy } from './begun.ts'
import { placesOf } from './find.ts'
import { find, findAll } from './page.ts'
import { wholeFigures } from './whole-figures.ts'

interface Line {
  element: HTMLElement
  said: HTMLElement
  text: string
  start: number
}

/** The living transcript: marks the current line and follows it, finds words, quotes. */
export class Transcript {
  private readonly lines: Line[]
  private readonly box: HTMLElement
  private readonly back: HTMLElement
  private current: Line | undefined
  private following = true
  private hits: HTMLElement[] = []
  private hit = 0
  /** The box is being scrolled by us, not by the reader. */
  private ours = false

  constructor(
    private readonly root: HTMLElement,
    lead: (seconds: number) => string,
  ) {
    this.box = find(root, '[data-lines]')
    this.back = find(root, '[data-do="back"]')
    this.lines = findAll(root, '[data-t]').map((element) => {
      const said = find(element, '[data-said]')
      const start = Number(element.dataset.t)
      find<HTMLAnchorElement>(element, '.tl').href = lead(start)
      return { element, said, text: said.textContent ?? '', start }
    })
    const input = find<HTMLInputElement>(root, '[data-find]')
    input.addEventListener('input', () => this.find(input.value))
    if (input.value) this.find(input.value)
    input.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || event.isComposing) return
      event.preventDefault()
      this.go(event.shiftKey ? -1 : 1)
    })
    for (const event of ['wheel', 'touchmove', 'scroll'])
      this.box.addEventListener(event, () => this.leave(event), { passive: true })
  }

  /** Mark the line of a second. */
  show(seconds: number): void {
    const line = begunBy(this.lines, seconds, ({ start }) => start).at(-1)
    if (line === this.current) return
    this.current?.element.removeAttribute('aria-current')
    this.current = line
    line?.element.setAttribute('aria-current', 'true')
    if (this.following) this.bringBack()
    else this.offer()
  }

  /** Addresses name whole seconds: one that a line begins within means that line. */
  snapped(seconds: number): number {
    const line = this.lines.find(({ start }) => Math.floor(start) === seconds)
    return line?.start ?? seconds
  }

  /** Show the current line again, and follow from now on. */
  follow(): void {
    this.following = true
    this.back.hidden = true
    this.bringBack()
    if (!this.scrolls()) this.current?.element.scrollIntoView({ block: 'center' })
  }

  /** The current line as a quotation with its time. */
  quotation(title: string, address: (seconds: number) => string): string {
    const { text, start } = this.current ?? this.lines[0] ?? { text: '', start: 0 }
    return `${quoted(text)}（《${title}》${clock(start)}，${address(start)}）`
  }

  /** To the next hit, or the one before. */
  go(by: 1 | -1): void {
    if (this.hits.length === 0) return
    this.hit = (this.hit + by + this.hits.length) % this.hits.length
    this.showHit()
  }

  private find(word: string): void {
    this.hits = []
    for (const { said, text } of this.lines) {
      said.textContent = ''
      let at = 0
      for (const [from, to] of placesOf(word, text)) {
        const mark = document.createElement('mark')
        mark.textContent = text.slice(from, to)
        said.append(...wholeFigures(text.slice(at, from)), mark)
        this.hits.push(mark)
        at = to
      }
      said.append(...wholeFigures(text.slice(at)))
    }
    find(this.root, '[data-hits]').hidden = word.trim() === ''
    this.hit = 0
    this.showHit()
  }

  private showHit(): void {
    const count = this.hits.length
    find(this.root, '[data-hit-count]').textContent =
      count > 0 ? `第${this.hit + 1}处，共${count}处` : '没有找到'
    this.hits.forEach((mark, index) => mark.classList.toggle('is-here', index === this.hit))
    const mark = this.hits[this.hit]
    if (!mark) return
    this.following = false
    this.offer()
    this.reveal(mark)
  }

  private leave(event: string): void {
    if (event === 'scroll' ? this.ours : !this.scrolls()) return
    if (event === 'scroll' && !this.scrolls()) return
    this.following = false
    this.offer()
  }

  private offer(): void {
    this.back.hidden = !this.current || this.following
  }

  private bringBack(): void {
    if (this.current && this.scrolls()) this.reveal(this.current.element)
  }

  /** Bring into view inside the box; where the page scrolls instead, only what the reader asked for. */
  private reveal(element: HTMLElement): void {
    if (!this.scrolls()) return element.scrollIntoView({ block: 'center' })
    this.ours = true
    const box = this.box.getBoundingClientRect()
    const line = element.getBoundingClientRect()
    this.box.scrollTop += line.top - box.top - box.height * 0.4
    setTimeout(() => (this.ours = false), 150)
  }

  private scrolls(): boolean {
    return this.box.scrollHeight > this.box.clientHeight + 4
  }
}
