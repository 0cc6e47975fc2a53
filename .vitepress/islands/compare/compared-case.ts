import type { StudyPage } from '../../../src/pages/study.ts'
import { propsOf } from '../study/fetch-page.ts'

/** A case as the comparison needs it, read from its own page. */
export interface ComparedCase {
  slug: string
  /** Address of its page. */
  href: string
  title: string
  /** As its page is called in a line. */
  short: string
  who: string
  where: string
  points: string[]
  figure?: StudyPage['figure']
  measures: { name: string; text: string }[]
  /** What its sources do not say. */
  unstated: string
  /** `光明网-党建频道，2021年9月13日`; the first source. */
  source: string
  /** Cases its page leads to. */
  related: { slug: string; title: string }[]
}

/** Undefined for a page that is no case. */
export function readComparedCase(
  page: Document,
  at: { slug: string; href: string },
): ComparedCase | undefined {
  const study = propsOf<StudyPage>(page, 'study')
  if (study?.kind !== 'case') return undefined
  const rows = factRows(page)
  const [who = ''] = rows.get('组织')?.map(textOf) ?? []
  return {
    ...at,
    title: study.title,
    short: textOf(page.querySelector('.crumb [aria-current]')) || study.title,
    who,
    where: wholeOf(rows.get('地区')),
    points: [...page.querySelectorAll('.keys li')].map(textOf),
    ...(study.figure ? { figure: study.figure } : {}),
    measures: measuresIn(page),
    unstated: wholeOf(rows.get('来源没有写')),
    source: sourceIn(page),
    related: relatedIn(page),
  }
}

/** The links of each row of the information card, or the row's cell where it has none. */
function factRows(page: Document): Map<string, Element[]> {
  return new Map(
    [...page.querySelectorAll('.metacard dl > div')].map((row) => {
      const links = [...row.querySelectorAll('dd > a')]
      return [textOf(row.querySelector('dt')), links.length > 0 ? links : cells(row)]
    }),
  )
}

function cells(row: Element): Element[] {
  return [...row.querySelectorAll('dd')]
}

function wholeOf(elements: readonly Element[] = []): string {
  return elements.map(textOf).join('、')
}

function textOf(element: Element | null): string {
  return element?.textContent?.trim().replace(/\s+/g, ' ') ?? ''
}

function measuresIn(page: Document): ComparedCase['measures'] {
  return [...page.querySelectorAll('.metacard__says')].map((says) => {
    const words = [...says.childNodes].find(({ nodeType }) => nodeType === 3)
    return { name: textOf(says.previousElementSibling), text: words?.nodeValue?.trim() ?? '' }
  })
}

function sourceIn(page: Document): string {
  const first = page.querySelector('#sources li > span')
  const [publisher] = textOf(first).split('，')
  const day = textOf(first?.querySelector('.nb') ?? null)
  return [publisher, day].filter(Boolean).join('，')
}

function relatedIn(page: Document): ComparedCase['related'] {
  return [...page.querySelectorAll('.next a')].flatMap((link) => {
    const [, slug] = /\/cases\/([a-z0-9-]+)\.html$/.exec(link.getAttribute('href') ?? '') ?? []
    return slug ? { slug, title: textOf(link) } : []
  })
}
