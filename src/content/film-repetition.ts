/** How much of a caption its picture already prints. */
interface Repetition {
  /** From 0 to 1: the part of the caption's letters that stand on the picture, in runs of two and more. */
  share: number
  /** The longest run that both have, without marks; names count as nothing. */
  run: string
}

export function repetitionOf(
  caption: string,
  printed: readonly string[],
  names: readonly string[],
): Repetition {
  const said = bare(caption)
  const shown = printed.map(bare)
  const free = [...names, ...quotedNames([caption, ...printed])].map(bare)
  const covered = new Set<number>()
  let run = ''
  for (let from = 0; from < said.length; from++) {
    const found = longestRun(said.slice(from), shown)
    if (found.length < 2) continue
    for (let at = from; at < from + found.length; at++) covered.add(at)
    if (found.length > run.length && !free.some((name) => name.includes(found))) run = found
  }
  return { share: said.length === 0 ? 0 : covered.size / said.length, run }
}

function longestRun(text: string, among: readonly string[]): string {
  let length = 0
  while (length < text.length && among.some((one) => one.includes(text.slice(0, length + 1))))
    length++
  return text.slice(0, length)
}

function quotedNames(texts: readonly string[]): string[] {
  return texts.flatMap((text) => Array.from(text.matchAll(/“([^“”]+)”/g), ([, name = '']) => name))
}

function bare(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '')
}
