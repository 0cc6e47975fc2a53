import { stretchesOf } from '../../../../src/meeting/deck/plan.ts'
import type { DeckAction } from '../../../../src/meeting/deck/keys.ts'
import type { StageData } from '../../../../src/meeting/deck/stage-data.ts'
import type { IconName } from '../../../theme/components/icons.ts'
import { canFill } from '../../film/full-screen.ts'
import { element, iconElement } from '../../element.ts'

export type BarAction = DeckAction | 'host'

const buttons: [action: BarAction, text: string, icon: IconName][] = [
  ['back', '上一页', 'left'],
  ['next', '下一页', 'right'],
  ['jump', '跳到', 'outline'],
  ['blank', '黑屏', 'screen'],
  ['dark', '暗室', 'moon'],
  ['full', '全屏', 'full'],
  ['host', '主持人窗口', 'monitor'],
  ['leave', '结束放映', 'cross'],
]

/** Milliseconds the bar stays after the last move. */
const patience = 4000

/** What the host presses: it comes with a move of the mouse, a touch or a key, and goes by itself. */
export class DeckBar {
  private readonly bar = element('div', { class: 'sl-bar', role: 'toolbar', 'aria-label': '放映' })
  private readonly list: HTMLElement
  private readonly at = element('span', { class: 'sl-bar__at num' })
  private timer = 0

  constructor(
    place: HTMLElement,
    private readonly stage: StageData,
    act: (action: BarAction) => void,
    go: (to: number) => void,
  ) {
    for (const [action, text, icon] of buttons) {
      const button = element('button', { type: 'button', 'data-act': action })
      button.append(...(action === 'next' ? [text, iconElement(icon)] : [iconElement(icon), text]))
      button.addEventListener('click', () => act(action))
      if (action === 'leave') this.bar.append(this.at)
      this.bar.append(button)
    }
    this.button('full').hidden = !canFill(document.documentElement)
    this.list = this.jumpList(go)
    place.append(this.list, this.bar)
    this.show()
    this.closeList()
  }

  /** Be there for a while. */
  show(): void {
    this.bar.hidden = false
    window.clearTimeout(this.timer)
    this.timer = window.setTimeout(() => this.rest(), patience)
  }

  hide(): void {
    this.closeList()
    this.bar.hidden = true
  }

  get isShown(): boolean {
    return !this.bar.hidden
  }

  get isListOpen(): boolean {
    return !this.list.hidden
  }

  toggleList(): void {
    if (this.isListOpen) return this.closeList()
    this.show()
    this.list.hidden = false
    this.button('jump').setAttribute('aria-expanded', 'true')
    const current = this.list.querySelector<HTMLElement>('[aria-current]')
    current?.focus()
  }

  closeList(): void {
    const hadFocus = this.list.contains(document.activeElement)
    this.list.hidden = true
    this.button('jump').setAttribute('aria-expanded', 'false')
    if (hadFocus) this.button('jump').focus()
  }

  /** Say where the showing is. */
  tell(at: number, words: string, { dark, blank }: { dark: boolean; blank: boolean }): void {
    this.at.textContent = words
    this.button('dark').setAttribute('aria-pressed', String(dark))
    this.button('blank').setAttribute('aria-pressed', String(blank))
    for (const link of this.list.querySelectorAll('a')) {
      const [from, to] = [Number(link.dataset.from), Number(link.dataset.to)]
      if (at + 1 >= from && at + 1 <= to) link.setAttribute('aria-current', 'page')
      else link.removeAttribute('aria-current')
    }
  }

  private rest(): void {
    const { activeElement } = document
    // Whoever works with the keyboard in it is not finished.
    const used = this.bar.contains(activeElement) || this.list.contains(activeElement)
    if (this.isListOpen || used) this.show()
    else this.bar.hidden = true
  }

  private button(action: BarAction): HTMLElement {
    const button = this.bar.querySelector<HTMLElement>(`[data-act="${action}"]`)
    if (!button) throw new Error(`the bar has no ${action}`)
    return button
  }

  private jumpList(go: (to: number) => void): HTMLElement {
    const items = stretchesOf(this.stage).map(({ name, from, to }) => {
      const pages = from === to ? String(from) : `${from}–${to}`
      const link = element(
        'a',
        { href: `#${this.stage.slides[from - 1]?.id ?? ''}`, 'data-from': String(from) },
        element('span', {}, name),
        element('i', { class: 'num' }, pages),
      )
      link.dataset.to = String(to)
      link.addEventListener('click', (event) => {
        event.preventDefault()
        go(from - 1)
      })
      return element('li', {}, link)
    })
    const title = element('h2', { id: 'sl-jump-title' }, '跳到')
    return element(
      'nav',
      { class: 'sl-jump', 'aria-labelledby': 'sl-jump-title' },
      title,
      element('ol', {}, ...items),
    )
  }
}
