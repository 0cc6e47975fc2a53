import { describe, expect, it } from 'vitest'
import { buildLibrary } from '../../src/content/library.ts'
import { readFrontMatter } from '../../src/content/front-matter.ts'
import { parseYaml } from '../../src/content/yaml.ts'
import { bodyOf } from '../../src/pages/render-body.ts'
import { disallowed, wordsOf } from './disallowed.ts'
import { caseOf, faultsOfReport, hostile, issuesWith, portalWith } from './portal.ts'
import { bodiesOf, rows } from './security-model.ts'
import fc from '../fast-check.ts'

const names = ['title', 'date', 'topics', 'cover', 'unit', 'sources', 'quiz', 'x', '"a b"', '? [a]']
const prototypes = ['__proto__', '"__proto__"', "'constructor'", 'prototype', '"\\x5f_proto__"']
const scalars = [
  ...[
    '1e999',
    '-0',
    '0x7fffffffffffffff',
    '9'.repeat(400),
    '.inf',
    '.nan',
    '1_000',
    '0o777',
    '1e-400',
  ],
  ...[
    '2026-02-30',
    '2026-11-25',
    '0000-00-00',
    '9999-12-31T23:59:60Z',
    '25:61:61',
    '= x',
    '~',
    'yes',
  ],
  ...['&a x', '*a', '!!js/function "x"', '!!binary x', '!!set {a}', '!x y', '| \n   x', '> \n x'],
  ...[
    '"\\ud800"',
    '"\\0"',
    '"\u202e"',
    "'''",
    '"',
    '[',
    '{',
    '@',
    '`',
    '%',
    '- - -',
    '? : ?',
    '# x',
  ],
]
const anchors = ['&a [*a, *a]', '&b {<<: *b}', '&a [x, x]', '[*a, *a, *a, *a]', '{<<: [*a, *b]}']

/** YAML as nobody writes it: blocks and flows, merges, anchors, tags, reserved keys, twice the same key. */
const hostileYaml = fc.letrec<{ value: string; line: string; lines: string }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom(...scalars, ...anchors),
    fc.double().map(String),
    fc.string({ maxLength: 12 }),
    fc.array(tie('value'), { maxLength: 3 }).map((list) => `[${list.join(', ')}]`),
    fc
      .tuple(fc.constantFrom(...names, ...prototypes), tie('value'))
      .map(([name, value]) => `{ ${name}: ${value} }`),
  ),
  line: fc
    .tuple(
      fc.constantFrom('', '', '', '  ', '- ', '\t'),
      fc.constantFrom(...names, ...prototypes, '<<', '&k key', '!!str s', '*a'),
      tie('value'),
    )
    .map(([indent, name, value]) => `${indent}${name}: ${value}`),
  lines: fc.array(tie('line'), { maxLength: 14 }).map((lines) => lines.join('\n')),
})).lines

describe('front matter of any shape', () => {
  it('is read as plain data or refused with a place, and reaches no prototype', () => {
    fc.assert(
      fc.property(hostileYaml, (yaml) => {
        const file = { path: hostile, text: `---\n${yaml}\n---\n正文。\n` }
        const { document, unread, issues } = readFrontMatter(file)
        const isWhole = document !== undefined && unread.size === 0
        expect(isWhole).toBe(issues.length === 0)
        if (document)
          expect(JSON.stringify(document.data)).not.toMatch(/"(__proto__|constructor)":/)
        expect(faultsOfReport(issuesWith([file]), [file])).toEqual([])
        expect(Object.keys(Object.prototype)).toEqual([])
      }),
      { numRuns: 100 },
    )
  })

  it('cannot grow beyond what is written', () => {
    fc.assert(
      fc.property(hostileYaml, (yaml) => {
        const { document } = parseYaml(yaml, { file: hostile, firstLine: 2 })
        const length = JSON.stringify(document?.data ?? '').length
        // A key without a value becomes `null`, a mark inside a text two characters.
        expect(length).toBeLessThanOrEqual(8 * yaml.length + 64)
      }),
      { numRuns: 300 },
    )
  })
})

describe('any text, rendered', () => {
  const payloads = rows.flatMap((row) => [...bodiesOf(row), ...(row.values ?? [])])
  const syntax = '*_[]()!`<>#-+|:\\^~&"\' \n\t1a党{}$@.;=%/'
  const soup = fc
    .array(
      fc.constantFrom(
        ...payloads,
        ...syntax,
        '\n\n',
        '[^demo-f01]',
        '::: tip\n',
        '[x](',
        '![',
        '<',
      ),
      {
        maxLength: 60,
      },
    )
    .map((units) => units.join(''))

  it('brings nothing into a page, and loses no script’s text', () => {
    fc.assert(
      fc.property(fc.oneof(soup, fc.string({ unit: 'binary', maxLength: 200 })), (body) => {
        const library = buildLibrary(portalWith([caseOf(body)]))
        const entry = library.entries.find(({ file }) => file === hostile)
        if (!entry) return
        const { lead, html } = bodyOf(library, entry)
        expect(disallowed(lead + html)).toEqual([])
        expect(wordsOf(lead + html)).not.toContain('\0')
      }),
      { numRuns: 150 },
    )
  })
})
