import type { Page } from '@playwright/test'

/** What the double was told to say, in order; silences are noted as such. */
export const silence = '（停）'

/**
 * Put a double in place of the browser's voices: browsers under test have none. It says nothing, notes
 * what it is asked to say, and ends an utterance when the test says so (`endUtterance`).
 */
export async function doubleSpeech(
  page: Page,
  voices: { name: string; lang: string }[],
  /** When the voices come: as in Chromium soon after the page began, or once it is drawn. */
  when: 'soon' | 'drawn' = 'soon',
) {
  await page.addInitScript(
    ({ given, silent, late }) => {
      class Utterance {
        onstart?: () => void
        onend?: () => void
        onerror?: (event: { error: string }) => void
        rate = 1
        lang = ''
        voice?: { name: string }
        constructor(readonly text: string) {}
      }
      const double = {
        asked: [] as { text: string; rate: number; voice?: string }[],
        current: undefined as Utterance | undefined,
        voices: [] as unknown[],
      }
      const listeners = new Set<() => void>()
      const speech = {
        pending: false,
        get speaking() {
          return double.current !== undefined
        },
        getVoices: () => double.voices,
        addEventListener: (_: string, listener: () => void) => listeners.add(listener),
        removeEventListener: (_: string, listener: () => void) => listeners.delete(listener),
        resume: () => undefined,
        cancel: () => {
          if (double.current) double.asked.push({ text: silent, rate: 0 })
          double.current = undefined
        },
        speak: (utterance: Utterance) => {
          if (utterance.text === '') return
          double.current = utterance
          const { text, rate, voice } = utterance
          double.asked.push({ text, rate, ...(voice ? { voice: voice.name } : {}) })
          utterance.onstart?.()
        },
      }
      Object.defineProperty(window, 'speechSynthesis', { value: speech })
      Object.defineProperty(window, 'SpeechSynthesisUtterance', { value: Utterance })
      Object.assign(window, {
        speechDouble: double,
        endUtterance: (error?: string) => {
          const ended = double.current
          double.current = undefined
          if (error) ended?.onerror?.({ error })
          else ended?.onend?.()
        },
      })
      const come = () => {
        double.voices = given.map((voice) => ({
          ...voice,
          voiceURI: voice.name,
          localService: true,
        }))
        for (const listener of listeners) listener()
      }
      if (late) addEventListener('load', () => setTimeout(come, 200))
      else setTimeout(come, 50)
    },
    { given: voices, silent: silence, late: when === 'drawn' },
  )
}

interface Asked {
  text: string
  rate: number
  voice?: string
}

export function asked(page: Page): Promise<Asked[]> {
  return page.evaluate('speechDouble.asked')
}

export async function endUtterance(page: Page, error = ''): Promise<void> {
  await page.evaluate(`endUtterance(${JSON.stringify(error)})`)
}
