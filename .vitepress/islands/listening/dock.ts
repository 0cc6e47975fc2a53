import { chineseVoices, voiceLabel } from '../../../src/speech/voices.ts'
import { element, iconElement } from '../element.ts'
import type { IconName } from '../../theme/components/icons.ts'

export type DockAction = 'speed' | 'previous' | 'toggle' | 'next' | 'stop'

/** What the dock shows. */
interface Shown {
  where: string
  speed: number
  isPlaying: boolean
}

/** The controls of the reading, at the foot of the window. */
export class Dock {
  readonly root = element('section', { class: 'dock screen-only', 'aria-label': '收听' })
  private readonly where = element('span', {})
  private readonly speed = this.button('speed')
  private readonly toggle = this.button('toggle', 'dock__main')

  constructor(
    title: string,
    private readonly act: (action: DockAction) => void,
    private readonly chooseVoice: (uri: string) => void,
  ) {
    const about = element('p', { class: 'dock__about' }, element('b', {}, title), this.where)
    const stop = this.button('stop', 'dock__stop')
    stop.append(iconElement('cross'), '停止')
    const controls = element('div', { class: 'dock__controls' })
    controls.append(
      this.speed,
      this.named('previous', '上一段', 'before'),
      this.toggle,
      this.named('next', '下一段', 'after'),
    )
    this.root.append(element('div', { class: 'wrap dock__in' }, about, stop, controls))
  }

  show({ where, speed, isPlaying }: Shown): void {
    this.where.textContent = where
    this.speed.textContent = `${speed.toFixed(2).replace(/0$/, '')}倍`
    this.speed.setAttribute('aria-label', `语速${speed}倍`)
    const name = isPlaying ? '暂停' : '播放'
    if (this.toggle.getAttribute('aria-label') === name) return
    this.toggle.setAttribute('aria-label', name)
    this.toggle.replaceChildren(iconElement(isPlaying ? 'pause' : 'play'))
  }

  /** Offer the voices there are; one alone is no choice. */
  offerVoices(voices: readonly SpeechSynthesisVoice[], chosen: string | undefined): void {
    const chinese = chineseVoices(voices)
    this.root.querySelector('select')?.remove()
    if (chinese.length < 2) return
    const select = element('select', { 'aria-label': '声音' })
    for (const voice of chinese) {
      const option = element('option', { value: voice.voiceURI }, voiceLabel(voice))
      option.selected = voice.voiceURI === chosen
      select.append(option)
    }
    select.addEventListener('change', () => this.chooseVoice(select.value))
    this.root.querySelector('.dock__controls')?.append(select)
  }

  private button(action: DockAction, className = ''): HTMLButtonElement {
    const button = element('button', { type: 'button', class: className })
    button.addEventListener('click', () => this.act(action))
    return button
  }

  private named(action: DockAction, name: string, icon: IconName): HTMLButtonElement {
    const button = this.button(action)
    button.setAttribute('aria-label', name)
    button.append(iconElement(icon))
    return button
  }
}
