/** What a row without words of its own is called: its pages; a ready pack's stands for its questions. */
export function titleOfPages(pages: readonly { isPack: boolean; title: string }[]): string {
  return pages.map(({ isPack, title }) => (isPack ? '三个问题' : title)).join('、')
}
