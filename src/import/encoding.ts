import type { ImportFinding } from './blocks.ts'

/** What a file of mere text says, without its mark; or why it cannot be read, in one sentence. */
export function readLetters(
  bytes: Uint8Array,
): { text: string; findings: ImportFinding[] } | { fault: string } {
  const decoded = decodeAny(bytes)
  if (!decoded) return { fault: '这不是文本文件，读不出文字。' }
  const text = decoded.text.replace(/^\uFEFF/, '')
  if (text.trim() === '') return { fault: '没有文字，没有内容可以导入。' }
  if (hasLostChinese(text))
    return {
      fault:
        '文件里的汉字存成了问号，找不回来：请打开原来的文件，另存为 UTF-8 编码的（Excel 和 WPS 里选“CSV UTF-8”），再导入。',
    }
  const isGuessed = decoded.encoding === 'gb18030'
  const message = '文件按 GB 18030 编码读出，请看看有没有乱码。'
  return { text, findings: isGuessed ? [{ kind: 'guessed', message }] : [] }
}

/** Whether a program wrote Chinese in an encoding that has none: it writes a question mark a letter. */
function hasLostChinese(text: string): boolean {
  if (/[^\0-\x7f]/.test(text)) return false
  const marks = text.match(/\?{2,}/g) ?? []
  return marks.length > 2 && marks.join('').length * 5 > text.replace(/\s/g, '').length
}

/**
 * Bytes of a text as text: UTF-8, UTF-16 with a mark, or GB 18030, which old Chinese files are in.
 * `declared` is what the file says of itself. Undefined when it is no text.
 */
export function decodeAny(
  bytes: Uint8Array,
  declared?: string,
): { text: string; encoding: string } | undefined {
  const marks: [number, number, string][] = [
    [0xff, 0xfe, 'utf-16le'],
    [0xfe, 0xff, 'utf-16be'],
  ]
  const marked = marks.find(([first, second]) => bytes[0] === first && bytes[1] === second)?.[2]
  const candidates = [marked, 'utf-8', declared, 'gb18030']
  for (const encoding of candidates) {
    const text = encoding === undefined ? undefined : decode(bytes, encoding)
    if (text !== undefined && encoding !== undefined) return { text, encoding }
  }
  return undefined
}

function decode(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
    // A file with zero bytes is no text in this encoding.
    return text.includes('\0') ? undefined : text.replace(/\r\n?/g, '\n')
  } catch {
    return undefined
  }
}
