import { crc32 } from 'node:zlib'
import ExifReader from 'exifreader'

/** Whether an image is there to its end and undamaged, as far as its format can tell. */
export function isWhole(bytes: Uint8Array, type: string): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    return wholeness[type]?.(view, bytes) ?? true
  } catch (error) {
    // A length that points past the end.
    if (error instanceof RangeError) return false
    throw error
  }
}

/** Whether an image says where it was taken, in Exif or XMP. */
export function tellsPosition(bytes: Uint8Array): boolean {
  try {
    // Copied, because the library reads the whole buffer behind a view.
    const { gps, xmp } = ExifReader.load(Uint8Array.from(bytes).buffer, { expanded: true })
    const told = [gps?.Latitude, gps?.Longitude, xmp?.GPSLatitude, xmp?.GPSLongitude]
    return told.some((value) => value !== undefined)
  } catch {
    // The library throws when there is no metadata, or none that it can read.
    return false
  }
}

type Check = (view: DataView, bytes: Uint8Array) => boolean

const wholeness: Record<string, Check> = {
  'image/png': isWholePng,
  'image/jpeg': isWholeJpeg,
  'image/webp': (view) => view.getUint32(4, true) + 8 <= view.byteLength,
  'image/avif': isWholeAvif,
}

/** Every chunk of a PNG carries a checksum; the last one is IEND. */
function isWholePng(view: DataView, bytes: Uint8Array): boolean {
  let hasPixels = false
  for (let at = 8; at < bytes.length;) {
    const length = view.getUint32(at)
    const type = view.getUint32(at + 4)
    const end = at + 8 + length
    if (crc32(bytes.subarray(at + 4, end)) !== view.getUint32(end)) return false
    // IEND, IDAT
    if (type === 0x49454e44) return hasPixels
    hasPixels ||= type === 0x49444154
    at = end + 4
  }
  return false
}

/** A JPEG's segments lead to a frame and a scan, and it ends with a mark. */
function isWholeJpeg(view: DataView, bytes: Uint8Array): boolean {
  let hasFrame = false
  for (let at = 2; ;) {
    const marker = view.getUint16(at)
    if (marker < 0xff01) return false
    if (marker === 0xffff) at += 1
    else if (marker === 0xffda) return hasFrame && endsAfter(bytes, at)
    else {
      hasFrame ||=
        marker >= 0xffc0 && marker <= 0xffcf && ![0xffc4, 0xffc8, 0xffcc].includes(marker)
      at += 2 + view.getUint16(at + 2)
    }
  }
}

function endsAfter(bytes: Uint8Array, scan: number): boolean {
  for (let at = bytes.length - 2; at > scan; at--)
    if (bytes[at] === 0xff && bytes[at + 1] === 0xd9) return true
  return false
}

/** The boxes of an AVIF fill the file. */
function isWholeAvif(view: DataView): boolean {
  let at = 0
  while (at < view.byteLength) {
    const size = view.getUint32(at)
    if (size === 0) return true
    if (size < 8) return false
    at += size
  }
  return at === view.byteLength
}
