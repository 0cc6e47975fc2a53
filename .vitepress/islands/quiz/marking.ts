/** What is said of one option once the answer is shown. */
export type OptionMark = 'right' | 'wrong' | 'missed' | 'none'

/** How each option of a question stands, given what was chosen and what is right. */
export function markOptions(
  count: number,
  chosen: readonly number[],
  right: readonly number[],
): OptionMark[] {
  return Array.from({ length: count }, (_, index) => {
    const isChosen = chosen.includes(index)
    const isRight = right.includes(index)
    if (isChosen) return isRight ? 'right' : 'wrong'
    return isRight ? 'missed' : 'none'
  })
}

/** The word over the explanation: all right, partly right, or not yet. */
export function verdict(marks: readonly OptionMark[]): { passed: boolean; word: string } {
  if (marks.every((mark) => mark === 'right' || mark === 'none'))
    return { passed: true, word: '答对了' }
  return { passed: false, word: marks.includes('right') ? '还差一点' : '再想想' }
}
