import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { decode, jpegOf, webpOf } from '../scripts/recordings/codecs.ts'
import { makePicture } from '../scripts/recordings/make-picture.ts'
import { tellsPosition } from '../src/content/images.ts'
import { inScreenColours, sizeWithin, upright } from '../src/recordings/pixels.ts'
import type { Pixels } from '../src/recordings/pixels.ts'
import { tinyJpeg, tinyPng } from '../src/rules/handbook/media.ts'

/** A picture of two halves, red on the left and blue on the right. */
function halves(width: number, height: number): Pixels {
  const data = new Uint8ClampedArray(width * height * 4)
  for (let at = 0; at < data.length; at += 4)
    data.set((at / 4) % width < width / 2 ? [255, 0, 0, 255] : [0, 0, 255, 255], at)
  return { data, width, height }
}

/** A JPEG with an Exif block that says which way it lies and which device took it. */
function withExif(jpeg: Uint8Array, orientation: number): Uint8Array {
  const field = (tag: number, type: number, count: number, value: number[]) => [
    tag >> 8,
    tag & 255,
    0,
    type,
    0,
    0,
    0,
    count,
    ...value,
  ]
  const tiff = [
    ...Buffer.from('MM\0*\0\0\0\b\0\u0002'),
    ...field(0x10f, 2, 4, [65, 66, 67, 0]),
    ...field(0x112, 3, 1, [0, orientation, 0, 0]),
    0,
    0,
    0,
    0,
  ]
  const body = [...Buffer.from('Exif\0\0'), ...tiff]
  const segment = [0xff, 0xe1, 0, body.length + 2, ...body]
  return Buffer.concat([jpeg.subarray(0, 2), Uint8Array.from(segment), jpeg.subarray(2)])
}

const bytes = (text: string) => Buffer.from(text, 'latin1')
const colourAt = ({ data, width }: Pixels, x: number, y: number) => [
  ...data.subarray((y * width + x) * 4, (y * width + x) * 4 + 3),
]

async function made(bytes: Uint8Array) {
  const picture = await makePicture(bytes)
  if ('fault' in picture) throw new Error(picture.fault)
  return picture
}

describe('a photograph', () => {
  it('is turned, made smaller and stripped, and the original says how', async () => {
    const jpeg = withExif(await jpegOf(halves(1800, 900), 90), 6)
    const { bytes, changes, ...size } = await made(jpeg)
    expect(size).toEqual({ extension: '.jpg', width: 800, height: 1600 })
    expect(changes).toEqual([
      '按拍摄时的方向转正',
      '从 1800 × 900 缩小',
      '拍摄设备（ABC）等附带的信息去掉了',
    ])
    expect(Buffer.from(bytes).includes('Exif')).toBe(false)
    const pixels = await decode(bytes, 'image/jpeg')
    // Turned by a right angle, what was left is above.
    expect(colourAt(pixels, 400, 200)[0]).toBeGreaterThan(200)
    expect(colourAt(pixels, 400, 1400)[2]).toBeGreaterThan(200)
  })

  it('loses its position', async () => {
    const jpeg = await jpegOf(halves(32, 16), 90)
    const exif = tinyJpeg({ position: true })
    const [start, end] = [exif.indexOf(0xe1) - 1, exif.indexOf(0xc0) - 1]
    const located = Buffer.concat([
      jpeg.subarray(0, 2),
      exif.subarray(start, end),
      jpeg.subarray(2),
    ])
    expect(tellsPosition(located)).toBe(true)
    const { bytes, changes } = await made(located)
    expect(changes).toContain('拍摄地点的坐标去掉了')
    expect(tellsPosition(bytes)).toBe(false)
  })
})

describe('a screen or a drawing', () => {
  it('stays exact as WebP, opacity and all', async () => {
    const pixels = halves(40, 20)
    pixels.data[3] = 0
    const { bytes, extension } = await made(tinyPng(40, 20))
    expect(extension).toBe('.webp')
    expect(await decode(bytes, 'image/webp')).toMatchObject({ width: 40, height: 20 })
    const exact = await decode(await webpOf(pixels, { quality: 75, lossless: 1 }), 'image/webp')
    expect(colourAt(exact, 39, 19)).toEqual([0, 0, 255])
    expect(exact.data[3]).toBe(0)
  })
})

