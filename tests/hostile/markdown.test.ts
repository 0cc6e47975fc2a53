import { tests as examples } from 'commonmark-spec'
import { describe, expect, it } from 'vitest'
import { bodyFault } from '../../src/content/body-limits.ts'
import { parseBody } from '../../src/content/markdown.ts'
import { caseOf, faultsOfReport, hostile, issuesWith } from './portal.ts'
import fc from '../fast-check.ts'

const largest = 2 * 1024 * 1024 - 1000
const filled = (unit: string) => unit.repeat(Math.floor(largest / Buffer.byteLength(unit)))
const numbered = (count: number, write: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => write(index)).join('')

/** From cmark's and markdown-it's own lists of pathological texts, and ours, as large as a file may be. */
const pathological: Record<string, string> = {
  'nested strong emphasis': `${'*a **a '.repeat(150_000)}b${' a** a*'.repeat(100_000)}`,
  'closers without openers': filled('a_ '),
  'openers without closers': filled('_a '),
  'link closers without openers': filled('a]'),
  'link openers without closers': filled('[a'),
  'mismatched openers and closers': filled('*a_ '),
  'emphasis of three': `a**b${filled('c* ')}`,
  'link openers and emphasis closers': filled('[ a_'),
  'brackets and parentheses': filled('[ (]('),
  'images of nothing': filled('![[]()'),
  'nested brackets': `${'['.repeat(900_000)}a${']'.repeat(900_000)}`,
  'nested quotes': `${filled('> ')}a`,
  'nested lists': numbered(1900, (index) => `${'  '.repeat(index)}* a\n`).slice(0, largest),
  NUL: filled('abc\0de\0'),
  backticks: numbered(2000, (index) => `e${'`'.repeat(index)}`),
  'unclosed links': filled('[a](<b'),
  'unclosed comments': `</${filled('<!--')}`,
  'empty lines in nested lists': `${'- '.repeat(30_000)}x${'\n'.repeat(30_000)}`,
  'emphasis in nested quotes': `${'>'.repeat(100_000)}${'a*'.repeat(100_000)}`,
  autolinks: `${filled('<')}>`,
  'spaces before a break': `x${' '.repeat(150_000)}x  \nx`,
  'a mark a line': filled('*\n'),
  'a bracket a line': filled('[a\n'),
  '100,000 notes': numbered(100_000, (index) => `[^n${index}]: 注\n`),
  '50,000 notes with marks': numbered(
    50_000,
    (index) => `[^n${index}]\n\n[^n${index}]: a\n\n`,
  ).slice(0, largest),
  'link definitions': numbered(100_000, (index) => `[n${index}]: /u\n`),
  'dashes that are no table': `|a|b|\n${'-'.repeat(4000)}x\n\n|a|b|\n${':-'.repeat(2000)}x\n\n|a|b|\n${'- '.repeat(2000)}x\n`,
  'a table of many columns': `${'|a'.repeat(200_000)}|\n${'|-'.repeat(200_000)}|\n`,
  'a table of many rows': `|a|b|\n|-|-|\n${filled('|a|b|\n').slice(0, -30)}`,
  'open callouts': filled('::: tip\n'),
  'a line of 2 MB': filled('党'),
  'quotation marks': filled('“'),
  paragraphs: filled('一。\n\n'),
  'headings of the same words': filled('## 标题\n\n'),
}

describe('pathological Markdown of 2 MB', () => {
  it.each(Object.entries(pathological))(
    '%s',
    (_name, body) => {
      const file = caseOf(body)
      const issues = issuesWith([file])
      expect(faultsOfReport(issues, [file])).toEqual([])
      expect(issues.some(({ file }) => file === hostile)).toBe(true)
    },
    20_000,
  )

  it.each([
    ['emphasis', '*a **a '],
    ['brackets', '[a'],
    ['images', '![[]()'],
    ['notes', '600余家[^demo-f01]'],
  ])('parses what is just within the limits: %s', (_name, unit) => {
    const paragraph = unit.repeat(Math.floor(160 / (unit.match(/[*[\]!^]/g)?.length ?? 1)))
    const body = Array.from({ length: 300 }, () => paragraph).join('\n\n')
    expect(bodyFault(body, 1)).toBeUndefined()
    const file = caseOf(body)
    expect(faultsOfReport(issuesWith([file]), [file])).toEqual([])
  })
})

describe('CommonMark', () => {
  it('says of each example where and why, and breaks nothing', () => {
    const files = examples.map(({ markdown, number }) => ({
      ...caseOf(markdown),
      path: `content/cases/example-${number}.md`,
    }))
    expect(files.length).toBeGreaterThan(600)
    expect(faultsOfReport(issuesWith(files), files)).toEqual([])
  })
})

describe('any text', () => {
  const syntax = '*_[]()!`<>#-+|:\\^~&"\' \n\t1a党一《“（{$@.;=%/'
  const soup = fc
    .array(
      fc.constantFrom(...syntax, '[^demo-f01]', '600余家', '\n\n', '::: tip\n', '| a |\n|-|\n'),
      { maxLength: 120 },
    )
    .map((units) => units.join(''))

  it('is checked to the end', () => {
    fc.assert(
      fc.property(fc.oneof(soup, fc.string({ unit: 'binary', maxLength: 200 })), (body) => {
        const file = caseOf(body.replace(/\r\n?/g, '\n'))
        expect(faultsOfReport(issuesWith([file]), [file])).toEqual([])
      }),
      { numRuns: 60 },
    )
  })

  it('maps every letter of a block to where it stands', () => {
    fc.assert(
      fc.property(soup, (body) => {
        const { tokens, source } = parseBody(body, 1)
        for (const token of tokens.filter(({ type }) => type === 'inline'))
          for (const [at, letter] of [...token.content].entries())
            if (/[\p{L}\p{N}]/u.test(letter) && token.content.indexOf(letter) === at)
              expect(body[source.offset(token, at)]).toBe(letter)
      }),
      { numRuns: 300 },
    )
  })
})
