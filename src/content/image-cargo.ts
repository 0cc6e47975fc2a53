import { inflateSync } from 'node:zlib'

/** What an image file holds beside its picture: data that swells when unpacked, long metadata, something behind its end. */
export type Cargo = 'bomb' | 'metadata' | 'trailer'

/** Bytes of metadata a picture may have, packed and unpacked; a colour profile has 3 KB, a camera's Exif 60. */
const largest = { packed: 512 * 1024, unpacked: 1024 * 1024 }

/** What an image carries that is no picture. Its structure must be whole; else undefined. */
export function cargoOf(bytes: Uint8Array, type: string): Cargo | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    if (type === 'image/png') return cargoOfPng(view, bytes)
    if (type === 'image/jpeg') return cargoOfJpeg(view, bytes)
    return type === 'image/webp' ? cargoOfWebp(view, bytes) : undefined
  } catch (error) {
    // A length that points past the end: that it is not whole is another rule's matter.
    if (error instanceof RangeError) return undefined
    throw error
  }
}

const isPadding = (bytes: Uint8Array) => bytes.every((byte) => byte === 0)

function cargoOfPng(view: DataView, bytes: Uint8Array): Cargo | undefined {
  const pixels: Uint8Array[] = []
  let [metadata, at, type] = [0, 8, '']
  for (; type !== 'IEND'; at += 12 + view.getUint32(at)) {
    const content = bytes.subarray(at + 8, at + 8 + view.getUint32(at))
    type = letters(bytes, at + 4)
    if (type === 'IDAT') pixels.push(content)
    else if (!/^(PLTE|fdAT)$/.test(type)) metadata += content.length
    const packed = packedText(type, content)
    if (packed && swells(packed, largest.unpacked)) return 'bomb'
  }
  const [width, height] = [view.getUint32(16), view.getUint32(20)]
  // Four channels of two bytes, and one byte a row that names its filter, in each of seven passes.
  const most = Math.min((width * 8 + 7) * (height + 7) + 1024, 256 * 1024 * 1024)
  if (swells(Buffer.concat(pixels), most)) return 'bomb'
  if (metadata > largest.packed) return 'metadata'
  return isPadding(bytes.subarray(at)) ? undefined : 'trailer'
}

/** The deflated part of a chunk of text or of a colour profile. Source: PNG (third edition), 11.3.2.3 and 11.3.3. */
function packedText(type: string, content: Uint8Array): Uint8Array | undefined {
  const after = (from: number) => content.indexOf(0, from) + 1
  const keyword = after(0)
  if (type === 'zTXt' || type === 'iCCP') return content.subarray(keyword + 1)
  if (type !== 'iTXt' || content[keyword] !== 1) return undefined
  return content.subarray(after(after(keyword + 2)))
}

function swells(packed: Uint8Array, most: number): boolean {
  try {
    inflateSync(packed, { maxOutputLength: most })
    return false
  } catch (error) {
    // Other errors mean that it does not unpack at all.
    return error instanceof RangeError
  }
}

function cargoOfJpeg(view: DataView, bytes: Uint8Array): Cargo | undefined {
  const { end, metadata } = jpegEnd(view, bytes, 0)
  if (metadata > largest.packed) return 'metadata'
  return isPadding(bytes.subarray(afterJpegs(view, bytes, end))) ? undefined : 'trailer'
}

/** Offsets of the pictures in a JPEG file: phones put a second one behind the first, for bright screens. */
export function jpegsIn(bytes: Uint8Array): Uint8Array[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const found: Uint8Array[] = []
  try {
    for (let at = 0; isJpeg(bytes, at);) {
      const { end } = jpegEnd(view, bytes, at)
      found.push(bytes.subarray(at, end))
      at = end
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
  }
  return found.length > 0 ? found : [bytes]
}

function afterJpegs(view: DataView, bytes: Uint8Array, from: number): number {
  let at = from
  while (isJpeg(bytes, at)) at = jpegEnd(view, bytes, at).end
  return at
}

const isJpeg = (bytes: Uint8Array, at: number) =>
  bytes[at] === 0xff && bytes[at + 1] === 0xd8 && bytes[at + 2] === 0xff

/** Where a JPEG ends, and how many bytes its segments of metadata have. Source: ITU-T T.81, annex B. */
function jpegEnd(
  view: DataView,
  bytes: Uint8Array,
  start: number,
): { end: number; metadata: number } {
  let [at, metadata] = [start + 2, 0]
  for (;;) {
    const marker = view.getUint16(at)
    if (marker === 0xffd9) return { end: at + 2, metadata }
    if (marker === 0xffff) at += 1
    else {
      const length = view.getUint16(at + 2)
      if ((marker >= 0xffe0 && marker <= 0xffef) || marker === 0xfffe) metadata += length
      at += 2 + length
      if (marker === 0xffda) at = afterScan(bytes, at)
    }
  }
}

/** A scan goes on to a marker that is neither a stuffed byte nor a restart. */
function afterScan(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1] ?? 0
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at
  }
  throw new RangeError('The scan has no end.')
}

function cargoOfWebp(view: DataView, bytes: Uint8Array): Cargo | undefined {
  const end = view.getUint32(4, true) + 8
  let metadata = 0
  for (let at = 12; at + 8 <= end;) {
    const length = view.getUint32(at + 4, true)
    if (['EXIF', 'XMP ', 'ICCP'].includes(letters(bytes, at))) metadata += length
    at += 8 + length + (length % 2)
  }
  if (metadata > largest.packed) return 'metadata'
  return isPadding(bytes.subarray(end)) ? undefined : 'trailer'
}

function letters(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + 4))
}
