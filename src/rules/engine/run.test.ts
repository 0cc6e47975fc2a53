import { describe, expect, it } from 'vitest'
import { ChangedMeanwhile } from '../../content/late-text.ts'
import { buildLibrary } from '../../content/library.ts'
import { baseFields } from '../handbook/base.ts'
import { examplePortal } from '../handbook/portal.ts'
import { rules } from '../index.ts'
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

  it.each([
    ['is too short', 'summary: 太短。', 'field-matches-model'],
    ['is missing', '# without: summary', 'field-is-present'],
    ['is not YAML', 'summary: "没有收尾', 'yaml-is-plain'],
    ['has two colons', 'summary: 甲: 乙', 'yaml-is-plain'],
    ['is an alias', 'summary: *甲', 'yaml-is-plain'],
    ['stands twice', 'summary: 甲\nsummary: 乙', 'yaml-is-plain'],
  ])('says what else is wrong when a field %s', (_name, summary, fault) => {
    const text = `---\ntitle: 党员同志们\n${summary}\nshort: 短\u200b标题\nrelated: [/cases/none]\n---\n见[死链](/cases/nope)，甲[^x]。`
    const library = libraryOf('content/pages/a.md', text)
    const issues = runRules({ library, rules, today })
    const found = issues.filter(({ file }) => file === 'content/pages/a.md').map(({ rule }) => rule)
    expect(found).toEqual(
      expect.arrayContaining([
        fault,
        'text-has-no-invisible-characters',
        'reference-exists',
        'link-leads-somewhere',
        'footnote-is-defined-and-used',
      ]),
    )
    expect(found).not.toContain('rule-runs-to-the-end')
    // Nothing is said of what could not be read but that it could not.
    expect(found.filter((rule) => rule.startsWith('summary-'))).toEqual([])
    expect(library.entries.map(({ file }) => file)).not.toContain('content/pages/a.md')
  })

  it('runs every rule to its end whichever field is faulty', () => {
    for (const [name, fields] of Object.entries(baseFields))
      for (const field of fields) {
        const path = pathOf[name]
        if (!path) continue
        const text = `---\n${field.split(':')[0]}: "\n---\n正文[^x]。`
        const library = libraryOf(path, text)
        const issues = runRules({ library, rules, today }).filter(({ file }) => file === path)
        expect(issues.filter(({ rule }) => rule === 'rule-runs-to-the-end')).toEqual([])
        expect(issues.map(({ rule }) => rule)).toContain('footnote-is-defined-and-used')
      }
  })
})

const pathOf: Record<string, string> = {
  cases: 'content/cases/a.md',
  videos: 'content/videos/a.md',
  courses: 'content/training/a/index.md',
  lessons: 'content/training/demo/first.md',
  organizations: 'content/organizations/a.md',
  topics: 'content/topics/a.md',
  charts: 'content/charts/a.md',
  pages: 'content/pages/a.md',
}
