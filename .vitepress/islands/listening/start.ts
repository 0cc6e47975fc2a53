import { chosenVoice } from '../../../src/speech/voices.ts'

/** What the page tells of its reading: the next lesson of a course, and its address. */
export interface ListeningProps {
  next?: { href: string; text: string }
}

/** Milliseconds after which voices are not waited for; some browsers have them late, some never. */
const patience = 3000
/** In the address of a page that the reading goes on with. */
export const continueHash = '#listen'

/**
 * The button that reads a page aloud. It is shown where the browser has a Chinese voice; the reading
 * itself is fetched when it is pressed, or when the address says that it goes on.
 */
export function mount(root: HTMLElement, data: unknown): void {
  const button = root.querySelector('button')
  if (!button || !('speechSynthesis' in window)) return void (root.hidden = true)
  // The page wrote this from the lesson's own view, as JSON.
  const props = (data ?? {}) as ListeningProps
  const begin = () => {
    takePlace(root)
    return import('./reading.ts').then(({ toggleReading }) => toggleReading(root, button, props))
  }
  button.addEventListener('click', () => {
    // iPhones let a page speak only after a tap has made it: this one says nothing.
    speechSynthesis.speak(new SpeechSynthesisUtterance(''))
    void begin()
  })
  const hasPlace = document.documentElement.dataset.speech !== undefined
  whenVoiced((isVoiced) => {
    keepVoiced(isVoiced)
    // A place that was kept stays, empty where the voice has gone: nothing of the page moves.
    root.hidden = !isVoiced && !hasPlace
    root.classList.toggle('is-ready', isVoiced)
    root.classList.toggle('is-late', isVoiced && !hasPlace)
    if (!isVoiced || location.hash !== continueHash) return
    history.replaceState(history.state, '', location.pathname + location.search)
    void begin()
  })
}

/** Once it is pressed, a button that floats stands below the title as any other: the reader has asked for it. */
function takePlace(root: HTMLElement): void {
  root.classList.remove('is-late')
  document.documentElement.dataset.speech = ''
}

/** `boot.js` reads it: where there is a voice, a place is kept for the button on the next page; on this one it floats. */
function keepVoiced(isVoiced: boolean): void {
  try {
    if (isVoiced) localStorage.setItem('chaotou:voiced', '1')
    else localStorage.removeItem('chaotou:voiced')
  } catch {
    // Storage is blocked: no page keeps a place, and the button comes when a voice is known.
  }
}

/** Tell once whether there is a Chinese voice, and again if one comes later. */
function whenVoiced(tell: (isVoiced: boolean) => void): void {
  const hasVoice = () => chosenVoice(speechSynthesis.getVoices()) !== undefined
  if (hasVoice()) return tell(true)
  const timer = setTimeout(() => tell(false), patience)
  const look = () => {
    if (!hasVoice()) return
    clearTimeout(timer)
    speechSynthesis.removeEventListener('voiceschanged', look)
    tell(true)
  }
  // Safari before 16 has no events of the voices: it is asked once more.
  if ('addEventListener' in speechSynthesis) speechSynthesis.addEventListener('voiceschanged', look)
  else setTimeout(look, patience / 2)
}
