/** A picture in memory: red, green, blue and opacity of each pixel, row by row. */
export interface Pixels {
  data: Uint8ClampedArray
  width: number
  height: number
}

/** Pixels of the longer side of a picture of the portal. */
const longestSide = 1600

/** Width and height within the longest side; never larger than it was. */
export function sizeWithin({ width, height }: Pick<Pixels, 'width' | 'height'>) {
  const scale = Math.min(1, longestSide / Math.max(width, height))
  const scaled = (pixels: number) => Math.max(1, Math.round(pixels * scale))
  return { width: scaled(width), height: scaled(height) }
}

/** Where a pixel of an upright picture lies in one of an orientation. Source: CIPA DC-008, tag 0x0112. */
const places: Readonly<
  Record<number, (x: number, y: number, width: number, height: number) => [number, number]>
> = {
  2: (x, y, width) => [width - 1 - x, y],
  3: (x, y, width, height) => [width - 1 - x, height - 1 - y],
  4: (x, y, _, height) => [x, height - 1 - y],
  5: (x, y) => [y, x],
  6: (x, y, _, height) => [y, height - 1 - x],
  7: (x, y, width, height) => [width - 1 - y, height - 1 - x],
  8: (x, y, width) => [width - 1 - y, x],
}

/** A picture turned and mirrored so that it stands upright. */
export function upright(pixels: Pixels, orientation: number): Pixels {
  const place = places[orientation]
  if (!place) return pixels
  const across = orientation >= 5
  const width = across ? pixels.height : pixels.width
  const height = across ? pixels.width : pixels.height
  const from = new Uint32Array(pixels.data.buffer, pixels.data.byteOffset, pixels.data.length / 4)
  const to = new Uint32Array(width * height)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const [column, row] = place(x, y, pixels.width, pixels.height)
      to[y * width + x] = from[row * pixels.width + column] ?? 0
    }
  return { data: new Uint8ClampedArray(to.buffer), width, height }
}

/**
 * How linear red, green and blue of wider colours are those of ordinary screens. Derived from the primaries
 * of Display P3 (SMPTE EG 432-1 with D65) and Adobe RGB (1998) by CSS Color 4, section 17.
 */
const spaces = {
  p3: {
    linear: (value: number) =>
      value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4,
    matrix: [1.22494, -0.22494, 0, -0.04206, 1.04206, 0, -0.01964, -0.07864, 1.09827],
  },
  adobe: {
    linear: (value: number) => value ** 2.19921875,
    matrix: [1.39836, -0.39836, 0, 0, 1, 0, 0, -0.04293, 1.04293],
  },
} as const

const steps = 4096

/** A picture's colours as ordinary screens show them. */
export function inScreenColours(pixels: Pixels, colours: keyof typeof spaces): Pixels {
  const { linear, matrix } = spaces[colours]
  const light = Float32Array.from({ length: 256 }, (_, value) => linear(value / 255))
  const written = Uint8ClampedArray.from(
    { length: steps + 1 },
    (_, step) => 255 * encoded(step / steps),
  )
  const data = new Uint8ClampedArray(pixels.data)
  const [a, b, c, d, e, f, g, h, i] = matrix
  const mix = (x: number, y: number, z: number) =>
    written[Math.round(Math.min(1, Math.max(0, x + y + z)) * steps)] ?? 0
  for (let at = 0; at < data.length; at += 4) {
    const [red, green, blue] = [0, 1, 2].map((channel) => light[data[at + channel] ?? 0] ?? 0) as [
      number,
      number,
      number,
    ]
    data[at] = mix(a * red, b * green, c * blue)
    data[at + 1] = mix(d * red, e * green, f * blue)
    data[at + 2] = mix(g * red, h * green, i * blue)
  }
  return { ...pixels, data }
}

function encoded(light: number): number {
  return light <= 0.0031308 ? light * 12.92 : 1.055 * light ** (1 / 2.4) - 0.055
}
