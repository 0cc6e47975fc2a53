import { signatureOf } from '../content/signatures.ts'
import type { Signature } from '../content/signatures.ts'

/** Kinds of files that people hand over, by what their bytes say. */
export type FileKind =
  | keyof typeof zipParts
  | (
      | 'empty'
      | 'damaged-zip'
      | 'zip'
      | 'doc'
      | 'ppt'
      | 'xls'
      | 'ods'
      | 'odp'
      | 'locked'
      | 'compound'
      | 'rtf'
      | 'pdf'
    )
  | ('html' | 'mht' | 'uof' | 'xml' | 'text' | 'shortcut' | 'archive' | 'unknown')
  | ('heic' | 'image' | 'film' | 'sound')

/** Zip archives by a part that only this kind has. */
const zipParts = {
  docx: /^word\/document\d*\.xml$|^word\/.*\.xml$/m,
  xlsx: /^xl\//m,
  pptx: /^ppt\//m,
  odt: /^mimetype$/m,
  ofd: /^OFD\.xml$/m,
  iwork: /^Index(\/Document\.iwa|\.zip)$|\.iwa$|^index\.(?:xml|apxl)(?:\.gz)?$/m,
  xps: /^FixedDocSeq\.fdseq$|^FixedDocumentSequence\.fdseq$/m,
}

/** What a file is. A zip is looked into by its list of names, without unpacking. */
export function kindOfFile(bytes: Uint8Array): FileKind {
  if (bytes.length === 0) return 'empty'
  const signature = signatureOf(bytes)
  if (signature === 'zip') return kindOfZip(bytes)
  if (signature === 'compound') return kindOfCompound(bytes)
  if (signature !== undefined && signature !== 'web') return kinds[signature]
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 512))
  return isText(bytes) ? kindOfText(head) : 'unknown'
}

/** Kinds that more than one signature stands for; web pages are told from other texts below. */
const kinds: Readonly<Record<Exclude<Signature, 'zip' | 'compound' | 'web'>, FileKind>> = {
  ...{ rtf: 'rtf', pdf: 'pdf', heic: 'heic', sound: 'sound', film: 'film' },
  ...{ jpeg: 'image', png: 'image', webp: 'image', gif: 'image', bmp: 'image', tiff: 'image' },
  ...{ photoshop: 'image', metafile: 'image', avif: 'image' },
  ...{ archive: 'archive', shortcut: 'shortcut' },
}

const texts: [RegExp, FileKind][] = [
  [
    /^\s*(?:From: |MIME-Version:|Content-Type: multipart\/related)[\s\S]*(?:multipart\/related|MIME-Version)/i,
    'mht',
  ],
  [/<(?:\w+:)?UOF\b|schemas\.uof\.org/i, 'uof'],
  [/^\s*\[InternetShortcut\]/i, 'shortcut'],
  [/^\s*(?:<!--[\s\S]*?-->\s*)?<(?:!doctype html|html|head|body|meta)\b/i, 'html'],
  [/^\s*<\?xml[\s\S]*<(?:!doctype html|html)\b/i, 'html'],
  [/^\s*<\?xml/i, 'xml'],
]

function kindOfText(head: string): FileKind {
  const start = head.replace(/^\xef\xbb\xbf/, '')
  return texts.find(([pattern]) => pattern.test(start))?.[1] ?? 'text'
}

/** Bytes that may be a text in some encoding: no zero byte, or UTF-16 with its mark. */
function isText(bytes: Uint8Array): boolean {
  const [first, second] = bytes
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true
  return !bytes.subarray(0, 64 * 1024).includes(0)
}

function kindOfZip(bytes: Uint8Array): FileKind {
  const names = zipNames(bytes)
  if (names === undefined) return 'damaged-zip'
  const text = names.join('\n')
  // Keys of a literal object.
  const kinds = Object.keys(zipParts) as (keyof typeof zipParts)[]
  const kind = kinds.find((one) => zipParts[one].test(text)) ?? 'zip'
  return kind === 'odt' ? kindOfOpenDocument(bytes) : kind
}

/** OpenDocument files say what they are in their first part, which is not packed. Source: ODF 1.3, part 2, 3.3. */
function kindOfOpenDocument(bytes: Uint8Array): 'odt' | 'ods' | 'odp' {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 128))
  const [, kind] = /opendocument\.(spreadsheet|presentation)/.exec(head) ?? []
  return kind === 'spreadsheet' ? 'ods' : kind === 'presentation' ? 'odp' : 'odt'
}

/** Names of the central directory; undefined when it is not where the file says. Source: APPNOTE 6.3.10, 4.3.12. */
function zipNames(bytes: Uint8Array): string[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let end = bytes.length - 22
  while (end >= 0 && view.getUint32(end, true) !== 0x06054b50) end -= 1
  if (end < 0) return undefined
  const names: string[] = []
  let at = view.getUint32(end + 16, true)
  while (at + 46 <= bytes.length && view.getUint32(at, true) === 0x02014b50) {
    const [name = 0, extra = 0, comment = 0] = [28, 30, 32].map((field) =>
      view.getUint16(at + field, true),
    )
    const written = new TextDecoder('latin1').decode(bytes.subarray(at + 46, at + 46 + name))
    names.push(written.replaceAll('\\', '/').replace(/^\/+/, ''))
    at += 46 + name + extra + comment
  }
  return names.length > 0 ? names : undefined
}

/** Compound files hold old Office documents, WPS's own, and new ones that are encrypted. */
function kindOfCompound(bytes: Uint8Array): FileKind {
  const text = new TextDecoder('utf-16le').decode(bytes.subarray(0, bytes.length & ~1))
  if (text.includes('EncryptedPackage')) return 'locked'
  if (text.includes('WordDocument')) return 'doc'
  if (text.includes('PowerPoint Document')) return 'ppt'
  if (text.includes('Workbook') || /\bBook\0/.test(text)) return 'xls'
  return 'compound'
}
