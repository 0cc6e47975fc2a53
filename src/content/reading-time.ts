/** Characters a reader reads in a minute. */
export const charactersAMinute = 350

/** Minutes to read so many characters, at least one. */
export function readingMinutes(characters: number): number {
  return Math.max(1, Math.round(characters / charactersAMinute))
}
