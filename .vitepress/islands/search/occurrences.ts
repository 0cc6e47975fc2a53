/** Where words stand in the texts of a page. */
interface Occurrence {
  /** Which text. */
  text: number
  start: number
  /** Exclusive. */
  end: number
  /** Parts of one occurrence that runs over several texts share a number. */
  number: number
}

/** More marks help nobody. */
const most = 200

/**
 * Every place of the words in texts that follow each other as one, as bold words and links part a
 * sentence; ascending, none inside another, the longer word first. Case says nothing.
 */
export function occurrencesOf(texts: readonly string[], words: readonly string[]): Occurrence[] {
  const whole = texts.join('').toLowerCase()
  const found: { start: number; end: number }[] = []
  for (const word of [...words].sort((a, b) => b.length - a.length)) {
    const wanted = word.toLowerCase()
    if (!wanted.trim()) continue
    for (let at = whole.indexOf(wanted); at >= 0; at = whole.indexOf(wanted, at + wanted.length)) {
      const end = at + wanted.length
      if (found.every((other) => other.end <= at || end <= other.start))
        found.push({ start: at, end })
    }
  }
  found.sort((a, b) => a.start - b.start)
  return found.slice(0, most).flatMap((one, number) => partsOf(texts, one, number))
}

function partsOf(
  texts: readonly string[],
  { start, end }: { start: number; end: number },
  number: number,
): Occurrence[] {
  const parts: Occurrence[] = []
  let from = 0
  texts.forEach(({ length }, text) => {
    const [first, last] = [Math.max(start, from), Math.min(end, from + length)]
    if (first < last) parts.push({ text, start: first - from, end: last - from, number })
    from += length
  })
  return parts
}
