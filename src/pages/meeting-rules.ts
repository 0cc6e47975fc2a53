import type { Library } from '../content/library.ts'
import { chineseDate } from '../model/dates.ts'
import type { AgendaKind } from '../model/agenda.ts'
import type { YearRule } from '../meeting/year.ts'
import { citable } from './facts.ts'
import { href } from './links.ts'
import type { Link } from './links.ts'

/** A rule of the party's regulations as a fact of the edition states it; its words are the fact's own. */
interface Stated {
  fact: string
  words: string
}

/** How often a branch meets. Where the edition does not have the fact, meetings are counted only. */
export const statedYear: readonly (Pick<YearRule, 'form' | 'every'> & Stated)[] = [
  { form: '党员大会', every: 'quarter', fact: 'tbw-f15', words: '一般每季度开一次' },
  { form: '支部委员会会议', every: 'month', fact: 'tbw-f17', words: '一般每月一次' },
  { form: '党小组会', every: 'month', fact: 'tbw-f20', words: '一般每月一次' },
  // The articles read give no number for a branch, so it is not held against one.
  { form: '党课', fact: 'tbw-f24', words: '党委（党组）书记每年至少讲一次' },
  { form: '主题党日', every: 'month', fact: 'tbw-f23', words: '每月相对固定一天' },
  { form: '组织生活会', every: 'year', fact: 'tbw-f25', words: '每年至少一次，一般放在第四季度' },
  { form: '民主评议党员', every: 'year', fact: 'tbw-f26', words: '一般每年一次' },
]

/** What the regulations ask of a row of a kind, told where such a row is planned. */
export const statedRows: readonly (Stated & { kind: AgendaKind })[] = [
  { kind: '重温誓词', fact: 'tef-f10', words: '应当使用党旗' },
  {
    kind: '表决',
    fact: 'tbw-f33',
    words: '必须有半数以上有表决权的党员到会方可进行，赞成人数超过应到会有表决权的党员的半数为通过',
  },
]

export interface RowHint {
  kind: AgendaKind
  words: string
  cite: Link
}

export function rowHints(library: Library): RowHint[] {
  return statedRows.flatMap(({ kind, fact, words }) => {
    const cited = citable(library, fact)
    if (!cited) return []
    const { article } = cited.fact
    const text = `《${cited.source.title}》${article ?? '，条号待核'}`
    return [{ kind, words, cite: { text, href: placeOfFact(library, cited.source.id, fact) } }]
  })
}

export function yearRules(library: Library): YearRule[] {
  return statedYear.map(({ form, every, fact, words }) => {
    const cited = citable(library, fact)
    if (!cited) return { form, words: '' }
    const cite = {
      text: cited.fact.article ?? '条号待核',
      href: placeOfFact(library, cited.source.id, fact),
    }
    return { form, words, cite, ...(every ? { every } : {}) }
  })
}

/** `《…》，2018年10月28日起施行`, of the regulations the year is held against. */
export function yearSource(library: Library): Link | undefined {
  const cited = citable(library, statedYear[0]?.fact ?? '')
  if (!cited) return undefined
  const { id, title } = cited.source
  const since = cited.source.in_force ? `，${chineseDate(cited.source.in_force)}起施行` : ''
  return { text: `《${title}》${since}`, href: href(library, `/data/${id}.html`) }
}

function placeOfFact(library: Library, source: string, fact: string): string {
  return href(library, `/data/${source}.html#${fact}`)
}
