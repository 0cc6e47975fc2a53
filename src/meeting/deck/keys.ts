/** What a key asks of a showing. */
export type DeckAction =
  'next' | 'back' | 'first' | 'last' | 'blank' | 'dark' | 'jump' | 'full' | 'leave'

/** Keys of the keyboard and of clickers, which send PageUp, PageDown, B and Esc or F5. */
const keys: Readonly<Record<string, DeckAction>> = {
  PageDown: 'next',
  ArrowRight: 'next',
  ArrowDown: 'next',
  ' ': 'next',
  Enter: 'next',
  PageUp: 'back',
  ArrowLeft: 'back',
  ArrowUp: 'back',
  Backspace: 'back',
  Home: 'first',
  End: 'last',
  Escape: 'leave',
  F5: 'full',
}
/** By the place of the key, so that input methods do not matter. */
const codes: Readonly<Record<string, DeckAction>> = {
  KeyB: 'blank',
  Period: 'blank',
  KeyD: 'dark',
  KeyG: 'jump',
  KeyF: 'full',
}

type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'altKey' | 'ctrlKey' | 'metaKey'>

/** The action of a key; undefined for keys that are the browser's, or another's. */
export function actionOf({ key, code, altKey, ctrlKey, metaKey }: Pressed): DeckAction | undefined {
  if (altKey || ctrlKey || metaKey) return undefined
  return keys[key] ?? codes[code]
}
