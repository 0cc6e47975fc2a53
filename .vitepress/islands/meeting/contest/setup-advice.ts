/** What to do when the chosen entries have fewer questions than the rounds ask; empty when they do not. */
export function setupAdvice(needed: number, available: number | undefined): string {
  if (available === undefined || available >= needed) return ''
  if (available === 0) return '选中的条目里没有自测题。换几篇课时，或用全站自测题。'
  return `选中的只有${available}道，还差${needed - available}道。减一轮、减题数，或用全站自测题。`
}

/**
 * Where questions for ties come from, when the chosen lessons leave fewer than are wanted: `left` of
 * theirs, `leftOfAll` of all lessons. Empty when they have enough, or too few to begin with.
 */
export function spareWords(wanted: number, left: number, leftOfAll: number): string {
  if (left < 0 || left >= wanted) return ''
  const borrowed = Math.min(wanted, leftOfAll) - left
  if (borrowed > 0)
    return left > 0
      ? `同分加赛，先用剩下的${left}道，不够再从全站自测题里抽。`
      : '选中的题正好用完，同分加赛的题从全站自测题里抽。'
  return left > 0
    ? `加赛只剩${left}道题，还分不出就并列。`
    : '题正好用完，没有加赛的题，同分就并列。'
}
