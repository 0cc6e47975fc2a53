import { isPublished } from '../../../content/library.ts'
import type { Entry, Library } from '../../../content/library.ts'
import { factsDrawn } from '../../../model/charts.ts'
import { factsStated } from '../../../model/people.ts'
import { factsOfPack } from '../../../model/packs.ts'
import { spanIn } from '../prose/passage.ts'
import type { ProsePassage } from '../prose/passage.ts'
import type { EntryContext, FindingPlace } from '../../engine/rule.ts'
import { claimsOf, supportById, supportFor } from './claims.ts'
import type { Supports } from './claims.ts'
import type { Figure } from './written-figures.ts'
import { statedFigures } from './fact-support.ts'
import { verdictOn } from './figure-verdict.ts'
import type { Verdict } from './figure-verdict.ts'

/** A figure and the facts it is cited from. */
export interface CitedFigure {
  figure: Figure
  facts: readonly string[]
  at: FindingPlace
  /** Absent for the big number of a card, which stands in two fields. */
  passage?: ProsePassage
  /** How it stands to its facts; absent when none of them is known. */
  verdict?: Verdict
}

/** Letters that may stand between a figure and the mark that means it: `4个党支部[^…]`. */
const nearby = 6

/** Every figure with a citation, judged: in the body before a mark, and the big number on a case's card. */
export function citedFigures({ own }: EntryContext): readonly CitedFigure[] {
  return own(judgedFigures)
}

function judgedFigures(context: EntryContext): CitedFigure[] {
  const { entry, share } = context
  const known = share(supportById)
  const found: CitedFigure[] = []
  for (const { passage, facts, figures, to } of claimsOf(context)) {
    if (facts.length === 0 || figures.length === 0) continue
    const support = supportFor(facts, known)
    for (const figure of figures) {
      const at = { span: spanIn(passage, figure.from, figure.to) }
      const verdict = support && verdictOn(figure, support, to - figure.to <= nearby)
      found.push({ figure, facts, at, passage, verdict })
    }
  }
  return found.concat(highlighted(entry, known))
}

function highlighted(entry: Entry, known: Supports): CitedFigure[] {
  if (entry.collection !== 'cases' || !entry.data.highlight) return []
  const { text, unit = '', cite } = entry.data.highlight
  const support = known.get(cite)
  return statedFigures(`${text}${unit}`).map((figure) => {
    const verdict = support && verdictOn(figure, support, true)
    return { figure, facts: [cite], at: { field: ['highlight', 'text'] }, verdict }
  })
}

/** The ids of every fact that entries cite, in body, highlight, drawing and quiz. */
export function citedFacts(entries: readonly Entry[]): Set<string> {
  const facts = new Set<string>()
  for (const entry of entries) {
    for (const { fact } of entry.body.citations) facts.add(fact)
    if (entry.collection === 'cases' && entry.data.highlight) facts.add(entry.data.highlight.cite)
    if (entry.collection === 'cases')
      for (const { cites } of entry.data.measures) for (const fact of cites) facts.add(fact)
    if (entry.collection === 'people')
      for (const { fact } of factsStated(entry.data)) facts.add(fact)
    if (entry.collection === 'terms') for (const fact of entry.data.cites) facts.add(fact)
    if (entry.collection === 'charts')
      for (const { fact } of factsDrawn(entry.data.drawing)) facts.add(fact)
    if (entry.collection === 'packs')
      for (const { fact } of factsOfPack(entry.data)) facts.add(fact)
    if (entry.collection === 'lessons')
      for (const { cites } of entry.data.quiz) for (const fact of cites) facts.add(fact)
  }
  return facts
}

/**
 * Whether a draft cites facts that nobody has read yet, as import offers them: its fields are held
 * against its facts once these are read, and it cannot be published before.
 */
export function waitsForReading(entry: Entry, { facts }: Library): boolean {
  if (isPublished(entry)) return false
  return [...citedFacts([entry])].some((id) => facts.get(id)?.fact.verified === false)
}

/** The fact an entry cites elsewhere that holds this figure. */
export function homeOf(figure: Figure, entry: Entry, known: Supports): string | undefined {
  for (const fact of citedFacts([entry])) {
    const support = known.get(fact)
    if (support && verdictOn(figure, support).kind === 'agrees') return fact
  }
  return undefined
}
