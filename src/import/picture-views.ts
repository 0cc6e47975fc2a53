import ExifReader from 'exifreader'
import { mediaKinds } from '../content/file-rules.ts'
import type { Picture, PictureView } from './blocks.ts'

/** A picture in memory: red, green, blue and opacity of each pixel, row by row. */
export interface Bitmap {
  data: Uint8ClampedArray
  width: number
  height: number
}

type PixelType = 'image/jpeg' | 'image/png' | 'image/webp'

/** Reads and writes pixels; a command brings it, for it loads codecs from the disk. */
export interface PictureCodecs {
  decode: (bytes: Uint8Array, type: PixelType) => Promise<Bitmap>
  /** Writes a photograph as such, and a drawing without loss. */
  encode: (bitmap: Bitmap, type: PixelType) => Promise<Uint8Array>
}

/** Sides of the largest picture that is drawn anew, multiplied. */
const mostPixels = 100_000_000
const byHand = '请在 Word 里照显示的样子另存成图片，再放进草稿'

/**
 * Pictures as their document shows them: cut, turned, mirrored. One whose view cannot be drawn is
 * refused, never given as it is: what was cut off may be what nobody should see.
 */
export async function drawViews(
  pictures: readonly Picture[],
  codecs: PictureCodecs | undefined,
): Promise<Picture[]> {
  const drawn: Picture[] = []
  // One after another: each may take hundreds of megabytes.
  for (const picture of pictures) drawn.push(await draw(picture, codecs))
  return drawn
}

async function draw(picture: Picture, codecs: PictureCodecs | undefined): Promise<Picture> {
  const { bytes, view, ...rest } = picture
  if (!view || !bytes) return picture
  if (view.hidden !== undefined) return { ...rest, refused: `${view.hidden}，${byHand}。` }
  const type = typeOf(bytes)
  if (!codecs || !type || isTurnedByExif(bytes))
    return { ...rest, refused: `它在文档里裁剪、旋转过，这种格式这里裁不了，${byHand}。` }
  try {
    const bitmap = await codecs.decode(bytes, type)
    if (bitmap.width * bitmap.height > mostPixels)
      return { ...rest, refused: `它在文档里裁剪、旋转过，可是太大，${byHand}。` }
    const shown = viewed(bitmap, view)
    return { ...rest, bytes: await codecs.encode(shown, type), changed: changeOf(view) }
  } catch {
    // The codec throws for what it cannot read.
    return { ...rest, refused: `它在文档里裁剪、旋转过，可是解不开，${byHand}。` }
  }
}

function typeOf(bytes: Uint8Array): PixelType | undefined {
  const found = Object.values(mediaKinds).find(({ matches }) => matches(bytes))?.type
  return found === 'image/jpeg' || found === 'image/png' || found === 'image/webp'
    ? found
    : undefined
}

/** Programs differ in whether they turn a photograph before they cut it. */
function isTurnedByExif(bytes: Uint8Array): boolean {
  try {
    const tags = ExifReader.load(Uint8Array.from(bytes).buffer)
    return Number(tags.Orientation?.value ?? 1) > 1
  } catch {
    // The library throws when there is no metadata.
    return false
  }
}

/** A bitmap as a view shows it: cut, mirrored, then turned by quarters. */
export function viewed(bitmap: Bitmap, view: PictureView): Bitmap {
  const { left = 0, top = 0, right = 0, bottom = 0 } = view.crop ?? {}
  // What is cut off in part is cut off: no pixel of it stays.
  const from = { x: Math.ceil(bitmap.width * left), y: Math.ceil(bitmap.height * top) }
  const size = {
    width: Math.floor(bitmap.width * (1 - right)) - from.x,
    height: Math.floor(bitmap.height * (1 - bottom)) - from.y,
  }
  if (size.width < 1 || size.height < 1) throw new RangeError('Nothing of the picture is shown.')
  const quarters = quartersOf(view)
  const isAcross = quarters % 2 === 1
  const [width, height] = isAcross ? [size.height, size.width] : [size.width, size.height]
  const source = new Uint32Array(Uint8ClampedArray.from(bitmap.data).buffer)
  const target = new Uint32Array(width * height)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const turned = unturned(x, y, { ...size, quarters })
      const column = view.mirrored ? size.width - 1 - turned.x : turned.x
      const row = view.upsideDown ? size.height - 1 - turned.y : turned.y
      target[y * width + x] = source[(from.y + row) * bitmap.width + from.x + column] ?? 0
    }
  return { data: new Uint8ClampedArray(target.buffer), width, height }
}

/** Quarter turns clockwise, the nearest. */
function quartersOf({ turn = 0 }: PictureView): number {
  return Math.round(turn / 90) % 4
}

interface Turned {
  width: number
  height: number
  quarters: number
}

/** Where a pixel of the turned picture lies in the one before it was turned. */
function unturned(
  x: number,
  y: number,
  { width, height, quarters }: Turned,
): { x: number; y: number } {
  if (quarters === 1) return { x: y, y: height - 1 - x }
  if (quarters === 2) return { x: width - 1 - x, y: height - 1 - y }
  return quarters === 3 ? { x: width - 1 - y, y: x } : { x, y }
}

/** What was done, in words for the report. */
function changeOf(view: PictureView): string {
  const quarters = quartersOf(view)
  const isAslant = Math.abs((view.turn ?? 0) - quarters * 90) % 360 > 1
  return [
    ...(view.crop ? ['裁剪'] : []),
    ...(view.mirrored || view.upsideDown ? ['翻转'] : []),
    ...(quarters > 0 ? ['旋转'] : []),
    ...(isAslant ? ['斜放没有照做'] : []),
  ].join('、')
}
