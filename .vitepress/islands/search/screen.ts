import type { SearchResult } from '../../../src/search/query.ts'

/** What stands below the field. */
export type Screen =
  'start' | 'quiet' | 'waiting' | 'slow' | 'results' | 'nothing' | 'unread' | 'offline' | 'failed'

export interface Moment {
  query: string
  /** The last answer; it stays while the next is awaited, until that takes long. */
  result: SearchResult | undefined
  /** The answer has been awaited for a second. */
  slow: boolean
  /** The engine did not load or does not answer. */
  broken: boolean
  online: boolean
  /** The reader has stopped typing, or pressed Enter. */
  settled: boolean
}

/** Whether there is anything to look for: a letter, a digit or a Han character. */
export const isQuery = (text: string): boolean => /[\p{L}\p{N}]/u.test(text)

/** Rows of any kind. */
const rowsIn = ({ hits, near, mended, suggestions }: SearchResult): number =>
  hits.length + near.hits.length + (mended?.hits.length ?? 0) + suggestions.length

/** Initials and syllables that may still become anything. */
const fewLetters = 4

/** Letters of pinyin on their way to a word: nobody is told yet that nothing was found. */
function isUnfinished(query: string, { hits, near, correction }: SearchResult): boolean {
  if (!/^[a-z' ]+$/iu.test(query)) return false
  if (hits.length > 0 && !correction) return false
  return query.length < fewLetters || hits.length + near.hits.length === 0
}

export function screenOf({ query, result, slow, broken, online, settled }: Moment): Screen {
  if (!isQuery(query)) return 'start'
  if (broken) return online ? 'failed' : 'offline'
  if (slow && !result?.more) return 'slow'
  if (!result) return 'waiting'
  if (result.unavailable) return online ? 'failed' : 'offline'
  if (!settled && isUnfinished(query.trim(), result)) return 'quiet'
  // Titles that look alike say nothing of a search that could not be made.
  const rows = rowsIn(result) - (result.degraded ? result.suggestions.length : 0)
  if (rows > 0) return 'results'
  if (result.degraded) return online ? 'unread' : 'offline'
  return 'nothing'
}

function countText({ total, approximate }: SearchResult): string {
  return `找到${approximate ? '约' : ''}${total}条`
}

/** The heading above what is near; with exact hits above it, it goes on from them. */
export const nearHeading = ({ hits }: SearchResult): string =>
  hits.length > 0 ? '还有相近的' : '没有完全一样的，下面是相近的'

const quoted = (words: readonly string[]): string => words.map((word) => `“${word}”`).join('')

/** The sentence the live region says; the visible page says the same at more length. */
export function spokenText(screen: Screen, result: SearchResult | undefined): string {
  switch (screen) {
    case 'slow':
      return '正在查找。'
    case 'results':
      return result ? resultsText(result) : ''
    case 'nothing':
      return '没有找到。'
    case 'unread':
      return '这次没能查。'
    case 'offline':
      return '现在没有网络。'
    case 'failed':
      return '搜索暂时用不了。'
    default:
      return ''
  }
}

function resultsText(result: SearchResult): string {
  const { hits, near, mended, suggestions, correction } = result
  const used = spellingsUsed(correction)
  const read = used.length ? `已按${quoted(used)}显示结果，` : ''
  if (hits.length > 0)
    return `${read}${countText(result)}。${near.hits.length ? `还有${near.hits.length}条相近的。` : ''}`
  if (near.hits.length > 0) return `${read}没有完全一样的，有${near.hits.length}条相近的。`
  if (mended) return `没有找到，按${quoted(spellingsUsed(mended))}有${mended.hits.length}条。`
  return `没有找到，有${suggestions.length}条题目相近的。`
}

/** The spellings whose results are shown in place of what was typed. */
export function spellingsUsed(
  corrected: { used: string; rivals?: string[] } | undefined,
): string[] {
  return corrected ? [corrected.used, ...(corrected.rivals ?? [])] : []
}
