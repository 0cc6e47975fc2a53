import { describe, expect, it } from 'vitest'
import { buildLibrary } from '../../../content/library.ts'
import type { Entry } from '../../../content/library.ts'
import { examplePortal } from '../../handbook/portal.ts'
import { proseOf } from './entry-prose.ts'
import { isEditable, spanIn } from './passage.ts'
import type { ProsePassage } from './passage.ts'
import fc from '../../../../tests/fast-check.ts'

function entryOf(text: string): Entry | undefined {
  const files = [{ path: 'content/pages/a.md', text, raw: false }]
  const { entries } = buildLibrary(examplePortal(files).portal)
  return entries.find(({ file }) => file === 'content/pages/a.md')
}

function prose(text: string, names: string[] = []): { entry: Entry; passages: ProsePassage[] } {
  const entry = entryOf(text)
  if (!entry) throw new Error('the example is not an entry')
  return { entry, passages: proseOf(entry, names).filter(({ kind }) => kind !== 'field') }
}

/** Every literal segment of every passage must stand in the file letter by letter. */
function misplaced(entry: Entry): unknown[] {
  return proseOf(entry, []).flatMap((passage) =>
    passage.segments.filter(({ at, length, span, literal }) => {
      const shown = passage.text.slice(at, at + length)
      return literal && entry.text.slice(...span) !== shown
    }),
  )
}

const inline = fc.constantFrom(
  ...[
    '甲',
    '乙',
    '600余家',
    ' ',
    'a',
    '1',
    '**粗**',
    '*',
    '_',
    '~~删~~',
    '`码`',
    '`',
    '\\*',
    '&amp;',
  ],
  ...[
    '[链](/cases/demo "题")',
    '[^demo-f01]',
    '^[注[链](/a)*斜*]',
    '![图](/media/demo.png "说明")',
  ],
  ...['<https://a.b/c>', '“引”', '[', ']', '|', '\\|', '😀', '#', '\u3000', '\t', '\\\n', '  \n'],
)
const words = fc.array(inline, { minLength: 1, maxLength: 12 }).map((parts) => parts.join(''))
const block = fc.oneof(
  words,
  words.map((text) => `## ${text} ##`),
  words.map((text) => `> ${text}\n> ${text}`),
  words.map((text) => `- ${text}\n  ${text}\n    1. ${text}`),
  fc.array(words, { minLength: 2, maxLength: 4 }).map((cells) => {
    const row = `| ${cells.map((cell) => cell.replaceAll('\n', '')).join(' | ')} |`
    return `| ${cells.map(() => '头').join(' | ')} |\n|${cells.map(() => '---|').join('')}\n${row}\n${row}`
  }),
  words.map((text) => `::: tip ${text}\n${text}\n:::`),
  words.map((text) => `[^note]: ${text}\n\n正文[^note]。`),
)

describe('proseOf', () => {
  it('finds every letter where it stands', () => {
    fc.assert(
      fc.property(fc.array(block, { maxLength: 6 }), (blocks) => {
        const entry = entryOf(blocks.join('\n\n'))
        expect(entry && misplaced(entry)).toEqual(entry && [])
      }),
      { numRuns: 500 },
    )
  })

  it('finds every letter of a front matter field, however it is quoted', () => {
    const title = fc.array(fc.constantFrom('甲', '“', "'", '"', '\\', ' ', 'a', ':', '#'), {
      minLength: 1,
      maxLength: 20,
    })
    const styles = [
      (text: string) => JSON.stringify(text),
      (text: string) => `'${text.replaceAll("'", "''")}'`,
      (text: string) => `>-\n  ${text}`,
      (text: string) => `|-\n  ${text}`,
    ]
    fc.assert(
      fc.property(title, fc.constantFrom(...styles), (letters, style) => {
        const entry = entryOf(`---\ntitle: ${style(`题${letters.join('')}题`)}\n---\n`)
        expect(entry && misplaced(entry)).toEqual(entry && [])
        const [passage] = entry ? proseOf(entry, []) : []
        expect(passage?.text).toBe(entry?.data.title)
        expect(passage?.segments.every(({ literal }) => literal) ?? true).toBe(true)
      }),
    )
  })

  it('leaves out marks, and stands in for code and images', () => {
    const { passages } = prose(
      '**组建**委员会[^demo-f01]，用`npm`和![图](/media/demo.png "说明")。',
    )
    expect(passages.map(({ kind, text }) => [kind, text])).toEqual([
      ['paragraph', '组建委员会，用\uFFFC和\uFFFC。'],
      ['alt', '图'],
      ['caption', '说明'],
    ])
  })

  it('knows lists, quotes, cells and callouts', () => {
    const { passages } = prose(
      '# 题\n\n- 项\n\n> 引\n\n::: quote 名\n文\n:::\n\n| 头 |\n|---|\n| 格 |\n',
    )
    const shown = passages.map(({ kind, text, inList, inQuote }) => [kind, text, inList, inQuote])
    expect(shown).toEqual([
      ['heading', '题', false, false],
      ['paragraph', '项', true, false],
      ['paragraph', '引', false, true],
      ['callout', '名', false, true],
      ['paragraph', '文', false, true],
      ['cell', '头', false, false],
      ['cell', '格', false, false],
    ])
  })

  it('lets no fix reach across marks, into quotations or protected names', () => {
    const { entry, passages } = prose('甲**乙**丙“丁”e心跟党走', ['e心跟党走'])
    const [passage] = passages
    if (!passage) throw new Error('no passage')
    const at = (text: string) => passage.text.indexOf(text)
    expect(isEditable(passage, at('丙'), at('丙') + 1)).toBe(true)
    expect(isEditable(passage, at('乙'), at('丙') + 1)).toBe(false)
    expect(isEditable(passage, at('丁'), at('丁') + 1)).toBe(false)
    expect(isEditable(passage, at('心'), at('心') + 1)).toBe(false)
    expect(entry.text.slice(...spanIn(passage, at('甲'), at('丙') + 1))).toBe('甲**乙**丙')
  })
})
