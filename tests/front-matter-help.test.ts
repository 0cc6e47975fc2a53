import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { describe, expect, it } from 'vitest'
import { collectionNames } from '../src/model/index.ts'
import { fileOf } from '../src/content/address.ts'

const folder = '.vscode/extensions/chaotou-front-matter/'
const require = createRequire(import.meta.url)

interface Place {
  lines: string[]
  line: number
  character: number
}
interface Offer {
  label: string
  title: string
  insert: string
  help: string
  from: number
}
/** As the extension's module is written: plain CommonJS that the compiler does not read. */
interface Help {
  schemaFor: (path: string) => string | undefined
  completionsAt: (schema: object, place: Place) => Offer[]
  hoverAt: (schema: object, place: Place) => string | undefined
}
const help = require(`../${folder}help.js`) as Help
const schemaOf = (name: string) =>
  JSON.parse(readFileSync(`schemas/${name}.schema.json`, 'utf8')) as object

/** A text with the cursor written as `|`. */
function place(marked: string): Place {
  const before = marked.slice(0, marked.indexOf('|')).split('\n')
  return {
    lines: marked.replace('|', '').split('\n'),
    line: before.length - 1,
    character: before.at(-1)?.length ?? 0,
  }
}
const offers = (marked: string, name = 'cases') => help.completionsAt(schemaOf(name), place(marked))
const labels = (marked: string, name?: string) => offers(marked, name).map(({ label }) => label)
const hover = (marked: string, name = 'cases') => help.hoverAt(schemaOf(name), place(marked))

describe('help in front matter', () => {
  it('knows the schema of every collection by where its files lie', () => {
    for (const name of collectionNames)
      expect(help.schemaFor(fileOf(name, name === 'lessons' ? 'a/b' : 'a'))).toBe(name)
    expect(help.schemaFor('docs/handbook/index.md')).toBeUndefined()
    expect(help.schemaFor('content/media/note.md')).toBeUndefined()
  })

  it('offers the fields that are not there yet, with their Chinese names', () => {
    const found = offers('---\ntitle: 标题\nsu|\n# short: 短\ndate: 2026-01-01\n---\n')
    const names = found.map(({ label }) => label)
    expect(names).toEqual(expect.arrayContaining(['summary', 'short', 'corrections', 'unit']))
    expect(names).not.toEqual(expect.arrayContaining(['title']))
    expect(names).not.toEqual(expect.arrayContaining(['date']))
    expect(found.find(({ label }) => label === 'summary')).toMatchObject({
      title: '摘要',
      insert: 'summary: $0',
      from: 0,
    })
    expect(found.find(({ label }) => label === 'topics')?.insert).toBe('topics:\n  - $0')
  })

  it('offers values with what they mean', () => {
    const found = offers('---\nstatus: dr|\n---\n')
    expect(found.map(({ label, title }) => [label, title])).toEqual([
      ['draft', '草稿'],
      ['published', '已发布'],
      ['withdrawn', '已撤下'],
    ])
    expect(found[0]?.from).toBe(8)
  })

  it.each([
    ['a group', '---\ncover:\n  |\n---\n', ['image', 'alt']],
    ['a list of groups', '---\ncorrections:\n  - |\n---\n', ['date', 'was', 'now', 'why']],
    ['a list without indent', '---\ncorrections:\n- |\n---\n', ['date', 'was', 'now', 'why']],
    [
      'the rest of an item',
      '---\ncorrections:\n  - date: 2026-01-01\n    was: 甲\n    |\n  - date: 2026-01-02\n---\n',
      ['now', 'why'],
    ],
  ])('looks inside %s', (_what, marked, wanted) => {
    expect(labels(marked)).toEqual(wanted)
  })

  it('offers fields of every kind of question', () => {
    const found = labels('---\nquiz:\n  - kind: single\n    |\n---\n', 'lessons')
    expect(found).toEqual(expect.arrayContaining(['question', 'explanation', 'cites', 'options']))
    expect(found).not.toContain('kind')
  })

  it('says nothing outside the front matter', () => {
    expect(labels('---\ntitle: 标题\n---\n\nti|\n')).toEqual([])
    expect(labels('ti|\n')).toEqual([])
    expect(hover('---\ntitle: 标题\n---\n\nstat|us: 这是正文\n')).toBeUndefined()
  })

  it('explains a field under the pointer, and one inside a list', () => {
    expect(hover('---\nti|tle: 标题\n---\n')).toBe(
      '**标题**（必填）\n\n一个标题只说一件事。\n\n最多80个字。',
    )
    expect(hover('---\nsummary|: 摘要\n---\n')).toContain('至少40个字，最多160个字。')
    expect(hover('---\ncorrections:\n  - da|te: 2026-01-01\n---\n')).toContain(
      '**更正日期**（必填）',
    )
    expect(hover('---\ntitle: 标|题\n---\n')).toBeUndefined()
  })
})

describe('the extension', () => {
  it('answers VS Code for entries, from the schemas of the opened folder', () => {
    const registered: Record<string, (...given: unknown[]) => unknown> = {}
    const pattern: unknown[] = []
    const keep = (kind: string) => (files: unknown, provider: Record<string, never>) => {
      pattern.push(files)
      registered[kind] = Object.values(provider)[0] ?? (() => undefined)
    }
    class Made {
      constructor(public first: unknown) {}
    }
    const vscode = {
      workspace: {
        getWorkspaceFolder: () => ({ uri: { fsPath: process.cwd() } }),
        asRelativePath: (uri: string) => uri,
      },
      languages: {
        registerCompletionItemProvider: keep('completion'),
        registerHoverProvider: keep('hover'),
      },
      CompletionItemKind: { Field: 4, EnumMember: 19 },
      CompletionItem: Made,
      SnippetString: Made,
      MarkdownString: Made,
      Range: Made,
      Hover: Made,
    }
    const own = (name: string): unknown =>
      name === 'vscode' ? vscode : name === './help.js' ? help : require(name)
    const exported: { activate?: (context: { subscriptions: unknown[] }) => void } = {}
    const code = readFileSync(`${folder}extension.js`, 'utf8')
    new Function('require', 'exports', code)(own, exported)
    exported.activate?.({ subscriptions: [] })

    const text = '---\nstatus: dr\n---\n'
    const entry = { uri: 'content/cases/a.md', getText: () => text }
    const items = registered.completion?.(entry, { line: 1, character: 10 })
    expect(items).toMatchObject([{ first: { label: 'draft', description: '草稿' } }, {}, {}])
    expect(registered.hover?.(entry, { line: 1, character: 2 })).toMatchObject({
      first: { first: expect.stringContaining('**状态**（必填）') },
    })
    const other = { ...entry, uri: 'docs/handbook/index.md' }
    expect(registered.completion?.(other, { line: 1, character: 10 })).toEqual([])
    expect(pattern).toEqual([
      { language: 'markdown', pattern: '**/content/**/*.md' },
      { language: 'markdown', pattern: '**/content/**/*.md' },
    ])
  })
})
