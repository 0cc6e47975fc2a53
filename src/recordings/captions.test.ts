import { describe, expect, it } from 'vitest'
import { readCaptions } from '../content/captions.ts'
import { webvttOf } from '../formats/webvtt.ts'
import { readCaptionFile } from './caption-file.ts'
import { readingWidth } from '../content/captions.ts'
import { fitCaptions } from './caption-rules.ts'
import { readChapters } from './chapters.ts'
import { silencesIn, typingSheet } from './typing-sheet.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const gbk = (parts: readonly (string | number[])[]) =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...bytes(part)] : part)))

function spokenIn(text: string | Uint8Array) {
  const read = readCaptionFile(typeof text === 'string' ? bytes(text) : text)
  return 'fault' in read ? read.fault : read.spoken
}

const two = [
  { start: 0, end: 2, text: '这是第一句。' },
  { start: 2, end: 4, text: '这是第二句。' },
]

describe('a file of captions', () => {
  const srt =
    '1\n00:00:00,000 --> 00:00:02,000\n这是第一句。\n\n2\n00:00:02,000 --> 00:00:04,000\n这是第二句。\n'

  it.each([
    ['SubRip', srt],
    ['SubRip with a mark and Windows line ends', `\ufeff${srt.replaceAll('\n', '\r\n')}`],
    ['SubRip without its numbers', srt.replace(/^\d\n/gm, '')],
    ['SubRip without blank lines', srt.replaceAll('\n\n', '\n')],
    [
      'SubRip with styles',
      srt.replace('这是第一句。', '<font color="#fff"><i>这是</i></font>{\\an8}第一句。'),
    ],
    [
      'WebVTT',
      `WEBVTT - 标题\n\nSTYLE\n::cue { color: red }\n\n${srt.replaceAll(',', '.')}\nNOTE 完\n没有了\n`,
    ],
    [
      'WebVTT with settings and entities',
      'WEBVTT\n\n00:00.000 --> 00:02.000 align:start\n<v 张某>这是第一句。\n\n00:02.000 --> 00:04.000\n这是第&lrm;二句。\n',
    ],
    [
      'SubStation Alpha',
      '[Script Info]\nScriptType: v4.00+\n[Events]\nFormat: Layer, Start, End, Style, Text\nComment: 0,0:00:00.00,0:00:09.00,Default,不要\nDialogue: 0,0:00:02.00,0:00:04.00,Default,这是第二句。\nDialogue: 0,0:00:00.00,0:00:02.00,Default,{\\pos(1,2)}这是\\h第一句。\nDialogue: 0,0:00:00.00,0:00:02.00,Default,{\\p1}m 0 0 l 1 1\n'.replace(
        '\\h',
        '',
      ),
    ],
  ])('of %s is read', (_, text) => {
    expect(spokenIn(text)).toEqual(two)
  })

  it('in GBK is read, and the change told', () => {
    // “第一句” in GBK.
    const read = readCaptionFile(
      gbk(['1\n00:00:00,000 --> 00:00:02,000\n', [0xb5, 0xda, 0xd2, 0xbb, 0xbe, 0xe4], '\n']),
    )
    expect(read).toMatchObject({
      spoken: [{ text: '第一句' }],
      changes: ['字幕的编码是 gb18030，改成了 UTF-8。'],
    })
  })

  it('keeps commas of a text, two languages at one time, a number that is spoken, and named facts', () => {
    const ass =
      '[Events]\nFormat: Start, End, Text\nDialogue: 0:00:00.00,0:00:02.00,甲,乙\\N丙\nDialogue: 0:00:00.00,0:00:02.00,A, B\n'
    expect(spokenIn(ass)).toEqual([{ start: 0, end: 2, text: '甲,乙\n丙\nA, B' }])
    const vtt =
      'WEBVTT\n\nhz-f11 hz-f12\n00:00.000 --> 00:02.000\n63\n\nhz-f13\n00:02.000 --> 00:04.000\n2021\n'
    expect(spokenIn(vtt)).toEqual([
      { start: 0, end: 2, text: '63', facts: 'hz-f11 hz-f12' },
      { start: 2, end: 4, text: '2021', facts: 'hz-f13' },
    ])
  })

  it.each([
    ['', '字幕文件是空的。'],
    ['只有文字。\n没有时间。', '这里只有文字，没有每一句的时间。'],
    ['[00:01.00]歌词\n', '这是歌词（LRC）'],
    ['1\n0 --> 2\n甲\n', '没有一句读得出时间'],
    [Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0, 0, 1, 0]), '这不是文字文件，读不出字幕。'],
  ])('%j says what is wrong', (text, said) => {
    expect(spokenIn(text)).toContain(said)
  })
})

