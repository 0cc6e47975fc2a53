import { describe, expect, it } from 'vitest'
import { readCaptions } from '../../src/content/captions.ts'
import { readFrontMatter } from '../../src/content/front-matter.ts'
import { readFilm } from '../../src/content/mp4.ts'
import { readSource } from '../../src/content/read-source.ts'
import { parseYaml } from '../../src/content/yaml.ts'
import { mediaFile } from '../../src/rules/handbook/base.ts'
import { tinyMp4 } from '../../src/rules/handbook/media.ts'
import { faultsOfReport, issuesWith } from './portal.ts'
import fc from '../fast-check.ts'

const place = { file: 'seeds/x.yaml', firstLine: 1 }
const filled = (unit: string) => unit.repeat(Math.floor(60_000 / unit.length))

/** What YAML allows and no source needs, in the manner of the YAML test suite. */
const documents = [
  ...[
    '',
    ' ',
    '\t',
    '---',
    '...',
    '--- \n...\n',
    '%YAML 1.2\n---\na: b',
    '%TAG ! tag:x,2000:\n--- !a b',
  ],
  ...[
    'a: b\na: c',
    '? a\n: b',
    '? [a, b]\n: c',
    '{a: b}: c',
    '[a]: b',
    '? |\n  a\n: b',
    '- - - a',
    '- ? a\n  : b',
  ],
  ...[
    'a: &x b\nc: *x',
    '<<: {a: 1}',
    '!!binary aGk=',
    '!!set {a, b}',
    '!!omap [a: 1]',
    '!!js/function "x"',
    '! a',
  ],
  ...[
    'a: |2-\n   b\n',
    'a: >+\n\n b\n\n',
    '"a\\x41\\u4e00\\U0001F600"',
    "'it''s'",
    '"\\z"',
    '"\n\n a"',
    'a: "b',
  ],
  ...[
    'a: b: c',
    'a:\tb',
    '\ta: b',
    'a:\n\t- b',
    '- a\n b: c',
    '[a, b',
    '{a: b',
    ']',
    '}',
    'a: @b',
    'a: `b',
    'a: %b',
  ],
  ...[
    '0o17',
    '0x1F',
    '.inf',
    '-.INF',
    '.nan',
    '~',
    'null',
    '1e3',
    '2001-12-14t21:59:43.10-05:00',
    'yes',
    '1:30',
  ],
  ...[
    '# only',
    'a: b #c',
    'a: b#c',
    'a #b: c',
    '--- a\n--- b',
    'a: b\n...\nc: d',
    '\uFEFFa: b',
    'a: \u0000',
    '\u2028',
  ],
  ...[
    '__proto__: {a: 1}',
    'constructor: x',
    'a: {prototype: 1}',
    'id: [x]',
    'facts: {}',
    'facts:\n  - a\n  -',
  ],
]

describe('YAML', () => {
  it.each(documents)('reads or refuses %j', (text) => {
    const { document, issues } = parseYaml(text, place)
    expect(document === undefined).toBe(issues.length > 0)
  })

  it('names a place and a reason for each of them', () => {
    const files = documents.map((text, index) => ({ path: `seeds/x${index}.yaml`, text }))
    expect(faultsOfReport(issuesWith(files), files)).toEqual([])
  })

  it.each([
    ['keys', Array.from({ length: 6000 }, (_, index) => `k${index}: b\n`).join('')],
    ['brackets', filled('[')],
    ['pairs of brackets', filled('[]')],
    ['anchors', filled('- &a x\n')],
    ['twice the same key', filled('a: 1\n')],
    ['quotation marks', filled('"')],
    ['colons', filled(': : :\n')],
    ['question marks', filled('? a\n')],
    ['more than it reads', `a: ${'b'.repeat(200_001)}`],
  ])('refuses a flood of %s', (_name, text) => {
    const { issues } = parseYaml(text, place)
    expect(issues.length).toBeLessThanOrEqual(100)
    expect(readSource({ path: place.file, text }).value).toBeUndefined()
  })

  it('leaves the prototype of objects alone', () => {
    parseYaml('__proto__: { polluted: true }', place)
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
  })

  it('takes any front matter to the end', () => {
    const line = fc.constantFrom(
      ...[
        '---',
        'title: 甲',
        'title: "甲',
        '  - x',
        'date: 2026-02-30',
        'topics: [组织力',
        '? a',
        '- b',
        '\t',
        'é: 1',
      ],
      ...[
        'silence: [{rule: x}]',
        'quiz: [[]]',
        'status: 1',
        'updated: .nan',
        'cover: {image: ../x}',
        '...',
        '--- js',
      ],
    )
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const file = { path: 'content/cases/x.md', text: lines.join('\n') }
        expect(() => readFrontMatter(file)).not.toThrow()
        expect(faultsOfReport(issuesWith([file]), [file])).toEqual([])
      }),
      { numRuns: 60 },
    )
  })
})

