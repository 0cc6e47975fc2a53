import type { QuizQuestion } from '../../../src/pages/training.ts'
import { isPassed } from '../../../src/study/progress.ts'
import { pageHere, record, study } from './record.ts'

type Answered = (question: QuizQuestion, chosen: number[], correct: boolean) => void

/** Keep the answers to a lesson's questions; when every latest one is right, the lesson is passed. */
export function rememberAnswer(questions: readonly QuizQuestion[]): Answered {
  return (question, chosen, correct) => void remember(questions, question, chosen, correct)
}

async function remember(
  questions: readonly QuizQuestion[],
  { key, question, options }: QuizQuestion,
  chosen: number[],
  correct: boolean,
): Promise<void> {
  const here = pageHere()
  if (!here) return
  const words = chosen.map((index) => (options[index] ?? '').slice(0, 300))
  await record({
    verb: 'answered',
    question: key,
    asked: question.slice(0, 500),
    chosen: words,
    correct,
  })
  const keys = questions.map((one) => one.key)
  if (!correct || !isPassed(keys, await study.activitiesOn(here.page))) return
  await record({ verb: 'passed' })
  document.dispatchEvent(new Event('chaotou:studied'))
}
