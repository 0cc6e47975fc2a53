import type { Standing } from '../../../../src/meeting/contest/play.ts'

/** Numbers of the questions that a team answered wrong, or that nobody answered. */
export function missedQuestions({ answers }: Standing, questions: readonly unknown[]): number[] {
  return questions.flatMap((_, index) => {
    const given = answers[index]
    return given && !(given.length === 1 && given[0]?.right) ? [index] : []
  })
}
