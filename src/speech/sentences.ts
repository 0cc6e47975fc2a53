import { spoken } from './spoken.ts'

/** One sentence of a paragraph: where it stands, by characters, and what is said. */
interface Sentence {
  from: number
  to: number
  spoken: string
}

/** A sentence to its mark, the quotes and brackets that close behind it, and the joiners of notes. */
const sentence = /[^。！？!?；\n]*(?:[。！？!?；]+[”’）)》」』】]*|\n|$)[\u2060\s]*/g

/** Cut a paragraph into its sentences; those with nothing to say are left out. */
export function sentencesOf(paragraph: string): Sentence[] {
  const found: Sentence[] = []
  for (const { 0: written, index = 0 } of paragraph.matchAll(sentence)) {
    const said = spoken(written)
    if (!/[\u4e00-\u9fffA-Za-z]/.test(said)) continue
    const from = index + written.length - written.replace(/^[\u2060\s]+/, '').length
    found.push({ from, to: index + written.replace(/[\u2060\s]+$/, '').length, spoken: said })
  }
  return found
}

/**
 * Characters said in one utterance: at four a second and the slowest speed about ten seconds. Chromium
 * stops a remote voice after fifteen. Source: https://issues.chromium.org/issues/41294170
 */
const longest = 40

/** A spoken sentence in utterances short enough, cut at its pauses. */
export function breathsOf(said: string): string[] {
  const breaths: string[] = []
  let current = ''
  for (const part of said.match(/[^，、：；]*[，、：；]?/g) ?? []) {
    if (current !== '' && current.length + part.length > longest) {
      breaths.push(current)
      current = ''
    }
    current += part
  }
  if (current !== '') breaths.push(current)
  return breaths.flatMap((breath) => breath.match(/[^]{1,60}/g) ?? [])
}
