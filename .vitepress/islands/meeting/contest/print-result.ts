/** Print the result sheet alone, wherever the contest was opened. */
export function printResult(): void {
  const { dataset } = document.documentElement
  dataset.paper = 'contest'
  addEventListener('afterprint', () => delete dataset.paper, { once: true })
  window.print()
}
