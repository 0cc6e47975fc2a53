/** Words of a text that may be the name of a file or a fact. */
export function wordsIn(text: string): string[] {
  return text.match(/[a-z0-9-]+/gi) ?? []
}

/** The same words, each once, as a text of its own: by them files are found that name each other. */
export function plainWords(text: string): string {
  return [...new Set(wordsIn(text))].join(' ')
}
