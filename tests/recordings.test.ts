import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findFfmpeg } from '../scripts/recordings/ffmpeg.ts'
import { fillSheet } from '../scripts/recordings/fill-sheet.ts'
import { makeFilm } from '../scripts/recordings/make-film.ts'
import { changePoster } from '../scripts/recordings/posters.ts'
import { readPortal } from '../src/content/files.ts'
import { buildLibrary } from '../src/content/library.ts'
import { readRecording } from '../src/recordings/recording.ts'
import { installSentence } from '../src/recordings/ffmpeg-install.ts'
import { rules } from '../src/rules/index.ts'
import { runRules } from '../src/rules/engine/run.ts'

const folder = mkdtempSync(join(tmpdir(), 'recordings-'))
const at = (name: string) => join(folder, name)
const root = at('portal')
const today = '2026-11-30'
const srt =
  '1\n00:00:00,000 --> 00:00:01,000\n这是第一句。\n\n2\n00:00:01,000 --> 00:00:02,000\n这是第二句。\n'

/** Small media, made here: what phones and editing programs write, and what goes wrong with it. */
function ffmpeg(line: string, name: string): string {
  const words = ['-v', 'error', '-nostdin', '-y', '-threads', '1', ...line.split(' '), at(name)]
  const { status, stderr } = spawnSync('ffmpeg', words, { encoding: 'utf8' })
  if (status !== 0) throw new Error(`${line}: ${stderr}`)
  return at(name)
}

const picture = (size: string, rate = 25, seconds = 2) =>
  `-f lavfi -i testsrc2=size=${size}:rate=${rate}:duration=${seconds}`
const sound = (frequency: number) => `-f lavfi -i sine=frequency=${frequency}:duration=2`
const h264 = '-c:v libx264 -preset ultrafast -pix_fmt yuv420p'
const place = '-metadata location=+30.2741+120.1551/'

/** A copy of a film with some of its bytes changed. */
function changed(from: string, name: string, change: (bytes: Buffer) => Uint8Array): string {
  writeFileSync(at(name), change(readFileSync(at(from))))
  return at(name)
}

/** The matrix of the picture's track turned by a right angle. Source: ISO/IEC 14496-12, 8.3.2. */
function turned(bytes: Buffer): Buffer {
  const matrix = bytes.indexOf('tkhd') + 4 + 40
  const [zero, one] = [0, 0x1_0000]
  for (const [index, value] of [zero, one, zero, -one, zero, zero].entries())
    bytes.writeInt32BE(value, matrix + index * 4)
  return bytes
}

