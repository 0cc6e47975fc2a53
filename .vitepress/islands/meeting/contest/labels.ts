import type { PoolQuestion } from '../../../../src/meeting/contest/pool.ts'
import type { Turn } from '../../../../src/meeting/contest/rules.ts'

/** `2 / 4`; the extra question is one more of no certain number. */
export function turnPlace({ round, place, of }: Turn): string {
  return round === '加赛' ? `第${place}题` : `${place} / ${of}`
}

/** The letter of an option; 对 and 错 need none. */
export function optionLetter({ kind }: PoolQuestion, index: number): string {
  return kind === 'judge' ? '' : String.fromCharCode(65 + index)
}
