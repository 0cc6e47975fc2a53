/** Print one paper of the record alone: all of it, or the sign-in sheet. */
export function printPaper(paper: 'minutes' | 'signin'): void {
  const { dataset } = document.documentElement
  dataset.paper = paper
  addEventListener('afterprint', () => delete dataset.paper, { once: true })
  window.print()
}
