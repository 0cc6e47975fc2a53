/**
 * What an entry states, as sections: wrong answers and columns of how not to do it are no statements,
 * and who finds them takes them for what the page says. Build time.
 */
import type { Entry } from '../content/library.ts'
import { inlineText } from '../content/markdown.ts'
import { answerKey, type Question } from '../model/training.ts'
import type { SearchSection } from '../search/build.ts'

/** Heads of a table's column that shows how not to do it. */
const negative = /^(?:不(?:要|写|这样|该|应|能|可|宜|做|妥|好)|别|错|误|避免|反例|请勿|忌)/u

/** Places in the tokens of cells below such a head: what they say is not what the page says. */
function negativeCells({ body: { tokens } }: Entry): ReadonlySet<number> {
  const found = new Set<number>()
  let [column, inHead] = [0, false]
  let columns = new Set<number>()
  tokens.forEach(({ type }, index) => {
    if (type === 'table_open') columns = new Set()
    if (type === 'thead_open' || type === 'thead_close') inHead = type === 'thead_open'
    if (type === 'tr_open') column = 0
    if (type !== 'th_close' && type !== 'td_close') return
    const cell = tokens[index - 1]
    if (inHead && negative.test(inlineText(cell))) columns.add(column)
    if (columns.has(column)) found.add(index - 1)
    column++
  })
  return found
}

/** The body, a section for each heading and for the text below it. */
export function bodySections(entry: Entry): SearchSection[] {
  const sections: SearchSection[] = []
  const { body } = entry
  const left = negativeCells(entry)
  let anchor: string | undefined
  body.tokens.forEach((token, index) => {
    if (token.type !== 'inline' || left.has(index)) return
    const opening = body.tokens[index - 1]
    const isHeading = opening?.type === 'heading_open'
    if (isHeading) anchor = String(opening.attrGet('id') ?? '')
    const place = anchor ? { anchor } : {}
    sections.push({ field: isHeading ? 'heading' : 'body', text: inlineText(token), ...place })
  })
  return sections
}

/** A question that asks for what is wrong: its right answer is a wrong statement. */
const asksForWrong = /不(?:对|正确|符合|合适|应|该|能|可以|属于|是|宜|妥|准确|当|合)|错|误/u

/** What a question says and what is right; a wrong option is no statement of the page. */
export function quizSection(question: Question): SearchSection {
  const { options, right } = answerKey(question)
  const { question: asked, explanation } = question
  if (question.kind === 'judge')
    return { field: 'quiz', text: right[0] === 0 ? `${asked}\n${explanation}` : explanation }
  const answers = asksForWrong.test(asked) ? [] : right.flatMap((at) => options[at] ?? [])
  return { field: 'quiz', text: [asked, answers.join(' '), explanation].join('\n') }
}
