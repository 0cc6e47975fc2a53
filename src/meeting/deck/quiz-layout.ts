import { floor, frame, heightOf, linesOf } from './fit.ts'
import { kicker, levelOf, sizes, sourceBlock } from './layout.ts'
import type { AnswerSlide, QuestionSlide } from './slide.ts'

/** A question with its options in one column or two. */
interface QuestionWay {
  question: number
  option: number
  columns: 1 | 2
}

/** Height of the line with the clock, which is smaller over options. */
const clock = { alone: 14, above: 10.5 } as const
const questionRoom = 82

/** How a question is set; undefined when it does not fit on one slide. */
export function questionWay({
  kicker,
  question,
  options,
}: Pick<QuestionSlide, 'kicker' | 'question' | 'options'>): QuestionWay | undefined {
  // Where nothing stands above it, a short question stands beside the clock.
  const asked = kicker === '' ? '' : question
  for (const [q, size] of sizes.question.entries())
    for (const [o, small] of sizes.option.entries())
      for (const columns of [2, 1] as const)
        if (questionHeight(asked, options, { size, small, columns }) <= questionRoom)
          return { question: q, option: o, columns }
  return undefined
}

function questionHeight(
  question: string,
  options: readonly string[],
  { size, small, columns }: { size: number; small: number; columns: 1 | 2 },
): number {
  const width = (columns === 2 ? (frame.width - 5) / 2 : frame.width) - small * 1.5
  let below = options.length === 0 ? 0 : 5
  for (let at = 0; at < options.length; at += columns) {
    const row = options.slice(at, at + columns)
    below += Math.max(...row.map((text) => linesOf(text, small, width))) * small * 1.35 + 3.2
  }
  const above = options.length > 0 ? clock.above : clock.alone
  return above + heightOf([{ text: question, size, leading: 1.4 }]) + below
}

type AnswerWords = Pick<AnswerSlide, 'answers' | 'reason' | 'sources'>

/** How an answer is set: its source stands in the notes alone where it has no room. */
interface AnswerWay {
  answer: number
  reason: number
  isSourced: boolean
}

const answerWays: readonly AnswerWay[] = [true, false].flatMap((isSourced) =>
  sizes.answer.flatMap((_, answer) =>
    sizes.reason.map((_, reason) => ({ answer, reason, isSourced })),
  ),
)
const answers = levelOf(({ answers, reason, sources }: AnswerWords) =>
  answerWays.map(({ answer, reason: level, isSourced }) => {
    const size = sizes.answer[answer] ?? floor
    return [
      kicker,
      ...answers.map(({ text }) => ({
        ...{ text: `一一${text}`, size, leading: 1.25, above: 1.5 },
        width: frame.width - size,
      })),
      { text: reason, size: sizes.reason[level] ?? floor, leading: 1.5, above: 3.5 },
      ...(isSourced ? sourceBlock(sources) : []),
    ]
  }),
)

export function answerWay(slide: AnswerWords): AnswerWay {
  // Its levels are those of the ways.
  return answerWays[answers.level(slide)] as AnswerWay
}

/** Whether an answer fits with its source. */
export function answerFits(slide: AnswerWords): boolean {
  return answers.fits(slide) && answerWay(slide).isSourced
}
