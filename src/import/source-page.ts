import { descendants, parseHtml, textOf } from '../documents/tree.ts'
import { decodeAny } from './encoding.ts'
import { metaOf } from './html/page.ts'
import { readSourceLine } from './source-line.ts'

/** Fields of a source, read from a saved page: its head, and a line such as `来源：… 责编：…`. */
export function sourceFromPage(bytes: Uint8Array): Record<string, unknown> | string {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 2048))
  const decoded = decodeAny(bytes, /charset=["']?([\w-]+)/i.exec(head)?.[1])
  if (!decoded) return '这不是网页文件，读不出文字。'
  const root = parseHtml(decoded.text)
  const lines = [...descendants(root)]
    .filter(
      ({ name, children }) => name !== 'script' && children.some((one) => typeof one === 'string'),
    )
    .map((element) => textOf(element).replace(/\s+/g, ' ').trim())
  const found = lines.map(readSourceLine).find((line) => line?.publisher) ?? {}
  const { title, ...rest } = { ...metaOf(root), ...found }
  const clean = title?.replace(/\s*[-_|｜—]{1,2}\s*[^-_|｜—]{1,20}$/, '').trim()
  return { ...rest, ...(clean ? { title: clean } : {}) }
}
