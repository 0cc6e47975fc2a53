import type { QuizQuestion } from '../../../src/pages/training.ts'

/**
 * What is said of one option once the answer is shown. The right option of a question that has only
 * one was not left out when another was chosen: it is the `answer`; only among several is one `missed`.
 */
type OptionMark = 'right' | 'wrong' | 'missed' | 'answer' | 'none'

/** Words beside an option; what is not marked has none. */
export const markWords: Readonly<Record<OptionMark, string>> = {
  right: '选对了',
  wrong: '选错了',
  missed: '漏选',
  answer: '正确答案',
  none: '',
}

/** How each option of a question stands, given what was chosen. */
export function markOptions(
  { kind, options, right }: Pick<QuizQuestion, 'kind' | 'options' | 'right'>,
  chosen: readonly number[],
): OptionMark[] {
  const unchosen = kind === 'multiple' ? 'missed' : 'answer'
  return options.map((_, index) => {
    const isRight = right.includes(index)
    if (chosen.includes(index)) return isRight ? 'right' : 'wrong'
    return isRight ? unchosen : 'none'
  })
}

/** The word over the explanation: all right, partly right, or not. */
export function verdict(marks: readonly OptionMark[]): { passed: boolean; word: string } {
  if (marks.every((mark) => mark === 'right' || mark === 'none'))
    return { passed: true, word: '答对了' }
  return { passed: false, word: marks.includes('right') ? '还差一点' : '没答对，看看为什么' }
}
