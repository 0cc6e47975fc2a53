import {
  nextParagraph,
  nextSpeed,
  nextSentence,
  previousParagraph,
} from '../../../src/speech/place.ts'
import type { SpokenPlace } from '../../../src/speech/place.ts'
import { spoken } from '../../../src/speech/spoken.ts'
import { chosenVoice } from '../../../src/speech/voices.ts'
import { loadStyleSheet } from '../style-sheet.ts'
import listeningStyles from '../../theme/styles/listening.css?url&no-inline'
import { Dock } from './dock.ts'
import type { DockAction } from './dock.ts'
import { Follower } from './follow.ts'
import { ReadingMark } from './mark.ts'
import { readSettings, saveSettings } from './memory.ts'
import type { ListeningSettings } from './memory.ts'
import { passagesOf } from './passages.ts'
import { Speaker } from './speaker.ts'
import type { Outcome } from './speaker.ts'
import { continueHash } from './start.ts'
import type { ListeningProps } from './start.ts'

/** The reading of this page, while there is one: the button begins it, then pauses it and goes on. */
let currentReading: Reading | undefined

/** Begin to read the page, or pause and go on. */
export async function toggleReading(
  root: HTMLElement,
  button: HTMLButtonElement,
  props: ListeningProps,
): Promise<void> {
  if (currentReading) return currentReading.act('toggle')
  const reading = new Reading(root, button, props, () => (currentReading = undefined))
  currentReading = reading
  await loadStyleSheet(listeningStyles)
  reading.start()
}

/** One page being read aloud, from its button to its end. */
class Reading {
  private readonly passages = passagesOf(document)
  private readonly lengths = this.passages.map(({ sentences }) => sentences.length)
  private readonly speaker = new Speaker()
  private readonly mark = new ReadingMark()
  private readonly dock: Dock
  private readonly follower: Follower
  private settings = readSettings()
  private place: SpokenPlace = { paragraph: 0, sentence: 0 }
  private isPlaying = false
  /** Stands in the dock in place of the paragraph's number; empty while it reads. */
  private notice = ''
  private readonly silenceOnLeave = () => this.speaker.silence()
  private readonly resumeWhenVisible = () => {
    // Phones end a voice when the page goes out of sight, and do not say so.
    if (document.visibilityState === 'visible' && this.isPlaying && !speechSynthesis.speaking)
      this.speak()
  }
  private readonly onVoicesChanged = () => this.offerVoices()

  constructor(
    root: HTMLElement,
    private readonly button: HTMLButtonElement,
    private readonly props: ListeningProps,
    private readonly onEnd: () => void,
  ) {
    const title = document.querySelector('h1')?.textContent ?? ''
    this.dock = new Dock(
      title,
      (action) => this.act(action),
      (voice) => this.applySettings({ ...this.settings, voice }),
    )
    root.append(this.dock.root)
    this.follower = new Follower(this.dock.root)
    addEventListener('pagehide', this.silenceOnLeave)
    document.addEventListener('visibilitychange', this.resumeWhenVisible)
    speechSynthesis.addEventListener?.('voiceschanged', this.onVoicesChanged)
  }

  /** Begin at the first paragraph; films on the page fall silent. */
  start(): void {
    document.documentElement.classList.add('is-listening')
    for (const film of document.querySelectorAll('video')) film.pause()
    this.offerVoices()
    this.speak()
  }

  /** Do what a button of the dock, or the one on the page, asks. */
  act(action: DockAction): void {
    this.follower.resume()
    if (action === 'stop') return this.stop()
    if (action === 'toggle') return this.isPlaying ? this.pause() : this.speak()
    if (action === 'speed')
      return this.applySettings({ ...this.settings, speed: nextSpeed(this.settings.speed) })
    const place =
      action === 'previous'
        ? previousParagraph(this.place)
        : nextParagraph(this.lengths, this.place)
    if (place) this.goTo(place)
  }

  private goTo(place: SpokenPlace): void {
    this.place = place
    this.speak()
  }

  /** Say the sentence of the present place, and go on from there. */
  private speak(): void {
    const passage = this.passages[this.place.paragraph]
    const sentence = passage?.sentences[this.place.sentence]
    if (!passage || !sentence) return this.stop()
    this.isPlaying = true
    this.notice = ''
    this.follower.show(this.mark.show(passage, sentence))
    this.show()
    this.speaker.say(sentence.spoken, this.settings, (outcome) => this.handleOutcome(outcome))
  }

  /** After a sentence: the next one, the end, or why it was not said. */
  private handleOutcome(outcome: Outcome): void {
    if (outcome !== 'said') return this.fail(outcome)
    const next = nextSentence(this.lengths, this.place)
    if (next) this.goTo(next)
    else this.finish()
  }

  /** Some browsers let a page speak only after a tap on it; others lose the voice. */
  private fail(outcome: Outcome): void {
    this.pause()
    this.notice =
      outcome === 'refused' ? '按播放接着听' : '这个声音没有读出来，换一个声音，或再按播放'
    this.show()
  }

  /** The end of the page: a course goes on with its next lesson. */
  private finish(): void {
    const { next } = this.props
    if (!next) return this.stop()
    this.notice = `下一课：${next.text}`
    this.show()
    this.speaker.say(`这一课读完了。下一课，${spoken(next.text)}。`, this.settings, () =>
      location.assign(next.href + continueHash),
    )
  }

  private pause(): void {
    this.speaker.silence()
    this.isPlaying = false
    this.show()
  }

  private stop(): void {
    this.speaker.silence()
    this.mark.clear()
    this.follower.stop()
    removeEventListener('pagehide', this.silenceOnLeave)
    document.removeEventListener('visibilitychange', this.resumeWhenVisible)
    speechSynthesis.removeEventListener?.('voiceschanged', this.onVoicesChanged)
    const hadFocus = this.dock.root.contains(document.activeElement)
    this.dock.root.remove()
    document.documentElement.classList.remove('is-listening')
    setLabel(this.button, '收听全文')
    if (hadFocus) this.button.focus()
    this.onEnd()
  }

  private applySettings(settings: ListeningSettings): void {
    this.settings = settings
    saveSettings(settings)
    if (this.isPlaying) this.speak()
    else this.show()
  }

  private offerVoices(): void {
    const voices = speechSynthesis.getVoices()
    this.dock.offerVoices(voices, chosenVoice(voices, this.settings.voice)?.voiceURI)
  }

  private show(): void {
    const { paragraph } = this.place
    const where = this.notice || `第${paragraph + 1}段，共${this.lengths.length}段`
    this.dock.show({
      where: `${where} · 合成语音`,
      speed: this.settings.speed,
      isPlaying: this.isPlaying,
    })
    setLabel(this.button, this.isPlaying ? '暂停' : '接着听')
  }
}

function setLabel(button: HTMLButtonElement, text: string): void {
  const label = button.querySelector('span')
  if (label) label.textContent = text
}
