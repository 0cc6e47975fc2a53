import type { Block, ReadDocument } from './blocks.ts'
import { decodeAny } from './encoding.ts'

/** Read plain text: a line a paragraph, or blocks between blank lines when lines were wrapped. */
export function readText(bytes: Uint8Array): ReadDocument | { fault: string } {
  const decoded = decodeAny(bytes)
  if (!decoded) return { fault: '这不是文本文件，读不出文字。' }
  const text = decoded.text.replace(/^\uFEFF/, '')
  if (text.trim() === '') return { fault: '没有文字，没有内容可以导入。' }
  const census = text.split('\n').filter((line) => line.trim() !== '')
  const paragraphs = isWrapped(census) ? unwrapped(text) : census
  return {
    blocks: paragraphs.map((line): Block => ({
      kind: 'paragraph',
      inlines: [{ kind: 'text', text: line }],
    })),
    notes: new Map(),
    pictures: [],
    findings:
      decoded.encoding === 'gb18030'
        ? [{ kind: 'guessed', message: '文件按 GB 18030 编码读出，请看看有没有乱码。' }]
        : [],
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
