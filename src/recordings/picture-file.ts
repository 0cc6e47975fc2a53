import ExifReader from 'exifreader'
import { mediaKinds } from '../content/file-rules.ts'
import { isWhole } from '../content/images.ts'
import { signatureOf } from '../content/signatures.ts'
import type { Signature } from '../content/signatures.ts'

/** What a picture's file says of it beside its pixels. */
export interface PictureFile {
  type: 'image/jpeg' | 'image/png' | 'image/webp'
  /** How the pixels lie: 1 is upright. Source: CIPA DC-008 (Exif 2.3), tag 0x0112. */
  orientation: number
  /** The colours its numbers mean, where they are not those of ordinary screens. */
  colours?: 'p3' | 'adobe'
  tellsPosition: boolean
  device?: string
}

const readable = ['image/jpeg', 'image/png', 'image/webp'] as const

const heic =
  '这是苹果手机的 HEIC 照片，浏览器放不出来。在手机上打开“设置—相机—格式”选“兼容性最佳”再拍；已经拍好的，用微信发给自己（不勾“原图”）再存下来，或在电脑上用看图软件另存为 JPEG。'
const saveAs = (kind: string) => `这是 ${kind} 图片，请用看图软件打开，另存为 JPEG 或 PNG。`

const film = '这是视频，不是图片：视频用 npm run film。'
const document =
  '这是 Word 一类的文件或压缩包：Word 文件用 npm run import，里面的图片会一起取出来。'

/** Files that are no pictures we read, and what to do. */
const others: Readonly<Partial<Record<Signature, string>>> = {
  heic,
  avif: saveAs('AVIF'),
  film,
  sound: '这是录音，不是图片。',
  gif: `${saveAs('GIF')}会动的，用 npm run film 做成视频。`,
  bmp: saveAs('BMP'),
  tiff: saveAs('TIFF 或相机原始格式（RAW）的'),
  photoshop: saveAs('Photoshop'),
  metafile: saveAs('EMF、WMF 矢量'),
  pdf: '这是 PDF：把要用的一页另存为图片；文字用 npm run import。',
  ...{ zip: document, compound: document, archive: document },
  web: '这是网页或矢量图（SVG），请另存为 PNG。',
}

/** Read what is known of a picture, by its bytes and not its name; or why it cannot be used. */
export function readPictureFile(bytes: Uint8Array): PictureFile | { fault: string } {
  const kind = Object.values(mediaKinds).find(({ matches }) => matches(bytes))?.type
  const type = readable.find((one) => one === kind)
  if (!type) return { fault: faultOf(bytes) }
  if (!isWhole(bytes, type))
    return { fault: '图片坏了：缺了一截，或中间有损坏。找回原图，或重新传一次。' }
  const { exif, gps, xmp, icc, file } = tagsOf(bytes)
  if (type === 'image/jpeg' && Number(file?.['Color Components']?.value) === 4)
    return {
      fault: '这是印刷用的四色（CMYK）图片，颜色在屏幕上不对，请用看图软件另存为 RGB 的 JPEG。',
    }
  const profile = String(icc?.['ICC Description']?.value ?? '')
  const colours = /P3/.test(profile) ? 'p3' : /Adobe RGB/i.test(profile) ? 'adobe' : undefined
  const places = [gps?.Latitude, gps?.Longitude, xmp?.GPSLatitude, xmp?.GPSLongitude]
  const device = [exif?.Make, exif?.Model]
    .map((tag) => tag?.description?.trim())
    .filter(Boolean)
    .join(' ')
  return {
    type,
    orientation: Number(exif?.Orientation?.value ?? 1) || 1,
    ...(colours ? { colours } : {}),
    tellsPosition: places.some((value) => value !== undefined),
    ...(device ? { device } : {}),
  }
}

function faultOf(bytes: Uint8Array): string {
  if (bytes.length === 0) return '文件是空的，没有传完。'
  const signature = signatureOf(bytes)
  return (signature && others[signature]) ?? '这不是图片，或者坏得读不出来。'
}

function tagsOf(bytes: Uint8Array): Partial<ReturnType<typeof load>> {
  try {
    return load(bytes)
  } catch {
    // The library throws when there is no metadata, or none that it can read.
    return {}
  }
}

function load(bytes: Uint8Array) {
  // Copied, because the library reads the whole buffer behind a view.
  return ExifReader.load(Uint8Array.from(bytes).buffer, { expanded: true })
}
