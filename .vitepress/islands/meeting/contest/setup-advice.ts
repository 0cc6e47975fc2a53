/** What to do when the chosen entries have fewer questions than the rounds ask; empty when they do not. */
export function setupAdvice(needed: number, available: number | undefined): string {
  if (available === undefined || available >= needed) return ''
  if (available === 0) return '选中的条目里没有自测题。换几篇课时，或用全站自测题。'
  return `选中的只有${available}道，还差${needed - available}道。减一轮、减题数，或用全站自测题。`
}
