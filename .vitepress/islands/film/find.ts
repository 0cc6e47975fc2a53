/** Where a word stands in a line: offsets, the end not included. */
type Range = readonly [start: number, end: number]

/** Places of a word in a text, letters of either case and width alike. */
export function placesOf(word: string, text: string): Range[] {
  const wanted = folded(word.trim())
  if (wanted === '') return []
  const searched = folded(text)
  const places: Range[] = []
  for (let at = searched.indexOf(wanted); at >= 0; at = searched.indexOf(wanted, at + 1)) {
    if (at < (places.at(-1)?.[1] ?? 0)) continue
    places.push([at, at + wanted.length])
  }
  return places
}

/** Letter by letter, so that offsets hold. */
function folded(text: string): string {
  return Array.from(text, (letter) => {
    const plain = letter.normalize('NFKC').toLowerCase()
    return plain.length === letter.length ? plain : letter
  }).join('')
}
