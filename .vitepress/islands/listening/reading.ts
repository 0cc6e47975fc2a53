import { nextParagraph, nextSpeed, onward, previousParagraph } from '../../../src/speech/place.ts'
import type { Place } from '../../../src/speech/place.ts'
import { spoken } from '../../../src/speech/spoken.ts'
import { chosenVoice } from '../../../src/speech/voices.ts'
import { loadStyleSheet } from '../style-sheet.ts'
import sheet from '../../theme/styles/listening.css?url&no-inline'
import { Dock } from './dock.ts'
import type { DockAction } from './dock.ts'
import { Follower } from './follow.ts'
import { markText } from './mark.ts'
import { keepHabit, readHabit } from './memory.ts'
import { passagesOf } from './passages.ts'
import type { Passage } from './passages.ts'
import { Speaker } from './speaker.ts'
import type { Outcome } from './speaker.ts'
import { goesOn } from './start.ts'
import type { ListeningProps } from './start.ts'

let current: Reading | undefined

/** Begin to read the page, or pause and go on. */
export async function toggleReading(
  root: HTMLElement,
  button: HTMLButtonElement,
  told: ListeningProps,
): Promise<void> {
  if (current) return current.act('toggle')
  const reading = (current = new Reading(root, button, told, () => (current = undefined)))
  await loadStyleSheet(sheet)
  reading.begin()
}

/** One page being read aloud, from its button to its end. */
class Reading {
  private readonly passages = passagesOf(document)
  private readonly lengths = this.passages.map(({ sentences }) => sentences.length)
  private readonly speaker = new Speaker()
  private readonly dock: Dock
  private readonly follower: Follower
  private habit = readHabit()
  private place: Place = { paragraph: 0, sentence: 0 }
  private isPlaying = false
  private says = ''
  private unmark: (() => void) | undefined
  private readonly leave = () => this.speaker.silence()
  private readonly wake = () => {
    // Phones end a voice when the page goes out of sight, and do not say so.
    if (document.visibilityState === 'visible' && this.isPlaying && !speechSynthesis.speaking)
      this.speak()
  }
  private readonly voices = () => this.offerVoices()

  constructor(
    root: HTMLElement,
    private readonly button: HTMLButtonElement,
    private readonly told: ListeningProps,
    private readonly ended: () => void,
  ) {
    const title = document.querySelector('h1')?.textContent ?? ''
    this.dock = new Dock(
      title,
      (action) => this.act(action),
      (voice) => this.setHabit({ ...this.habit, voice }),
    )
    root.append(this.dock.root)
    this.follower = new Follower(this.dock.root)
    addEventListener('pagehide', this.leave)
    document.addEventListener('visibilitychange', this.wake)
    speechSynthesis.addEventListener?.('voiceschanged', this.voices)
  }

  begin(): void {
    document.documentElement.classList.add('is-listening')
    for (const film of document.querySelectorAll('video')) film.pause()
    this.offerVoices()
    this.speak()
  }

  act(action: DockAction): void {
    this.follower.resume()
    if (action === 'stop') return this.stop()
    if (action === 'toggle') return this.isPlaying ? this.pause() : this.speak()
    if (action === 'speed')
      return this.setHabit({ ...this.habit, speed: nextSpeed(this.habit.speed) })
    const place =
      action === 'back' ? previousParagraph(this.place) : nextParagraph(this.lengths, this.place)
    if (place) this.go(place)
  }

  private go(place: Place): void {
    this.place = place
    this.speak()
  }

  /** Say the sentence of the present place, and go on from there. */
  private speak(): void {
    const passage = this.passages[this.place.paragraph]
    const sentence = passage?.sentences[this.place.sentence]
    if (!passage || !sentence) return this.stop()
    this.isPlaying = true
    this.says = ''
    this.mark(passage, sentence.ranges)
    this.show()
    this.speaker.say(sentence.spoken, this.habit, (outcome) => this.heard(outcome))
  }

  private heard(outcome: Outcome): void {
    if (outcome !== 'said') return this.fail(outcome)
    const next = onward(this.lengths, this.place)
    if (next) this.go(next)
    else this.finish()
  }

  /** Some browsers let a page speak only after a tap on it; others lose the voice. */
  private fail(outcome: Outcome): void {
    this.pause()
    this.says =
      outcome === 'refused' ? '按播放接着听' : '这个声音没有读出来，换一个声音，或再按播放'
    this.show()
  }

  /** The end of the page: a course goes on with its next lesson. */
  private finish(): void {
    const { next } = this.told
    if (!next) return this.stop()
    this.says = `下一课：${next.text}`
    this.show()
    this.speaker.say(`这一课读完了。下一课，${spoken(next.text)}。`, this.habit, () =>
      location.assign(next.href + goesOn),
    )
  }

  private pause(): void {
    this.speaker.silence()
    this.isPlaying = false
    this.show()
  }

  private stop(): void {
    this.speaker.silence()
    this.unmark?.()
    this.follower.stop()
    removeEventListener('pagehide', this.leave)
    document.removeEventListener('visibilitychange', this.wake)
    speechSynthesis.removeEventListener?.('voiceschanged', this.voices)
    const hadFocus = this.dock.root.contains(document.activeElement)
    this.dock.root.remove()
    document.documentElement.classList.remove('is-listening')
    showOn(this.button, '收听全文')
    if (hadFocus) this.button.focus()
    this.ended()
  }

  private setHabit(habit: typeof this.habit): void {
    this.habit = habit
    keepHabit(habit)
    if (this.isPlaying) this.speak()
    else this.show()
  }

  private offerVoices(): void {
    const voices = speechSynthesis.getVoices()
    this.dock.offerVoices(voices, chosenVoice(voices, this.habit.voice)?.voiceURI)
  }

  private mark({ element }: Passage, ranges: Passage['sentences'][number]['ranges']): void {
    this.unmark?.()
    const unmark = markText(ranges)
    element.dataset.reading = ''
    this.unmark = () => {
      unmark()
      delete element.dataset.reading
    }
    this.follower.show(element.querySelector('mark.say') ?? element)
  }

  private show(): void {
    const { paragraph } = this.place
    const where = this.says || `第${paragraph + 1}段，共${this.lengths.length}段`
    this.dock.show({
      where: `${where} · 合成语音`,
      speed: this.habit.speed,
      isPlaying: this.isPlaying,
    })
    showOn(this.button, this.isPlaying ? '暂停' : '接着听')
  }
}

function showOn(button: HTMLButtonElement, words: string): void {
  const label = button.querySelector('span')
  if (label) label.textContent = words
}
