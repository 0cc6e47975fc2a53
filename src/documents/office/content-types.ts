import { xmlPart } from '../archive.ts'
import type { Archive } from '../archive.ts'
import { descendants } from '../tree.ts'

/** What the parts of an archive say they are. Source: ECMA-376, part 2, 10.1.2. */
export function contentTypesOf(archive: Archive): (part: string) => string | undefined {
  const [defaults, overrides] = [new Map<string, string>(), new Map<string, string>()]
  for (const { name, attributes } of descendants(xmlPart(archive, '[Content_Types].xml'))) {
    const { Extension, PartName, ContentType = '' } = attributes
    if (name.endsWith('Default') && Extension) defaults.set(Extension.toLowerCase(), ContentType)
    if (name.endsWith('Override') && PartName)
      overrides.set(PartName.replace(/^\/+/, '').toLowerCase(), ContentType)
  }
  return (part) => {
    const key = part.toLowerCase()
    return overrides.get(key) ?? defaults.get(key.slice(key.lastIndexOf('.') + 1))
  }
}

const heads: Readonly<Record<string, RegExp>> = {
  'image/png': /^\x89PNG/,
  'image/jpeg': /^\xff\xd8\xff/,
  'image/jpg': /^\xff\xd8\xff/,
  'image/gif': /^GIF8/,
  'image/bmp': /^BM/,
  'image/tiff': /^(II\*|MM\0\*)/,
  'image/webp': /^RIFF/,
}

/** Compound files (with macros, objects), programs, archives and documents under another name. */
const disguised = /^(\xd0\xcf\x11\xe0|MZ|\x7fELF|PK\x03\x04|%PDF|\{\\rtf|#!|Rar!|7z\xbc\xaf)/

/** Whether a part's bytes can be what its type says. */
export function isOfItsType(bytes: Uint8Array, type: string): boolean {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 64))
  if (type.endsWith('.sheet')) return head.startsWith('PK\x03\x04')
  if (type.endsWith('xml') || type.endsWith('vmlDrawing'))
    return bytes.length === 0 || /^(\xef\xbb\xbf)?\s*<|^(\xff\xfe<\0|\xfe\xff\0<)/.test(head)
  // windows-1252 reads bytes 0x80 to 0x9f as other characters than Latin-1 does.
  const latin = Buffer.from(bytes.subarray(0, 64)).toString('latin1')
  return (heads[type]?.test(latin) ?? true) && !disguised.test(latin)
}
