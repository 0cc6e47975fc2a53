import { deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { buildLibrary } from '../../content/library.ts'
import { relationship, tinyOffice, tinyPdf } from '../../documents/tiny.ts'
import { mediaFile } from '../handbook/base.ts'
import { box, pngChunk, tinyJpeg, tinyMp4, tinyPng } from '../handbook/media.ts'
import { examplePortal } from '../handbook/portal.ts'
import { rules } from '../index.ts'
import { runRules } from '../engine/run.ts'

/** The rules that one more media file breaks. */
function broken(path: string, bytes: Uint8Array): string[] {
  const { portal } = examplePortal([])
  const library = buildLibrary({ ...portal, media: [mediaFile(path, bytes)] })
  const issues = runRules({ library, rules, today: '2026-11-23' })
  const about = ['media', 'safety']
  const checked = new Set(rules.filter(({ area }) => about.includes(area)).map(({ id }) => id))
  return issues
    .filter(({ file, rule }) => file === path && checked.has(rule))
    .map(({ rule }) => rule)
}

const film = (shape: Parameters<typeof tinyMp4>[0]) => broken('content/media/a.mp4', tinyMp4(shape))

describe('films', () => {
  it.each([66, 77, 88, 100])('accept H.264 of profile %i', (profile) => {
    expect(film({ profile })).toEqual([])
  })

  it.each([
    ['another codec', { codec: 'hev1' }, 'video-is-h264'],
    ['ten bits', { profile: 110 }, 'video-is-h264'],
    ['4:4:4', { profile: 244 }, 'video-is-h264'],
    ['an index at the end', { indexFirst: false }, 'video-plays-while-loading'],
    ['4K', { width: 3840, height: 2160 }, 'video-within-frame'],
    ['sound in MP3', { sound: 0x6b }, 'video-sound-is-aac'],
    ['a place', { index: box('udta', box('\xa9xyz', [0, 8])) }, 'video-hides-its-position'],
    [
      'a place as 3GPP writes it',
      { index: box('udta', box('loci', [0, 0])) },
      'video-hides-its-position',
    ],
    ['fragments', { index: box('mvex', []) }, 'video-is-whole'],
  ])('refuse %s', (_, shape, rule) => {
    expect(film(shape)).toEqual([rule])
  })

  it('refuse one too heavy for its length', () => {
    const heavy = (bytes: number, seconds: number) => {
      const file = new Uint8Array(bytes * 1024 * 1024)
      file.set(tinyMp4({ seconds }))
      return broken('content/media/a.mp4', file)
    }
    expect(heavy(4, 20)).toEqual(['video-within-size'])
    expect(heavy(3, 20)).toEqual([])
    expect(heavy(15, 120)).toEqual([])
    expect(heavy(17, 120)).toEqual(['video-within-size'])
  })

  it('accept sound in AAC', () => {
    expect(film({ sound: 0x40 })).toEqual([])
  })

  it('call one without an index broken, and nothing else', () => {
    const bytes = Uint8Array.from(box('ftyp', [...Buffer.from('isom'), 0, 0, 2, 0]))
    expect(broken('content/media/a.mp4', bytes)).toEqual(['video-is-whole'])
  })

  it('refuse one whose pictures end before they should', () => {
    const bytes = Uint8Array.from([...tinyMp4(), 0, 0, 1, 0, ...Buffer.from('mdat'), 1, 2, 3])
    expect(broken('content/media/a.mp4', bytes)).toEqual(['video-is-whole'])
  })

  it('refuse one with a place in XMP beside its index', () => {
    const xmp = Array.from(Buffer.from('<x exif:GPSLatitude="30,0N"/>'))
    const bytes = Uint8Array.from([...tinyMp4(), ...box('uuid', xmp)])
    expect(broken('content/media/a.mp4', bytes)).toEqual(['video-hides-its-position'])
  })

  it('accept 1080p upright', () => {
    expect(film({ width: 1080, height: 1920 })).toEqual([])
  })

  it('refuse one cut anywhere in its index, and never throw', () => {
    const whole = tinyMp4()
    for (let end = 16; end < whole.length - 16; end += 7)
      expect(broken('content/media/a.mp4', whole.subarray(0, end))).toContain('video-is-whole')
  })
})

describe('images', () => {
  it('accept whole ones', () => {
    expect(broken('content/media/a.png', tinyPng(16, 9))).toEqual([])
    expect(broken('content/media/a.jpg', tinyJpeg())).toEqual([])
  })

  it('refuse one that tells where it was taken', () => {
    const jpeg = tinyJpeg({ position: true })
    expect(broken('content/media/a.jpg', jpeg)).toEqual(['image-hides-its-position'])
  })

  it('refuse a PNG with one byte changed, and one cut short', () => {
    const png = tinyPng(16, 9)
    const changed = Uint8Array.from(png).fill(png[45] === 1 ? 2 : 1, 45, 46)
    expect(broken('content/media/a.png', changed)).toEqual(['image-is-whole'])
    expect(broken('content/media/a.png', png.subarray(0, -12))).toEqual(['image-is-whole'])
  })

  it('refuse a JPEG without its end', () => {
    const jpeg = tinyJpeg()
    expect(broken('content/media/a.jpg', jpeg.subarray(0, -2))).toEqual(['image-is-whole'])
  })

  const png = tinyPng(16, 9)
  /** A PNG with one more chunk before its pixels. */
  const withChunk = (type: string, content: Uint8Array) =>
    Buffer.concat([
      png.subarray(0, 33),
      Uint8Array.from(pngChunk(type, [...content])),
      png.subarray(33),
    ])
  const swelling = deflateSync(new Uint8Array(200e6), { level: 9 })
  const text = (head: string) => Buffer.concat([Buffer.from(head, 'latin1'), swelling])

  it.each([
    ['200 MB of text', withChunk('zTXt', text('a\0\0'))],
    ['200 MB of text in Unicode', withChunk('iTXt', text('a\0\u0001\0\0\0'))],
    ['200 MB of colours', withChunk('iCCP', text('a\0\0'))],
    ['600 KB of text', withChunk('tEXt', new Uint8Array(600 * 1024))],
    ['a file behind its end', Buffer.concat([png, Buffer.from('PK\u0003\u0004')])],
  ])('refuse a PNG with %s', (_, bytes) => {
    expect(broken('content/media/a.png', bytes)).toEqual(['image-holds-only-its-picture'])
  })

  it('refuse a PNG whose pixels are more than it says', () => {
    const pixels = Uint8Array.from(pngChunk('IDAT', [...swelling]))
    const bytes = Buffer.concat([png.subarray(0, 33), pixels, png.subarray(-12)])
    expect(broken('content/media/a.png', bytes)).toEqual(['image-holds-only-its-picture'])
  })

  it('refuse a film behind a JPEG, and read the second picture of a phone', () => {
    const [first, second] = [tinyJpeg(), tinyJpeg({ position: true })]
    const moving = Buffer.concat([first, tinyMp4()])
    expect(broken('content/media/a.jpg', moving)).toEqual(['image-holds-only-its-picture'])
    expect(broken('content/media/a.jpg', Buffer.concat([first, first]))).toEqual([])
    const telling = Buffer.concat([first, second])
    expect(broken('content/media/a.jpg', telling)).toEqual(['image-hides-its-position'])
  })

  it('refuse one that is too large', () => {
    expect(broken('content/media/a.png', tinyPng(5000, 1))).toEqual(['image-within-size'])
    const heavy = new Uint8Array(3 * 1024 * 1024)
    heavy.set(tinyPng(16, 9))
    expect(broken('content/media/a.png', heavy)).toEqual(['image-within-size'])
  })
})

describe('files under another name', () => {
  it.each([
    ['a.mp4', new Uint8Array(), '文件是空的，没有传完。'],
    ['a.mp4', tinyPng(16, 9), '里面是 PNG 图片'],
    ['a.mp4', Buffer.from('\x1aE\xdf\xa3matroska', 'latin1'), '里面是别的格式的视频'],
    ['a.jpg', Buffer.from('\0\0\0\x18ftypheic', 'latin1'), '里面是苹果手机的 HEIC 照片'],
    ['a.png', Buffer.from('hello'), '里面是文字'],
    ['a.pdf', Buffer.from('<!doctype html>'), '里面是网页'],
  ])('%s is called what it is', (name, bytes, said) => {
    const { portal } = examplePortal([])
    const { issues } = buildLibrary({
      ...portal,
      media: [mediaFile(`content/media/${name}`, bytes)],
    })
    expect(issues.map(({ message }) => message).join()).toContain(said)
  })
})

describe('attachments', () => {
  const bytes = (text: string) => new TextEncoder().encode(text)

  it('accept plain documents', () => {
    expect(broken('content/media/a.pdf', tinyPdf())).toEqual([])
    expect(broken('content/media/a.docx', tinyOffice())).toEqual([])
    expect(broken('content/media/a.pptx', tinyOffice({ folder: 'ppt' }))).toEqual([])
  })

  it.each([
    ['a PDF with a script', 'a.pdf', tinyPdf({ catalog: '/OpenAction<</S/J#61vaScript>>' })],
    [
      'a document with a remote template',
      'a.docx',
      tinyOffice({
        relationships: relationship('attachedTemplate', 'https://a.example', 'External'),
      }),
    ],
    ['slides in a document', 'a.docx', tinyOffice({ folder: 'ppt' })],
  ])('refuse %s', (_, name, content) => {
    expect(broken(`content/media/${name}`, content)).toEqual(['attachment-runs-nothing'])
  })

  it.each([
    ['a zip of anything', 'a.docx', bytes('PK\u0003\u0004evil.exe')],
    ['a page named PDF', 'a.pdf', bytes('<!doctype html><script>')],
  ])('refuse %s by its bytes', (_, name, content) => {
    const { portal } = examplePortal([])
    const { issues } = buildLibrary({
      ...portal,
      media: [mediaFile(`content/media/${name}`, content)],
    })
    expect(issues.map(({ rule }) => rule)).toContain('media-is-what-it-says')
  })
})
