import type { Library } from '../content/library.ts'
import { href } from './links.ts'
import type { Link } from './links.ts'

/** Items on one page of a list of cards. */
export const pageSize = 60
/** Items on one page of a plain list: a title and a line each. */
export const plainPageSize = 120

/** One page of a list that was cut into pages. */
export interface Cut<Item> {
  /** Output path without `.html`. */
  path: string
  /** Its place among `count`, from 0. */
  index: number
  count: number
  items: Item[]
}

/** Where a page of a list leads on to. */
export interface Pager {
  previous?: Link
  next?: Link
  /** The first, the last, and the pages around this one; a gap is written before a page that follows one. */
  pages: PageLink[]
  label: string
}

interface PageLink extends Link {
  current?: true
  afterGap?: true
}

/** Pages shown on either side of the current one. */
const around = 1

/**
 * Cut a list into pages `stem`, `stem-2`, …, each of items that weigh `size` together at most, or of one
 * that weighs more. There is always a first page.
 */
export function cutIntoPages<Item>(
  stem: string,
  items: readonly Item[],
  size: number,
  weigh: (item: Item) => number = () => 1,
): Cut<Item>[] {
  const pages: Item[][] = [[]]
  let weight = 0
  for (const item of items) {
    weight += weigh(item)
    const page = pages.at(-1)
    if (page && (weight <= size || page.length === 0)) page.push(item)
    else {
      pages.push([item])
      weight = weigh(item)
    }
  }
  return pages.map((own, index) => ({
    path: pathOf(stem, index),
    index,
    count: pages.length,
    items: own,
  }))
}

/** `whole` is said where there is one page only: 已显示全部43篇. */
export function pagerOf(
  library: Library,
  stem: string,
  { index, count }: Pick<Cut<unknown>, 'index' | 'count'>,
  whole: string,
): Pager {
  const link = (place: number, text: string): Link => ({
    href: href(library, `/${pathOf(stem, place)}.html`),
    text,
  })
  return {
    ...(index > 0 ? { previous: link(index - 1, '上一页') } : {}),
    ...(index + 1 < count ? { next: link(index + 1, '下一页') } : {}),
    pages:
      count > 2
        ? near(index, count).map((place, at, all) => pageLink(link, index, place, all[at - 1]))
        : [],
    label: count > 1 ? `第${index + 1}页，共${count}页` : whole,
  }
}

function pathOf(stem: string, index: number): string {
  return index === 0 ? stem : `${stem}-${index + 1}`
}

function near(index: number, count: number): number[] {
  const all = Array.from({ length: count }, (_, place) => place)
  return all.filter(
    (place) => place === 0 || place === count - 1 || Math.abs(place - index) <= around,
  )
}

function pageLink(
  link: (place: number, text: string) => Link,
  index: number,
  place: number,
  before: number | undefined,
): PageLink {
  return {
    ...link(place, String(place + 1)),
    ...(place === index ? { current: true } : {}),
    ...(before !== undefined && place > before + 1 ? { afterGap: true } : {}),
  }
}
