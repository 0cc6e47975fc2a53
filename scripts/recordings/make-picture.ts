import { readPictureFile } from '../../src/recordings/picture-file.ts'
import type { PictureFile } from '../../src/recordings/picture-file.ts'
import { inScreenColours, sizeWithin, upright } from '../../src/recordings/pixels.ts'
import type { Pixels } from '../../src/recordings/pixels.ts'
import { decode, jpegOf, scaled, webpOf } from './codecs.ts'

/** What fits a page: beyond that, a drawing is written like a photograph. */
const largestDrawing = 400 * 1024
const quality = { photograph: 80, drawing: 85 }

interface MadePicture {
  bytes: Uint8Array
  extension: '.jpg' | '.webp'
  width: number
  height: number
  /** What is different now, a sentence each. */
  changes: string[]
}

/** A picture as the portal shows it: upright, within the size, without anything but its pixels. */
export async function makePicture(bytes: Uint8Array): Promise<MadePicture | { fault: string }> {
  const file = readPictureFile(bytes)
  if ('fault' in file) return file
  const original = await decode(bytes, file.type).catch(() => undefined)
  if (!original) return { fault: '图片坏了，解不出画面。找回原图，或重新传一次。' }
  const turned = upright(await scaled(original, sizeWithin(original)), file.orientation)
  const pixels = file.colours ? inScreenColours(turned, file.colours) : turned
  const { width, height } = pixels
  return {
    ...(await encodePicture(pixels, file)),
    width,
    height,
    changes: changesOf(file, original, pixels),
  }
}

/** Photographs as JPEG; drawings and screens as WebP, without loss where that is small. */
async function encodePicture(
  pixels: Pixels,
  { type }: PictureFile,
): Promise<Pick<MadePicture, 'bytes' | 'extension'>> {
  if (type === 'image/jpeg')
    return { bytes: await jpegOf(pixels, quality.photograph), extension: '.jpg' }
  const exact = await webpOf(pixels, { quality: 75, lossless: 1 })
  if (type === 'image/png' && exact.length <= largestDrawing)
    return { bytes: exact, extension: '.webp' }
  const lossy = await webpOf(pixels, { quality: quality.drawing })
  return { bytes: lossy.length < exact.length ? lossy : exact, extension: '.webp' }
}

function changesOf(file: PictureFile, before: Pixels, after: Pixels): string[] {
  const isSmaller = before.width * before.height > after.width * after.height
  return [
    ...(file.orientation > 1 ? ['按拍摄时的方向转正'] : []),
    ...(isSmaller ? [`从 ${before.width} × ${before.height} 缩小`] : []),
    ...(file.colours ? ['颜色换成普通屏幕的（sRGB）'] : []),
    ...(file.tellsPosition ? ['拍摄地点的坐标去掉了'] : []),
    ...(file.device ? [`拍摄设备（${file.device}）等附带的信息去掉了`] : []),
  ]
}