describe('captions', () => {
  const path = 'content/media/demo.vtt'
  const cue = '00:00:00.000 --> 00:00:04.000\n一。\n\n'

  it.each([
    ...[
      '',
      'WEBVTT',
      'WEBVTT\n',
      'WEBVTTx\n\n',
      '\uFEFFWEBVTT\n\n',
      'WEBVTT\n\n-->\n',
      'WEBVTT\n\n00:00.000 -->',
    ],
    ...[
      'WEBVTT\n\n99:99:99.999 --> 00:00:00.000\nx',
      `WEBVTT\n\n${cue}NOTE -->\n`,
      'WEBVTT\n\nSTYLE\n::cue{}\n-->',
    ],
    ...[
      '</c></v></b>',
      '<c.a.b.c',
      '<v ',
      '<00:00:99.000>',
      '<b><i></b></i>',
      '&amp',
      '<ruby><rt>',
      '\0',
    ].map((text) => `WEBVTT\n\n00:00:00.000 --> 00:00:04.000\n${text}\n`),
    `WEBVTT\n\n${cue.repeat(5000)}`,
    `WEBVTT\n\n00:00:00.000 --> 00:00:04.000\n${'<b>'.repeat(300_000)}`,
    `WEBVTT\n\n00:00:00.000 --> 00:00:04.000 ${'align:start '.repeat(100_000)}\nx`,
    `WEBVTT\n\n${'00:00:00.000 -->\n'.repeat(30_000)}`,
  ])('%#', (text) => {
    const file = { path, text }
    for (const kind of ['captions', 'chapters'] as const)
      for (const { position } of readCaptions(text, kind).faults) {
        const line = text.split('\n')[position.line - 1]
        expect(line === undefined ? -1 : position.column).toBeLessThanOrEqual(
          (line?.length ?? 0) + 1,
        )
      }
    expect(faultsOfReport(issuesWith([file]), [file])).toEqual([])
  })
})

describe('films', () => {
  const film = tinyMp4()
  const read = (bytes: Uint8Array) => (offset: number, length: number) =>
    bytes.subarray(offset, offset + length)

  it('is read up to any length it is cut to, and with any byte changed', () => {
    fc.assert(
      fc.property(fc.nat(film.length - 1), fc.nat(255), fc.boolean(), (at, byte, isCut) => {
        const bytes = Uint8Array.from(isCut ? film.subarray(0, at) : film)
        if (!isCut) bytes[at] = byte
        expect(() => readFilm(read(bytes), bytes.length)).not.toThrow()
      }),
      { numRuns: 300 },
    )
  })

  it('raises issues with a place when it is broken', () => {
    const broken = mediaFile('content/media/broken.mp4', film.subarray(0, 64))
    const issues = issuesWith([], [broken])
    expect(faultsOfReport(issues, [])).toEqual([])
    expect(issues.some(({ file }) => file === broken.path)).toBe(true)
  })
})
