import { describe, expect, it } from 'vitest'
import { ChangedMeanwhile } from '../content/late-text.ts'
import { buildLibrary } from '../content/library.ts'
import { examplePortal } from './handbook/portal.ts'
import { entryRule, libraryRule } from './rule.ts'
import { runRules } from './run.ts'

const today = '2026-11-23'
const about = { area: 'structure', severity: 'warning', summary: '示例。' } as const

function libraryOf(path: string, text: string) {
  return buildLibrary(examplePortal([{ path, text, raw: false }]).portal)
}

describe('runRules', () => {
  it('stops when a file is no longer what it was', () => {
    const meets = entryRule({
      ...about,
      id: 'it-meets-an-edit',
      check() {
        throw new ChangedMeanwhile('content/pages/a.md')
      },
    })
    const library = libraryOf('content/pages/a.md', '正文。')
    expect(() => runRules({ library, rules: [meets], today })).toThrow(ChangedMeanwhile)
  })

  it('turns a throwing rule into an issue and hides no other', () => {
    const throws = entryRule({
      ...about,
      id: 'it-throws',
      collections: ['pages'],
      *check({ entry }) {
        yield { at: { field: 'title' }, message: '先找到一处。', hint: '改。' }
        throw new Error(`${entry.slug}\n    at somewhere`)
      },
    })
    const library = libraryOf('content/pages/a.md', '正文。')
    const issues = runRules({ library, rules: [throws], today })
    expect(issues.map(({ file, rule, message }) => [file, rule, message])).toEqual([
      ['content/pages/a.md', 'rule-runs-to-the-end', '规则 it-throws 自己出了错，没有检查完：a。'],
      ['content/pages/a.md', 'it-throws', '先找到一处。'],
    ])
  })

  it('places a span by line and column, and keeps the fix', () => {
    const finds = entryRule({
      ...about,
      id: 'it-finds',
      *check({ entry }) {
        const start = entry.text.indexOf('乙')
        if (start < 0) return
        const span = [start, start + 1] as const
        yield { at: { span }, message: '有乙。', hint: '写甲。', fix: { span, text: '甲' } }
      },
    })
    const library = libraryOf('content/pages/a.md', '---\ntitle: 题\n---\n甲\n😀乙')
    const [issue] = runRules({ library, rules: [finds], today })
    const line = library.entries.find(({ file }) => file === 'content/pages/a.md')?.bodyLine ?? 0
    expect(issue).toMatchObject({ line: line + 1, column: 3, endLine: line + 1, endColumn: 4 })
    expect(issue?.fix?.text).toBe('甲')
  })

  it('promotes a warning that site.yaml lists', () => {
    const says = libraryRule({
      ...about,
      id: 'it-says',
      *check() {
        yield { file: 'site.yaml', at: { field: 'name' }, message: '有名字。', hint: '好。' }
      },
    })
    const library = libraryOf('site.yaml', 'tagline: 副名\nname: 名\npromote: [it-says]')
    const issues = runRules({ library, rules: [says], today })
    expect(issues).toMatchObject([{ file: 'site.yaml', line: 2, column: 7, severity: 'error' }])
  })

  it('derives what rules share once a run', () => {
    let derived = 0
    const count = ({ entries }: { entries: unknown[] }) => (derived++, entries.length)
    const counts = (id: string) =>
      libraryRule({
        ...about,
        id,
        *check({ share }) {
          yield { file: 'site.yaml', message: `${share(count)}个条目。`, hint: '好。' }
        },
      })
    const library = libraryOf('content/pages/a.md', '正文。')
    const issues = runRules({ library, rules: [counts('it-counts'), counts('it-recounts')], today })
    expect(new Set(issues.map(({ message }) => message)).size).toBe(1)
    expect(derived).toBe(1)
  })
})
