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
