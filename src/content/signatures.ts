/**
 * How the bytes of files begin, as Latin-1. Source: https://en.wikipedia.org/wiki/List_of_file_signatures.
 * The order counts: pictures and sounds in the container of films stand in front of films.
 */
const signatures = {
  rtf: /^\s*\{\\rtf/,
  pdf: /^[\s\S]{0,200}%PDF-/,
  zip: /^PK/,
  compound: /^\xd0\xcf\x11\xe0/,
  jpeg: /^\xff\xd8\xff/,
  png: /^\x89PNG/,
  webp: /^RIFF[\s\S]{4}WEBP/,
  gif: /^GIF8/,
  bmp: /^BM[\s\S]{4}\0\0/,
  tiff: /^(?:II\*\0|MM\0\*|IIU\0)/,
  photoshop: /^8BPS/,
  metafile: /^\xd7\xcd\xc6\x9a|^\x01\0\0\0[\s\S]{36} EMF/,
  heic: /^[\s\S]{4}ftyp(?:hei[cfmsx]|hev[cmsx]|mif1|msf1)/,
  avif: /^[\s\S]{4}ftypavi[fs]/,
  sound: /^ID3|^\xff[\xfb\xf3\xf2]|^RIFF[\s\S]{4}WAVE|^[\s\S]{4}ftypM4A|^#!AMR|^OggS|^fLaC/,
  film: /^[\s\S]{4}(?:ftyp|moov|mdat|wide)|^\x1aE\xdf\xa3|^RIFF[\s\S]{4}AVI |^FLV|^0&\xb2u\x8ef\xcf\x11|^\0\0\x01[\xba\xb3]/,
  archive: /^Rar!|^7z\xbc\xaf|^\x1f\x8b|^BZh|^\xfd7zXZ|^[\s\S]{257}ustar/,
  shortcut: /^L\0\0\0\x01\x14\x02\0/,
  web: /^\s*<(?:!doctype|html|head|body|\?xml|svg)/i,
} as const

export type Signature = keyof typeof signatures

/** What a file's beginning says it is; 512 bytes are enough. */
export function signatureOf(head: Uint8Array): Signature | undefined {
  const text = new TextDecoder('latin1').decode(head.subarray(0, 512))
  // Keys of a literal object.
  const names = Object.keys(signatures) as Signature[]
  return names.find((name) => signatures[name].test(text))
}
