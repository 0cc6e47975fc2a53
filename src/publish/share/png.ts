import { crc32, deflateSync } from 'node:zlib'

/** An image of few colours, four bytes a pixel, row by row, in a buffer aligned to four bytes. */
interface Pixels {
  width: number
  height: number
  pixels: Uint8Array
}

/** Shades a channel keeps: the eye does not tell 32 from 256 on the edge of a letter. */
const step = 8

/**
 * Write an opaque image as a PNG with a palette: a card of text has a few dozen shades, and takes a
 * third of the bytes that full colour takes. Source: https://www.w3.org/TR/png-3/
 * Throws when there are more than 256 shades.
 */
export function palettePng({ width, height, pixels }: Pixels): Uint8Array {
  const palette = new Map<number, number>()
  const colours: number[] = []
  const rows = Buffer.alloc((width + 1) * height)
  const words = new Uint32Array(pixels.buffer, pixels.byteOffset, width * height)
  let [last, index] = [-1, 0]
  for (let row = 0; row < height; row++)
    for (let column = 0; column < width; column++) {
      const word = words[row * width + column] ?? 0
      // Most pixels are like the one before.
      if (word !== last) {
        last = word
        const at = (row * width + column) * 4
        const colour = shade(pixels, at)
        index = palette.get(colour) ?? palette.size
        if (index === palette.size) {
          palette.set(colour, index)
          // Of a shade, the colour seen first: so plain areas keep theirs exactly.
          colours.push(...pixels.subarray(at, at + 3))
        }
      }
      rows[row * (width + 1) + column + 1] = index
    }
  if (palette.size > 256) throw new Error(`a palette holds 256 colours, not ${palette.size}`)
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 3, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(colours)),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function shade(pixels: Uint8Array, at: number): number {
  const channel = (offset: number) => Math.round((pixels[at + offset] ?? 0) / step)
  return (channel(0) << 16) | (channel(1) << 8) | channel(2)
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(data.length, 0)
  frame.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
}
