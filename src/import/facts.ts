import { datesIn } from '../rules/reading/figures/written-dates.ts'
import { figuresIn } from '../rules/reading/figures/written-figures.ts'
import type { Figure } from '../rules/reading/figures/written-figures.ts'
import { seam } from './blocks.ts'
import { unseen } from './inline-markdown.ts'

/** A figure of the text, offered as a fact; its editor fills in what the text does not say. */
export interface OfferedFact {
  id: string
  statement: string
  figure: number
  unit?: string
  qualifier: string
  /** `undated`, or a year, month or day. */
  as_of: string
  verified: false
}

const most = 60
/** Letters set above or below the line, and the brackets such letters are written in. */
const raised = '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ⁿ₀₁₂₃₄₅₆₇₈₉₊₋₍₎^_'
const parting = `[${seam}${raised}]`
const doubtful = new RegExp(String.raw`\d${parting}|${parting}\d`, 'u')

/**
 * Figures in a text that count something, each with its sentence. None of them is verified: a fact
 * counts when an editor has read it in the source. A digit beside a seam or a raised letter may be
 * a part of another number: such figures are not offered, their sentences are in `doubtful`. What a
 * sentence counts up to a day, it counts as of that day; a day after `today` (`YYYY-MM-DD`) is a plan's.
 */
export function factsIn(
  text: string,
  { prefix, today }: { prefix: string; today: string },
): { facts: OfferedFact[]; doubtful: string[]; omitted: number } {
  const sentences = text
    .split(/(?<=[。！？；\n])/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => /[\d一二两三四五六七八九十百千万]/.test(sentence))
  const offered = sentences.flatMap((sentence) => {
    const statement = sentence.slice(0, 300)
    return figuresIn(statement)
      .filter((figure) => counts(figure) && !isParted(statement, figure))
      .map(({ value, measure, qualifier, from }) => ({
        statement: statement.replace(unseen, ''),
        value,
        measure,
        qualifier,
        asOf: timeBefore(statement, from, today),
      }))
  })
  const facts = offered.slice(0, most).map((one, index) => ({
    id: `${prefix}-f${String(index + 1).padStart(2, '0')}`,
    statement: one.statement,
    figure: one.value,
    ...(one.measure ? { unit: one.measure } : {}),
    qualifier: one.qualifier,
    as_of: one.asOf ?? 'undated',
    verified: false as const,
  }))
  return {
    facts,
    doubtful: sentences
      .filter((sentence) => doubtful.test(sentence))
      .map((sentence) => sentence.replace(unseen, '')),
    omitted: offered.length - facts.length,
  }
}

/** The day in front of a figure up to which its sentence counts: `到2024年6月` is 2024-06. */
function timeBefore(sentence: string, at: number, today: string): string | undefined {
  const named = datesIn(sentence).filter(({ asOf, year, to }) => asOf && year && to <= at)
  const last = named.at(-1)
  if (!last) return undefined
  const two = (part: number) => String(part).padStart(2, '0')
  const parts = [last.month, last.day].flatMap((part) => (part === undefined ? [] : [two(part)]))
  const day = [last.year, ...parts].join('-')
  return day <= today ? day : undefined
}

function counts({ kind, strong, value }: Figure): boolean {
  return kind !== 'ordinal' && strong && Number.isFinite(value)
}

/** Whether something stood right before or behind the numeral that may belong to it. */
function isParted(text: string, { numeral: [from, to] }: Figure): boolean {
  const around = text.charAt(from - 1) + text.charAt(to)
  return [...around].some((letter) => letter === seam || raised.includes(letter))
}