beforeAll(() => {
  ffmpeg(`${picture('160x90')} ${sound(440)} ${h264} -c:a aac -movflags +faststart`, 'plain.mp4')
  writeFileSync(at('a.srt'), srt)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const ffmpegHere = findFfmpeg()
const filters = 'filters' in ffmpegHere ? ffmpegHere.filters : new Set<string>()

async function make(film: string, more: Partial<Parameters<typeof makeFilm>[0]> = {}) {
  const slug = film.replace(/^.*\/|\W+/g, '').toLowerCase()
  const none = {
    captions: undefined,
    chapters: undefined,
    title: '测试用的片子',
    poster: undefined,
  }
  const outcome = await makeFilm({ root, film, slug, words: [], today, filters, ...none, ...more })
  return { slug, ...outcome }
}

/** What ffprobe says of a film that was made. */
function made(slug: string) {
  const words = [
    '-v',
    'error',
    '-show_format',
    '-show_streams',
    '-of',
    'json',
    join(root, `content/media/${slug}.mp4`),
  ]
  const { stdout } = spawnSync('ffprobe', words, { encoding: 'utf8' })
  return { raw: stdout, ...JSON.parse(stdout) } as {
    raw: string
    streams: Record<string, unknown>[]
    format: { tags: object }
  }
}

describe('a phone’s film', () => {
  const kinds: [string, () => string, { said: string[]; picture?: object; sounds?: number }][] = [
    [
      'HEVC, its index at the end',
      () =>
        ffmpeg(
          `-i ${at('plain.mp4')} -c:v libx265 -x265-params log-level=none:pools=none -tag:v hvc1 -c:a copy`,
          'hevc.mp4',
        ),
      { said: ['画面从 hevc 转成 H.264。'] },
    ],
    [
      'sound in MP3, in fragments',
      () =>
        ffmpeg(
          `-i ${at('plain.mp4')} -c:v copy -c:a mp3 -movflags +frag_keyframe+empty_moov`,
          'mp3-fragments.mp4',
        ),
      { said: [] },
    ],
    [
      'turned pictures',
      () => changed('plain.mp4', 'turned.mp4', turned),
      { said: ['画面按拍摄时的方向转正。'], picture: { width: 90, height: 160 } },
    ],
    [
      'a MOV with place and device',
      () =>
        ffmpeg(
          `-i ${at('plain.mp4')} -c copy ${place} -movflags use_metadata_tags -metadata com.apple.quicktime.location.ISO6709=+30.2+120.1/ -metadata com.apple.quicktime.model=iPhone`,
          'gps.mov',
        ),
      { said: ['拍摄地点的坐标去掉了。', '拍摄设备（iPhone）'] },
    ],
    [
      '60 large pictures a second, ten bits, HLG',
      () =>
        ffmpeg(
          `${picture('1600x900', 60, 0.05)} -pix_fmt yuv420p10le -c:v libx265 -preset ultrafast -x265-params log-level=none:pools=none:transfer=arib-std-b67:colorprim=bt2020:colormatrix=bt2020nc -color_trc arib-std-b67 -color_primaries bt2020 -colorspace bt2020nc`,
          'uhd.mov',
        ),
      {
        said: ['画面从 1600 × 900 缩到 1280 × 720。', '原片是 HDR', '片子没有声音。'],
        picture: { width: 1280, height: 720, r_frame_rate: '30/1', color_transfer: 'bt709' },
        sounds: 0,
      },
    ],
    [
      'a rate that varies',
      () =>
        ffmpeg(
          `${picture('160x90', 30)} -vf select=not(mod(n\\,3))+lt(n\\,20) -vsync vfr ${h264}`,
          'vfr.mp4',
        ),
      {
        said: ['手机拍的帧率时快时慢，改成均匀的。'],
        picture: { r_frame_rate: '30/1' },
        sounds: 0,
      },
    ],
    [
      'two sounds, odd sizes and full colour',
      () =>
        ffmpeg(
          `${picture('161x91')} ${sound(440)} ${sound(880)} -map 0 -map 1 -map 2 -c:v libx264 -preset ultrafast -pix_fmt yuv444p -c:a aac`,
          'two.mkv',
        ),
      {
        said: ['片子有 2 条声音，只留默认的一条，请听一遍。'],
        picture: { width: 160, height: 90 },
      },
    ],
    [
      'pixels that are not square',
      () => ffmpeg(`${picture('180x144')} -vf setsar=16/15 -c:v mpeg4`, 'old.avi'),
      {
        said: ['画面从 mpeg4 转成 H.264。'],
        picture: { width: 192, height: 144, sample_aspect_ratio: '1:1' },
        sounds: 0,
      },
    ],
  ]

  it.each(kinds)(
    'with %s becomes one that every phone plays',
    async (_, file, { said, picture, sounds = 1 }) => {
      const film = file()
      const before = readFileSync(film)
      const { slug, ...outcome } = await make(film)
      const report = 'report' in outcome ? outcome.report : outcome.fault
      for (const sentence of said) expect(report).toContain(sentence)
      if (said.length === 0) expect(report).not.toContain('改了什么')
      expect(readFileSync(film).equals(before)).toBe(true)
      const { streams, format, raw } = made(slug)
      expect(streams).toHaveLength(1 + sounds)
      expect(streams[0]).toMatchObject({ codec_name: 'h264', pix_fmt: 'yuv420p', ...picture })
      if (sounds > 0) expect(streams[1]).toMatchObject({ codec_name: 'aac', channels: 2 })
      expect(Object.keys(format.tags).sort()).toEqual([
        'compatible_brands',
        'major_brand',
        'minor_version',
      ])
      expect(raw).not.toMatch(/iPhone|\+30\.2|creation_time|rotation/)
    },
  )

  it('comes with captions, chapters and an entry, and the check has nothing against its media', async () => {
    writeFileSync(at('chapters.txt'), '0:00 开头\n0:01 结尾\n')
    const { slug, ...outcome } = await make(at('plain.mp4'), {
      captions: at('a.srt'),
      chapters: at('chapters.txt'),
      slug: 'whole',
      poster: 2,
    })
    expect(outcome).toMatchObject({ report: expect.stringContaining('2条') })
    expect(readFileSync(join(root, 'content/media/whole.vtt'), 'utf8')).toBe(
      'WEBVTT\n\n00:00:00.000 --> 00:00:01.000\n这是第一句。\n\n00:00:01.000 --> 00:00:02.000\n这是第二句。\n',
    )
    const second = readFileSync(join(root, 'imports/whole/poster-2.jpg'))
    expect(readFileSync(join(root, 'content/media/whole.jpg')).equals(second)).toBe(true)
    const issues = runRules({ library: buildLibrary(readPortal(root)), rules, today })
    const own = issues.filter(({ file }) => file.includes(`${slug}.`) || file.includes('/whole'))
    expect(own.map(({ rule, message }) => `${rule} ${message}`)).toEqual([])
  })

  it('without captions gets a sheet, which captions that come later fill once', async () => {
    const slug = 'later'
    await make(at('plain.mp4'), { slug })
    const vtt = join(root, 'content/media/later.vtt')
    expect(readFileSync(vtt, 'utf8')).toContain('【待补：这里说了什么】')
    const fill = () => fillSheet({ root, slug, file: at('a.srt'), words: [] })
    expect(fill()).toMatchObject({ report: expect.stringContaining('2条字幕') })
    expect(readFileSync(vtt, 'utf8')).toContain('这是第一句。')
    expect(fill()).toMatchObject({ fault: expect.stringContaining('已经写了字幕') })
  })

  it('gets another of its posters, never over a picture of somebody else', () => {
    expect(changePoster(root, 'later', 3)).toEqual({
      report: 'content/media/later.jpg 换成了第 3 张。\n',
    })
    writeFileSync(join(root, 'content/media/later.jpg'), 'another')
    expect(changePoster(root, 'later', 1)).toMatchObject({
      fault: expect.stringContaining('没有改动它'),
    })
  })

  it('is never written over', async () => {
    expect(await make(at('plain.mp4'), { slug: 'later' })).toMatchObject({
      fault: expect.stringContaining('content/videos/later.md 已经有了'),
    })
  })
})

describe('a file no film can be made of', () => {
  const wrong: [string, () => string, string][] = [
    [
      'cut off behind its index',
      () => changed('plain.mp4', 'cut.mp4', (bytes) => bytes.subarray(0, bytes.length / 2)),
      '片子缺了一截',
    ],
    [
      'cut off before its index',
      () => {
        ffmpeg(`-i ${at('plain.mp4')} -c copy`, 'whole-end.mp4')
        return changed('whole-end.mp4', 'cut-end.mp4', (bytes) =>
          bytes.subarray(0, bytes.length / 2),
        )
      },
      '片子坏了：没有索引（moov）',
    ],
    [
      'that is text',
      () => changed('a.srt', 'text.mp4', (bytes) => bytes),
      '这不是视频，或者坏得读不出来。',
    ],
    [
      'that is a picture',
      () => ffmpeg(`${picture('32x32')} -frames:v 1`, 'picture.jpg'),
      '图片用 npm run picture',
    ],
    [
      'that is only sound',
      () => ffmpeg(`${sound(440)} -c:a aac`, 'sound.m4a'),
      '这个文件只有声音，没有画面。',
    ],
  ]

  it.each(wrong)('%s is called that, and nothing is written', async (_, file, said) => {
    const { slug, ...outcome } = await make(file())
    expect(outcome).toMatchObject({ fault: expect.stringContaining(said) })
    expect(readdirSync(join(root, 'content/videos')).includes(`${slug}.md`)).toBe(false)
    expect(existsSync(join(root, `content/media/${slug}.mp4`))).toBe(false)
  })

  it('damaged in its middle is told', async () => {
    const film = changed('plain.mp4', 'damaged.mp4', (bytes) => {
      const media = bytes.indexOf('mdat')
      const part = (share: number) => media + Math.round((bytes.length - media) * share)
      return bytes.fill(0x55, part(0.3), part(0.5))
    })
    const outcome = await make(film)
    expect('report' in outcome ? outcome.report : outcome.fault).toMatch(
      /原片有 \d+ 处读不出来|片子坏了/,
    )
  })

  it('is too long, encrypted or of a kind that turns green', () => {
    const stream = {
      index: 0,
      codec_type: 'video',
      codec_name: 'hevc',
      width: 16,
      height: 16,
      r_frame_rate: '30/1',
      avg_frame_rate: '30/1',
    }
    const read = (more: object) =>
      readRecording(
        JSON.stringify({ streams: [{ ...stream, ...more }], format: { duration: '10' } }),
        '',
      )
    expect(read({ codec_tag_string: 'encv' })).toMatchObject({
      fault: expect.stringContaining('加了密'),
    })
    expect(read({ side_data_list: [{ dv_profile: 5 }] })).toMatchObject({
      fault: expect.stringContaining('杜比视界'),
    })
    expect(read({})).toMatchObject({ duration: 10, rate: '30/1' })
  })
})

it.each([
  ['win32', '', 'winget install Gyan.FFmpeg'],
  ['darwin', '', 'brew install ffmpeg'],
  ['linux', 'ID=debian\n', 'sudo apt-get install ffmpeg'],
  [
    'linux',
    'NAME="Kylin"\nID=kylin\nID_LIKE=debian\n',
    '在麒麟的终端里运行 sudo apt-get install ffmpeg',
  ],
  [
    'linux',
    'NAME="Kylin Linux Advanced Server"\nID="kylin"\nID_LIKE="openeuler"\n',
    'sudo yum install ffmpeg',
  ],
  ['linux', 'ID=uos\n', '在统信的终端里运行'],
  ['linux', 'ID=openEuler\n', 'sudo dnf install ffmpeg'],
  ['linux', '', '用系统的软件商店装 ffmpeg。'],
])('on %s %j ffmpeg is installed so', (platform, release, said) => {
  expect(installSentence(platform, release)).toContain(said)
})

it('without ffmpeg a film’s command says how to get it', () => {
  const env = { ...process.env, PATH: folder, PORTAL_ROOT: root }
  const { stderr, status } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'scripts/film.ts', at('plain.mp4')],
    { encoding: 'utf8', env },
  )
  expect(stderr).toMatch(/^没有做。没有找到 ffmpeg。.*(安装|运行|装)/)
  expect(status).toBe(1)
})
