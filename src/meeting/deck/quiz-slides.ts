import { paged, sentencesOf } from './fit.ts'
import type { Draft } from './entry-slides.ts'
import type { Quiz } from './material.ts'
import { answerFits, questionWay } from './quiz-layout.ts'

/** Seconds to think over a question of a self-test. */
const thinking = 45
const letters = 'ABCDEFGH'

/** A question of a self-test as its page has it. */
interface PageQuiz extends Pick<Quiz, 'question' | 'options' | 'right' | 'sources'> {
  kind: 'single' | 'multiple' | 'judge'
  explanation: string
}

export function quizOfPage(one: PageQuiz): Quiz {
  const { question, options, right, explanation: reason, sources, kind } = one
  return { question, options, right, reason, sources, isMultiple: kind === 'multiple' }
}

/** Minutes to think over a question, to answer it and to talk about the answer. */
export const minutesOfQuestion = 2

/**
 * So many questions, from each material in turn, those first that ask and answer on a slide each; in the
 * order of the materials.
 */
export function chosenQuiz(materials: readonly (readonly Quiz[])[], count: number): Quiz[] {
  const all = materials.flat()
  const turns = materials
    .flatMap((quiz) => shortFirst(quiz).map((one, turn) => ({ one, turn })))
    .sort((a, b) => a.turn - b.turn)
  const chosen = new Set(turns.slice(0, count).map(({ one }) => one))
  return all.filter((one) => chosen.has(one))
}

function shortFirst(quiz: readonly Quiz[]): Quiz[] {
  const isShort = (one: Quiz) => quizSlides([one]).length === 2
  return [...quiz.filter(isShort), ...quiz.filter((one) => !isShort(one))]
}

/** A question, time to think, then the answer with its reason and where that can be read. */
export function quizSlides(quiz: readonly Quiz[]): Draft[] {
  return quiz.flatMap((one, index) => {
    const count = { at: index + 1, of: quiz.length }
    const { question, options } = one
    const common = { notes: [], sources: [], kicker: kickerOf(one), count }
    // Where the question leaves its options no room it is read first, and stands above them in short.
    const asked: Draft[] = questionWay({ ...common, question, options })
      ? [{ kind: 'question', ...common, name: question, question, options, seconds: thinking }]
      : [
          { kind: 'question', ...common, name: question, question, options: [], seconds: 0 },
          ...optionSlides(one, count),
        ]
    return [...asked, ...answerSlides(one)]
  })
}

function kickerOf({ isMultiple }: Quiz): string {
  return isMultiple ? '想一想，可以多选' : '想一想'
}

function optionSlides(quiz: Quiz, count: { at: number; of: number }): Draft[] {
  const { options } = quiz
  const question = quiz.isMultiple ? '选哪几项？' : '选哪一项？'
  return [
    {
      ...{ kind: 'question', kicker: '', count, name: question, question, options },
      ...{ seconds: thinking, notes: [], sources: [] },
    },
  ]
}

function answerSlides({ options, right, reason, sources }: Quiz): Draft[] {
  const answers = right.map((index) => ({
    letter: letters.charAt(index),
    text: options[index] ?? '',
  }))
  const pages = paged(sentencesOf(reason), (together) =>
    answerFits({ answers, reason: together.join(''), sources }),
  )
  return (pages.length > 0 ? pages : [['']]).map((page): Draft => {
    const words = page.join('')
    return {
      ...{ kind: 'answer', name: '答案', answers, reason: words, notes: [] },
      sources,
    }
  })
}
