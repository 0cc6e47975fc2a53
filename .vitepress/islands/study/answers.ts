import type { QuizQuestion } from '../../../src/pages/training.ts'
import { record } from './record.ts'

type Answered = (question: QuizQuestion, chosen: number[], correct: boolean) => void

/** Keep the answers to a lesson's questions, and tell the page, which may be done with that. */
export const rememberAnswer: Answered = (question, chosen, correct) =>
  void remember(question, chosen, correct)

async function remember(
  { key, question, options }: QuizQuestion,
  chosen: number[],
  correct: boolean,
): Promise<void> {
  const words = chosen.map((index) => (options[index] ?? '').slice(0, 300))
  await record({
    verb: 'answered',
    question: key,
    asked: question.slice(0, 500),
    chosen: words,
    correct,
  })
  document.dispatchEvent(new Event('chaotou:answered'))
}
