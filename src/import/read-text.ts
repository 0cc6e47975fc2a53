import type { Block, ReadDocument } from './blocks.ts'
import { readLetters } from './encoding.ts'

/** Read plain text: a line a paragraph, or blocks between blank lines when lines were wrapped. */
export function readText(bytes: Uint8Array): ReadDocument | { fault: string } {
  const read = readLetters(bytes)
  if ('fault' in read) return read
  const { text, findings } = read
  const census = text.split('\n').filter((line) => line.trim() !== '')
  const paragraphs = isWrapped(census) ? unwrapped(text) : census
  return {
    blocks: paragraphs.map((line): Block => ({
      kind: 'paragraph',
      inlines: [{ kind: 'text', text: line }],
    })),
    notes: new Map(),
    pictures: [],
    findings,
    census,
    meta: {},
  }
}

/** Whether most lines break off at one width in the middle of a sentence. */
function isWrapped(lines: readonly string[]): boolean {
  const long = lines.filter((line) => line.length >= 30 && line.length <= 90)
  const broken = long.filter((line) => !/[。！？：；”）.!?:;)]\s*$/.test(line))
  return long.length >= 6 && broken.length > long.length * 0.6
}

function unwrapped(text: string): string[] {
  return text
    .split(/\n\s*\n|\n(?=\s{2,})/)
    .map((block) =>
      block
        .trim()
        .replace(/(?<=[\p{Script=Han}，。、；：])\n\s*(?=\p{Script=Han})/gu, '')
        .replace(/\n\s*/g, ' '),
    )
    .filter(Boolean)
}
