import type { Entry, Library } from '../content/library.ts'
import { readingOf } from '../model/sources.ts'
import type { Fact, Source } from '../model/sources.ts'
import { citedIn } from '../rules/reading/fact-citations.ts'
import { positionIn } from '../rules/engine/locate.ts'
import { isDue } from './reread.ts'

/** Where a fact is cited. */
interface Citing {
  file: string
  line: number
}

/** A fact with the use that is made of it. */
export interface FactUse {
  fact: Fact
  source: Source
  /** By file and line; drafts count, withdrawn entries do not. */
  cited: Citing[]
  /** Entries that cite it and whose review is past. */
  overdue: string[]
  /** Cited, and read by one person only, or to be read a second time again. */
  due: boolean
}

/** Every fact of a library and its use, by id. */
export function factUses(library: Library, today: string): FactUse[] {
  const cited = new Map<string, Citing[]>()
  const overdue = new Map<string, Set<string>>()
  for (const entry of library.entries) {
    if (entry.data.status === 'withdrawn') continue
    for (const { fact, at } of citedIn(entry)) {
      const { line } = positionIn(entry, at)
      cited.set(fact, [...(cited.get(fact) ?? []), { file: entry.file, line }])
      if (isOverdue(entry, today))
        overdue.set(fact, (overdue.get(fact) ?? new Set()).add(entry.file))
    }
  }
  return [...library.facts.values()]
    .map(({ fact, source }) => {
      const places = cited.get(fact.id) ?? []
      return {
        fact,
        source,
        cited: places.sort((a, b) => compare(a.file, b.file) || a.line - b.line),
        overdue: [...(overdue.get(fact.id) ?? [])].sort(compare),
        due: isDue({ fact, cited: places }, today),
      }
    })
    .sort((a, b) => compare(a.fact.id, b.fact.id))
}

function isOverdue({ data }: Entry, today: string): boolean {
  return data.review_by !== undefined && data.review_by < today
}

/** Which facts are asked for. */
export const factViews = {
  uncited: '没有引用的',
  cited: '引用了的',
  unverified: '没有读到原文的',
  overdue: '引用它的条目过了复核日期的',
  due: '引用了、该复读的',
  differs: '复读时对不上的',
  excerpt: '只读到摘录的',
  wordless: '没有抄原文用词的',
} as const
export type FactView = keyof typeof factViews

const tests: Record<FactView, (use: FactUse) => boolean> = {
  uncited: ({ cited }) => cited.length === 0,
  cited: ({ cited }) => cited.length > 0,
  unverified: ({ fact }) => !fact.verified,
  overdue: ({ overdue }) => overdue.length > 0,
  due: ({ due }) => due,
  differs: ({ fact }) => fact.reread?.differs !== undefined,
  excerpt: ({ fact, source }) => readingOf(fact, source) === 'excerpt',
  wordless: ({ fact }) => fact.words.length === 0,
}

export function isIn(use: FactUse, view: FactView): boolean {
  return tests[view](use)
}

/** Facts as editors read them: what each says, and where it stands. */
export function factList(uses: readonly FactUse[], views: readonly FactView[]): string {
  const sections = views.map((view) => {
    const own = uses.filter((use) => isIn(use, view))
    const rows = own.map((use) => `  ${factLine(use)}`)
    return [`${factViews[view]}（${own.length}）`, ...rows].join('\n')
  })
  return `${sections.join('\n\n')}\n\n共${uses.length}条事实。\n`
}

function factLine({ fact, source, cited, overdue }: FactUse): string {
  const places = cited.map(({ file, line }) => `${file}:${line}`)
  const late = overdue.map((file) => `${file}（过了复核日期）`)
  return [
    `${fact.id}  ${fact.statement.trim().replace(/\s+/g, ' ')}`,
    `      来源：${source.id}${fact.verified ? '' : '，没有读到原文'}`,
    ...[...places, ...late].map((place) => `      ${place}`),
  ].join('\n  ')
}

/** Facts for programs. */
export function factRows(uses: readonly FactUse[]): string {
  const rows = uses.map(({ fact, source, cited, overdue }) => ({
    id: fact.id,
    source: source.id,
    statement: fact.statement,
    verified: fact.verified,
    cited,
    overdue,
  }))
  return `${JSON.stringify(rows, null, 2)}\n`
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
