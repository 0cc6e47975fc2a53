import { figuresIn } from '../rules/reading/figures/written-figures.ts'
import type { OfferedFact } from './facts.ts'

/**
 * Put a fact's citation behind the figure it was read from, line by line in the order of the text.
 * A figure that Markdown tears apart, or that stands in a link, keeps its fact uncited.
 */
export function cite(body: string, facts: readonly OfferedFact[]): { text: string; cited: number } {
  const waiting = [...facts]
  let cited = 0
  let fenced = false
  const lines = body.split('\n').map((line) => {
    if (/^\s*(```|~~~)/.test(line)) fenced = !fenced
    if (fenced || /^(#|!\[|\[\^[^\]]+\]:|\|)/.test(line)) return line
    let written = ''
    let from = 0
    for (const { kind, strong, value, measure, to } of figuresIn(line)) {
      if (kind === 'ordinal' || !strong || isInLink(line, to)) continue
      const at = waiting.findIndex((fact) => fact.figure === value && (fact.unit ?? '') === measure)
      const [fact] = at < 0 ? [] : waiting.splice(at, 1)
      if (!fact) continue
      written += `${line.slice(from, to)}[^${fact.id}]`
      from = to
      cited += 1
    }
    return written + line.slice(from)
  })
  return { text: lines.join('\n'), cited }
}

/** Whether a place lies between the brackets of a link. */
function isInLink(line: string, at: number): boolean {
  const open = line.lastIndexOf('[', at)
  const close = line.indexOf(']', at)
  const before = line.slice(0, at)
  const inText =
    open >= 0 && close >= 0 && !before.slice(open).includes(']') && line[close + 1] === '('
  return inText || /\]\([^)]*$/.test(before)
}
