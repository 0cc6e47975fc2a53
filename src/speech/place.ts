/** Where the reading is: which paragraph, and which sentence of it. */
export interface SpokenPlace {
  paragraph: number
  sentence: number
}

/** The sentence after this one; undefined at the end. `lengths` counts the sentences of each paragraph. */
export function nextSentence(
  lengths: readonly number[],
  { paragraph, sentence }: SpokenPlace,
): SpokenPlace | undefined {
  if (sentence + 1 < (lengths[paragraph] ?? 0)) return { paragraph, sentence: sentence + 1 }
  return nextParagraph(lengths, { paragraph, sentence })
}

/** The beginning of the paragraph after this one; undefined at the last. */
export function nextParagraph(
  lengths: readonly number[],
  { paragraph }: SpokenPlace,
): SpokenPlace | undefined {
  return paragraph + 1 < lengths.length ? { paragraph: paragraph + 1, sentence: 0 } : undefined
}

/** The beginning of this paragraph, or of the one before it when that is where the reading is. */
export function previousParagraph({ paragraph, sentence }: SpokenPlace): SpokenPlace {
  return { paragraph: sentence > 0 ? paragraph : Math.max(0, paragraph - 1), sentence: 0 }
}

const speeds = [0.8, 1, 1.25, 1.5] as const

/** The speed after this one; after the fastest the slowest. */
export function nextSpeed(speed: number): number {
  return speeds.find((one) => one > speed) ?? speeds[0]
}

/** Characters a voice says in a minute at its own speed. */
const charactersAMinute = 260

/** Minutes to listen to so many characters, at least one. */
export function listeningMinutes(characters: number): number {
  return Math.max(1, Math.round(characters / charactersAMinute))
}