describe('pixels', () => {
  const square: Pixels = {
    data: Uint8ClampedArray.from([1, 2, 3, 4, 5, 6].flatMap((n) => [n, n, n, 255])),
    width: 3,
    height: 2,
  }
  const turned: [number, number[]][] = [
    [1, [1, 2, 3, 4, 5, 6]],
    [2, [3, 2, 1, 6, 5, 4]],
    [3, [6, 5, 4, 3, 2, 1]],
    [4, [4, 5, 6, 1, 2, 3]],
    [5, [1, 4, 2, 5, 3, 6]],
    [6, [4, 1, 5, 2, 6, 3]],
    [7, [6, 3, 5, 2, 4, 1]],
    [8, [3, 6, 2, 5, 1, 4]],
  ]
  it.each(turned)('that lie by %i are set upright', (orientation, expected) => {
    const { data } = upright(square, orientation)
    expect([...data].filter((_, index) => index % 4 === 0)).toEqual(expected)
  })

  it('of wider colours keep greys and become stronger', () => {
    const pixels: Pixels = {
      data: Uint8ClampedArray.from([128, 128, 128, 255, 200, 100, 50, 255]),
      width: 2,
      height: 1,
    }
    expect([...inScreenColours(pixels, 'p3').data]).toEqual([128, 128, 128, 255, 215, 93, 31, 255])
    expect(inScreenColours(pixels, 'adobe').data[4]).toBeGreaterThan(200)
  })

  it('are never made more', () => {
    expect(sizeWithin({ width: 4032, height: 3024 })).toEqual({ width: 1600, height: 1200 })
    expect(sizeWithin({ width: 300, height: 200 })).toEqual({ width: 300, height: 200 })
    expect(sizeWithin({ width: 9000, height: 2 })).toEqual({ width: 1600, height: 1 })
  })
})

describe('a file no picture can be made of', () => {
  it.each([
    ['HEIC called JPEG', bytes('\0\0\0\x18ftypheic'), 'HEIC 照片'],
    ['AVIF', bytes('\0\0\0\x18ftypavif'), '另存为 JPEG 或 PNG'],
    ['a film', bytes('\0\0\0\x18ftypisom'), 'npm run film'],
    ['GIF', bytes('GIF89a'), 'GIF'],
    ['BMP', bytes('BM\x36\0\0\0\0\0'), 'BMP'],
    ['a camera’s own', bytes('II*\0'), 'RAW'],
    ['Photoshop', bytes('8BPS'), 'Photoshop'],
    ['PDF', bytes('%PDF-1.7'), 'npm run import'],
    ['Word', bytes('PK\x03\x04'), 'npm run import'],
    ['a drawing in text', bytes('<svg xmlns="">'), 'SVG'],
    ['nothing', new Uint8Array(), '没有传完'],
    ['text', bytes('hello'), '这不是图片'],
    ['a PNG cut off', tinyPng(16, 9).subarray(0, -12), '图片坏了'],
    ['a JPEG of nonsense', tinyJpeg(), '图片坏了，解不出画面'],
  ])('%s is called that', async (_, file, said) => {
    expect(await makePicture(file)).toMatchObject({ fault: expect.stringContaining(said) })
  })
})

it('the command names pictures by their title, writes over none, and goes on after a wrong one', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'pictures-'))
  try {
    mkdirSync(join(folder, 'content'))
    const files = ['a.jpg', 'b.heic', 'c.jpg'].map((name) => join(folder, name))
    const jpeg = await jpegOf(halves(32, 16), 90)
    for (const file of files)
      writeFileSync(file, file.endsWith('heic') ? bytes('\0\0\0\x18ftypheic') : jpeg)
    const words = [
      '--import',
      'tsx',
      'scripts/picture.ts',
      ...files,
      '--name',
      '公益课堂',
      '--to',
      'demo',
    ]
    const env = { ...process.env, PORTAL_ROOT: folder }
    const { status, stdout, stderr } = spawnSync(process.execPath, words, { encoding: 'utf8', env })
    expect(status).toBe(1)
    expect(stderr).toContain('b.heic：没有做。这是苹果手机的 HEIC 照片')
    expect(stdout).toContain('![【待补：图片上有什么】](/media/demo/gong-yi-ke-tang-2.jpg)')
    expect(readdirSync(join(folder, 'content/media/demo'))).toEqual([
      'gong-yi-ke-tang-2.jpg',
      'gong-yi-ke-tang.jpg',
    ])
    expect(readFileSync(join(folder, 'a.jpg')).equals(jpeg)).toBe(true)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