describe('captions fitted to the reading rules', () => {
  const fit = (spoken: Parameters<typeof fitCaptions>[0], duration = 60) =>
    fitCaptions(spoken, { duration, words: [] })
  const long =
    '支部在社区活动室开了十二期公益课堂，党员自己备课、自己讲，先后有三百多位居民来听，讲的是怎样用手机挂号、怎样防诈骗。'

  it('stand as they are when they fit', () => {
    expect(fit(two).cues.map(({ lines }) => lines)).toEqual([['这是第一句。'], ['这是第二句。']])
    expect(fit(two).changes).toEqual([])
  })

  it('are split where the sentence pauses, each with its share of the time, and no word is lost', () => {
    const { cues, changes } = fit([{ start: 10, end: 20, text: long }])
    expect(cues.flatMap(({ lines }) => lines).join('')).toBe(long)
    expect(cues.length).toBeGreaterThan(1)
    for (const { lines } of cues) {
      expect(lines.length).toBeLessThanOrEqual(2)
      for (const line of lines) expect(readingWidth(line)).toBeLessThanOrEqual(18)
    }
    expect(cues[0]?.start).toBe(10)
    expect(cues.at(-1)?.end).toBe(20)
    for (const [index, { start }] of cues.entries()) expect(start).toBe(cues[index - 1]?.end ?? 10)
    expect(changes.join()).toContain('拆开')
  })

  it('stay longer when there is room, never into the next one, never past the end', () => {
    const quick = [
      { start: 0, end: 1, text: '一二三四五六七八九十一二三四五六七八' },
      { start: 1.5, end: 9, text: '下一句。' },
    ]
    expect(fit(quick, 8).cues.map(({ end }) => end)).toEqual([1.5, 8])
    expect(fit(quick, 8).changes.join()).toContain('有 1 条每秒超过 9 个字')
    expect(fit(quick.slice(0, 1)).cues[0]?.end).toBe(2)
  })

  it('of another film are told', () => {
    expect(fit(two, 1).changes.join()).toContain('有 1 条字幕在片子结束以后，没有写：这是第二句。')
  })

  it('break a word without any place to break', () => {
    const cues = fit([{ start: 0, end: 60, text: 'a'.repeat(200) }]).cues
    expect(cues.flatMap(({ lines }) => lines).join('')).toBe('a'.repeat(200))
  })

  it('are WebVTT that the validator of the check accepts', () => {
    const { cues } = fit([{ start: 1, end: 3, text: 'A & B <甲> --> 乙', facts: 'hz-f1' }])
    const text = webvttOf(cues, ['说明'])
    expect(readCaptions(text, 'captions').faults).toEqual([])
    expect(readCaptions(text, 'captions').cues[0]).toMatchObject({
      id: 'hz-f1',
      start: 1,
      lines: [{ text: 'A & B <甲> --> 乙' }],
    })
  })
})

describe('chapters from a list', () => {
  it('begin with the film and end where the next begins', () => {
    const read = readChapters(
      bytes('\ufeff0:03 开头\n\n01：20 - 怎样开课\n0:02:00 居民怎样说\n'),
      150,
    )
    expect(read).toEqual({
      cues: [
        { start: 0, end: 80, lines: ['开头'] },
        { start: 80, end: 120, lines: ['怎样开课'] },
        { start: 120, end: 150, lines: ['居民怎样说'] },
      ],
    })
  })

  it.each([
    ['开头', '第 1 行“开头”：要写成“分:秒 标题”'],
    ['0:00 开头\n0:00 又', '第 2 行“0:00 又”：不比上一章晚。'],
    ['0:00', '没有标题'],
    ['0:00 开头\n9:00 结尾', '片子只有 150 秒'],
    ['', '一行也没有'],
  ])('%j says what is wrong', (text, said) => {
    expect(readChapters(bytes(text), 150)).toMatchObject({ fault: expect.stringContaining(said) })
  })
})

describe('a sheet to type captions into', () => {
  it('has a gap for each stretch of speech and tells long silences', () => {
    const printed = 'silence_start: 6\nsilence_end: 7 | silence_duration: 1\nsilence_start: 20.5\n'
    const silences = silencesIn(printed, 32)
    expect(silences).toEqual([
      { start: 6, end: 7 },
      { start: 20.5, end: 32 },
    ])
    const sheet = typingSheet(32, silences)
    expect(sheet.map(({ start, end }) => [start, end])).toEqual([
      [0, 3],
      [3, 6],
      [7, 11.5],
      [11.5, 16],
      [16, 20.5],
      [20.5, 32],
    ])
    expect(sheet.map(({ lines }) => lines[0]?.slice(0, 5))).toEqual([
      ...Array.from({ length: 5 }, () => '【待补：这'),
      '[【待补：',
    ])
  })

  it('is there for a film without sound', () => {
    expect(typingSheet(9, [])).toHaveLength(2)
    expect(typingSheet(0.5, [])).toHaveLength(1)
  })
})
