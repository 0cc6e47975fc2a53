/**
 * Keys teams press, by their place on the keyboard (`KeyboardEvent.code`), so that an input method
 * changes nothing. They lie apart and are on every keyboard: four hands reach four of them.
 */
export const usualKeys = [
  'Digit1',
  'Digit4',
  'Digit7',
  'Digit0',
  'KeyZ',
  'KeyV',
  'KeyM',
  'KeyP',
] as const

/** The key of a code; a digit of the number pad is the digit. */
export function buzzerOf(code: string): string | undefined {
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(code)?.[1]
  if (digit !== undefined) return `Digit${digit}`
  return /^Key[A-Z]$/.test(code) ? code : undefined
}

/** What is printed on a key: `7`, `Z`. */
export function keyLabel(code: string): string {
  return code.replace(/^(Digit|Key)/, '')
}

/** The keys with one of them given to a team; the team that had it takes the other in exchange. */
export function withKey(keys: readonly string[], team: number, key: string): string[] {
  const had = keys[team] ?? key
  return keys.map((one, index) => (index === team ? key : one === key ? had : one))
}
