import { breathsOf } from '../../../src/speech/sentences.ts'
import { chosenVoice } from '../../../src/speech/voices.ts'
import type { ListeningSettings } from './memory.ts'

/** What became of a sentence: said, or the browser did not let the page speak, or it could not. */
export type Outcome = 'said' | 'refused' | 'failed'

/** Said when the page may not speak, or another page or a screen reader took the voice. */
const refusals: readonly string[] = ['not-allowed', 'interrupted', 'canceled']
/** Milliseconds in which a voice has begun, or it never will. */
const patience = 8000
/** Milliseconds a voice needs to fall silent. */
const settling = 80

/**
 * The browser's voice, one utterance at a time. Pausing an utterance is broken on Android and with
 * remote voices, so whoever pauses silences it and says the sentence again.
 */
export class Speaker {
  /** Kept, or Chromium collects it while it speaks and never says that it ended. */
  private utterance: SpeechSynthesisUtterance | undefined
  private turn = 0
  private timer = 0

  say(spoken: string, settings: ListeningSettings, done: (outcome: Outcome) => void): void {
    const isBusy = speechSynthesis.speaking || speechSynthesis.pending
    this.silence()
    const begin = () => this.next(breathsOf(spoken), settings, turn, done)
    const { turn } = this
    // Said at once after a silence, an utterance gets lost on Android.
    if (isBusy) this.timer = window.setTimeout(begin, settling)
    else begin()
  }

  silence(): void {
    this.turn += 1
    clearTimeout(this.timer)
    if (this.utterance) this.utterance.onend = this.utterance.onerror = null
    this.utterance = undefined
    speechSynthesis.cancel()
  }

  private next(
    breaths: string[],
    settings: ListeningSettings,
    turn: number,
    done: (outcome: Outcome) => void,
  ): void {
    const [breath, ...rest] = breaths
    if (breath === undefined) return done('said')
    const end = (outcome: Outcome) => {
      if (turn !== this.turn) return
      clearTimeout(this.timer)
      if (outcome === 'said') this.next(rest, settings, turn, done)
      else done(outcome)
    }
    const utterance = (this.utterance = utteranceOf(breath, settings))
    utterance.onstart = () => clearTimeout(this.timer)
    utterance.onend = () => end('said')
    utterance.onerror = ({ error }) => end(refusals.includes(error) ? 'refused' : 'failed')
    clearTimeout(this.timer)
    this.timer = window.setTimeout(() => end('failed'), patience)
    // An Android browser that was paused elsewhere stays so.
    speechSynthesis.resume()
    speechSynthesis.speak(utterance)
  }
}

function utteranceOf(
  text: string,
  { speed, voice: uri }: ListeningSettings,
): SpeechSynthesisUtterance {
  const utterance = new SpeechSynthesisUtterance(text)
  const voice = chosenVoice(speechSynthesis.getVoices(), uri)
  if (voice) utterance.voice = voice
  // Android speaks with its underscore.
  utterance.lang = voice?.lang.replace('_', '-') ?? 'zh-CN'
  utterance.rate = speed
  return utterance
}
