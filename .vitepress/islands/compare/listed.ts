import { fetchPage } from '../study/fetch-page.ts'

/** A case that may be added: what it is named by, and what readers find it by. */
export interface ListedChoice {
  id: string
  title: string
  /** Who and where, as the list says them. */
  about: string
}

/** Pages of the list that are read: some hundreds of cases. */
const mostPages = 5

/**
 * The cases of the list, page by page, the latest sources first. Rejects where the first page cannot be had; a later
 * one that cannot ends the list.
 */
export async function* listedChoices(address: string): AsyncGenerator<ListedChoice[]> {
  let next: string | undefined = address
  for (let read = 0; next !== undefined && read < mostPages; read++) {
    const page: Document = await fetchPage(next)
    yield choicesIn(page)
    next =
      page.querySelector<HTMLAnchorElement>('.pager a[rel="next"]')?.getAttribute('href') ??
      undefined
  }
}

/** Rows of a list as the templates `CaseRow.vue`, `CollectedRow.vue` and `BriefRow.vue` write them. */
export function choicesIn(page: Document): ListedChoice[] {
  const rows = page.querySelectorAll<HTMLElement>('[data-items] > .row, [data-items] > .brief')
  return [...rows].flatMap((row) => {
    const link = row.querySelector('a')
    const [, own] = /\/cases\/([a-z0-9-]+)\.html$/.exec(link?.getAttribute('href') ?? '') ?? []
    const id = row.dataset.id ?? own
    const title = textOf(link?.querySelector('b') ?? link)
    const about = [...row.querySelectorAll('.row__who > *, a > span')].map(textOf).join(' ')
    return id && title ? [{ id, title, about }] : []
  })
}

/** Those that have every word of what was typed in title or about. */
export function found(choices: readonly ListedChoice[], typed: string): ListedChoice[] {
  const words = typed.trim().toLowerCase().split(/\s+/)
  return choices.filter(({ title, about }) => {
    const text = `${title} ${about}`.toLowerCase()
    return words.every((word) => text.includes(word))
  })
}

function textOf(element: Element | null | undefined): string {
  return element?.textContent?.trim().replace(/\s+/g, ' ') ?? ''
}
