import { crc32, deflateSync } from 'node:zlib'

/** Small media files made of nothing but what the check looks at. */

/** A whole PNG of one colour. */
export function tinyPng(width: number, height: number): Uint8Array {
  const header = [...uint32(width), ...uint32(height), 8, 0, 0, 0, 0]
  const pixels = deflateSync(new Uint8Array((width + 1) * height))
  const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
  return Uint8Array.from([
    ...signature,
    ...pngChunk('IHDR', header),
    ...pngChunk('IDAT', [...pixels]),
    ...pngChunk('IEND', []),
  ])
}

/** A chunk of a PNG with its checksum. */
export function pngChunk(type: string, content: number[]): number[] {
  const body = [...letters(type), ...content]
  return [...uint32(content.length), ...body, ...uint32(crc32(Uint8Array.from(body)))]
}

/** A JPEG's frame: start, optional Exif position, frame header, one scan, end. */
export function tinyJpeg({ position = false } = {}): Uint8Array {
  const frame = [8, ...uint16(9), ...uint16(16), 1, 1, 0x11, 0]
  return Uint8Array.from([
    ...[0xff, 0xd8],
    ...segment(0xe0, [...letters('JFIF'), 0, 1, 1, 0, 0, 1, 0, 1, 0, 0]),
    ...(position ? segment(0xe1, [...letters('Exif'), 0, 0, ...exifPosition()]) : []),
    ...segment(0xc0, frame),
    ...segment(0xda, [1, 1, 0, 0, 63, 0]),
    ...[...zeros(64), 0xff, 0xd9],
  ])
}

function segment(marker: number, content: number[]): number[] {
  return [0xff, marker, ...uint16(content.length + 2), ...content]
}

/** A TIFF block whose GPS directory says 30° N, 120° E. Source: CIPA DC-008 (Exif 2.3), 4.6.6. */
function exifPosition(): number[] {
  const field = (tag: number, type: number, count: number, value: number[]) => [
    ...uint16(tag),
    ...uint16(type),
    ...uint32(count),
    ...value,
  ]
  const gps = 8 + 2 + 12 + 4
  const values = gps + 2 + 4 * 12 + 4
  const degrees = (count: number) => [count, 1, 0, 1, 0, 1].flatMap(uint32)
  return [
    ...[...letters('MM'), ...uint16(42), ...uint32(8)],
    ...[...uint16(1), ...field(0x8825, 4, 1, uint32(gps)), ...uint32(0)],
    ...uint16(4),
    ...field(1, 2, 2, [...letters('N'), 0, 0, 0]),
    ...field(2, 5, 3, uint32(values)),
    ...field(3, 2, 2, [...letters('E'), 0, 0, 0]),
    ...field(4, 5, 3, uint32(values + 24)),
    ...[...uint32(0), ...degrees(30), ...degrees(120)],
  ]
}

interface FilmShape {
  seconds?: number
  codec?: string
  profile?: number
  indexFirst?: boolean
  width?: number
  height?: number
  /** The objectTypeIndication of a sound track; 0x40 is AAC. */
  sound?: number
  /** More boxes of the index. */
  index?: number[]
}

/** An MP4 with an index that says what it is told to, and no pictures. */
export function tinyMp4({
  seconds = 60,
  codec = 'avc1',
  profile = 100,
  indexFirst = true,
  width = 1280,
  height = 720,
  sound,
  index: more = [],
}: FilmShape = {}): Uint8Array {
  const config = box('avcC', [1, profile, 0, 31, 0xff, 0xe0, 0])
  const picture = [...zeros(24), ...uint16(width), ...uint16(height), ...zeros(50)]
  const described = box('stsd', [...zeros(4), ...uint32(1), ...box(codec, [...picture, ...config])])
  const track = (handler: string, description: number[]) =>
    box(
      'trak',
      box('mdia', [
        ...box('hdlr', [...zeros(8), ...letters(handler), ...zeros(12)]),
        ...box('minf', box('stbl', description)),
      ]),
    )
  const header = box('mvhd', [...zeros(12), ...uint32(1000), ...uint32(seconds * 1000)])
  const heard = sound === undefined ? [] : track('soun', soundDescription(sound))
  const index = box('moov', [...header, ...track('vide', described), ...heard, ...more])
  const pictures = box('mdat', [0])
  const order = indexFirst ? [...index, ...pictures] : [...pictures, ...index]
  return Uint8Array.from([...box('ftyp', [...letters('isom'), 0, 0, 2, 0]), ...order])
}

/** A sound whose decoder is of a type. Source: ISO/IEC 14496-1, 7.2.6.5 and 7.2.6.6. */
function soundDescription(type: number): number[] {
  const decoder = [4, 2, type, 0x15]
  const header = box('esds', [...zeros(4), 3, 3 + decoder.length, 0, 0, 0, ...decoder])
  return box('stsd', [...zeros(4), ...uint32(1), ...box('mp4a', [...zeros(28), ...header])])
}

/** A box of an MP4: its size, its four letters, its content. */
export function box(type: string, content: number[]): number[] {
  return [...uint32(content.length + 8), ...letters(type), ...content]
}

function letters(text: string): number[] {
  return Array.from(text, (letter) => letter.charCodeAt(0))
}

function zeros(count: number): number[] {
  return Array.from({ length: count }, () => 0)
}

function uint16(value: number): number[] {
  return [(value >> 8) & 0xff, value & 0xff]
}

function uint32(value: number): number[] {
  return [(value >>> 24) & 0xff, ...[16, 8, 0].map((shift) => (value >>> shift) & 0xff)]
}
