/** What of a text is heard: letters, digits and characters, without marks and blanks. */
function heardIn(text: string): string {
  return text.replace(/[^\u3400-\u9fffA-Za-z0-9]/g, '').toLowerCase()
}

/**
 * For each thing said the index of the sentence it is read from, or undefined where it is in none: both in their order, a
 * sentence may be said in parts, and what is said may run over several sentences (the first is named).
 */
export function alignedWith(
  sentences: readonly string[],
  said: readonly string[],
): (number | undefined)[] {
  const starts: number[] = []
  let whole = ''
  for (const sentence of sentences) {
    starts.push(whole.length)
    whole += heardIn(sentence)
  }
  let from = 0
  return said.map((words) => {
    const heard = heardIn(words)
    const at = heard === '' ? -1 : whole.indexOf(heard, from)
    if (at < 0) return undefined
    from = at + heard.length
    return starts.filter((start) => start <= at).length - 1
  })
}
