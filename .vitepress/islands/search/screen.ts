import type { SearchResult } from '../../../src/search/search.ts'

/** What stands below the field. */
export type Screen = 'start' | 'waiting' | 'slow' | 'results' | 'nothing' | 'offline' | 'failed'

export interface Moment {
  query: string
  /** The last answer; it stays while the next is awaited, until that takes long. */
  result: SearchResult | undefined
  /** The answer has been awaited for a second. */
  slow: boolean
  /** The engine did not load or does not answer. */
  broken: boolean
  online: boolean
}

export function screenOf({ query, result, slow, broken, online }: Moment): Screen {
  if (!query.trim()) return 'start'
  if (broken) return online ? 'failed' : 'offline'
  if (slow) return 'slow'
  if (!result) return 'waiting'
  if (result.hits.length > 0) return 'results'
  if (result.unavailable) return online ? 'failed' : 'offline'
  return result.degraded && !online ? 'offline' : 'nothing'
}

export function countText({ total, approximate }: SearchResult): string {
  return `找到${approximate ? '约' : ''}${total}条`
}

/** The sentence the live region says; the visible page says the same at more length. */
export function spokenText(screen: Screen, result: SearchResult | undefined): string {
  switch (screen) {
    case 'slow':
      return '正在查找。'
    case 'results':
      return result ? `${correctionText(result)}${countText(result)}。` : ''
    case 'nothing':
      return result?.suggestions.length
        ? `没有完全匹配，有${result.suggestions.length}条相近的。`
        : '没有找到。'
    case 'offline':
      return '现在没有网络。'
    case 'failed':
      return '搜索暂时用不了。'
    default:
      return ''
  }
}

/** The spellings whose results are shown in place of what was typed. */
export function spellingsUsed({ correction }: SearchResult): string[] {
  return correction ? [correction.used, ...(correction.rivals ?? [])] : []
}

function correctionText(result: SearchResult): string {
  const used = spellingsUsed(result).map((spelling) => `“${spelling}”`)
  return used.length ? `已按${used.join('')}显示结果，` : ''
}
