/**
 * Reads what a reader typed into terms. Browser-safe.
 *
 * Terms are parted by blanks and punctuation and must all be found; a quoted passage (“…”, 《…》,
 * 「…」, "…") is one term, its parts in order with nothing but punctuation between. A number keeps
 * its unit (63 家), a date is looked for in every usual spelling, 第20条 also as 第二十条.
 */
import { fold, isHan, type FoldTable } from '../format/fold.ts'
import { keysOfRun, type GramKey } from '../format/grams.ts'

/** One spelling of a term: runs without separators, in order. */
export interface Phrase {
  runs: string[]
  /** `YYYY-MM-DD` (or a beginning of it) to find in the entry's own date instead of its text. */
  date?: string
  /** Another spelling of what was typed, which ranks behind it: 第二十条 for 第20条. */
  other?: boolean
}

/** Any of the phrases satisfies the term. */
export interface Term {
  phrases: Phrase[]
}

/** More is ignored: nobody types it, and a pasted page must not stall the worker. */
export const maxQueryLength = 128
const maxTerms = 12
/** Keys looked up for one spelling. */
const maxKeys = 8

const quotePattern = /[“"《〈「『]([^”"》〉」』]+)[”"》〉」』]/gu
/** A year is a whole run of digits: told by its length, as Safari before 16.4 cannot look behind. */
const datePattern =
  /(\d+)\s*[-./年]\s*(\d{1,2})(?:\s*[-./月]\s*(\d{1,2})\s*日?|\s*月)?(?![\d万亿])/gu
const ordinalPattern = /^(.*第)(\d{1,4})([条章节款项届次个].*)$/u
const digits = '零一二三四五六七八九'

/** 1–9999 in Chinese numerals: 20 → 二十, 105 → 一百零五. */
export function chineseNumeral(value: number): string {
  const figures = Array.from(String(value), Number)
  const text = figures
    .map((figure, i) =>
      figure ? digits.charAt(figure) + '千百十'.charAt(i + 4 - figures.length) : '零',
    )
    .join('')
  const tidy = text.replace(/零+/gu, '零').replace(/(.)零$/u, '$1')
  return tidy.startsWith('一十') ? tidy.slice(1) : tidy
}

const runsOf = (folded: string): string[] => folded.split(/[ \n]+/u).filter(Boolean)

function dateTerm(year: string, month: string, day = ''): Term {
  const [m, d] = [Number(month), Number(day)]
  const two = (value: number): string => String(value).padStart(2, '0')
  const iso = day ? `${year}-${two(m)}-${two(d)}` : `${year}-${two(m)}`
  const spellings = day
    ? [
        [`${year}年${m}月${d}日`],
        [`${year}年${two(m)}月${two(d)}日`],
        [year, two(m), two(d)],
        [year, `${m}`, `${d}`],
      ]
    : [[`${year}年${m}月`], [`${year}年${two(m)}月`], [year, two(m)]]
  return { phrases: [...spellings.map((runs) => ({ runs })), { runs: [], date: iso }] }
}

function plainTerm(run: string): Term {
  const numbered = ordinalPattern.exec(run)
  if (!numbered) return { phrases: [{ runs: [run] }] }
  const [, before = '', number = '', after = ''] = numbered
  const spelled = `${before}${chineseNumeral(Number(number))}${after}`
  return { phrases: [{ runs: [run] }, { runs: [spelled], other: true }] }
}

/** Joins a number and the unit typed after a blank: `63 家` means 63家. */
function joinUnits(runs: string[]): string[] {
  const joined: string[] = []
  for (const run of runs) {
    const last = joined.at(-1)
    const unit = run.length <= 2 && isHan(run.charCodeAt(0))
    if (last !== undefined && unit && /^\d+$/u.test(last)) joined[joined.length - 1] = last + run
    else joined.push(run)
  }
  return joined
}

/** Takes the quoted passages and the dates out of a query; `rest` is what stands beside them. */
export function extractTerms(query: string, table?: FoldTable): { terms: Term[]; rest: string } {
  const terms: Term[] = []
  const rest = query
    .slice(0, maxQueryLength)
    .replace(/[\s\u3000]+/gu, ' ')
    .normalize('NFKC')
    .replace(quotePattern, (_, inside: string) => {
      const runs = runsOf(fold(inside, table).text)
      if (runs.length) terms.push({ phrases: [{ runs }] })
      return ' '
    })
    .replace(datePattern, (found: string, year: string, month: string, day?: string) => {
      if (year.length !== 4) return found
      terms.push(dateTerm(year, month, day))
      return ' '
    })
  return { terms, rest }
}

/** The terms of a query; none when it holds no letter, digit or Han character. */
export function parseQuery(query: string, table?: FoldTable): Term[] {
  const { terms, rest } = extractTerms(query, table)
  const runs = runsOf(fold(rest, table, true).text)
  const plain = [...new Set(joinUnits(runs))].map(plainTerm)
  return [...terms, ...plain].slice(0, maxTerms)
}

/** Keys every text with this phrase has; `all` for each pair, otherwise a cover (`keysOfRun`). */
export function keysOfPhrase(phrase: Phrase, all: boolean): GramKey[] {
  if (phrase.date) return [{ family: 'w', key: `@${phrase.date}`, prefix: true }]
  const keys = phrase.runs.flatMap((run) => keysOfRun(run, all))
  // A pasted paragraph need not fetch a shard for every pair.
  const step = all ? 1 : Math.ceil(keys.length / maxKeys)
  return keys.filter((_, i) => i % step === 0)
}
