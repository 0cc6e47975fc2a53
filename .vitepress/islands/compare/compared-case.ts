import type { StudyPage } from '../../../src/pages/study.ts'
import { propsOf } from '../study/fetch-page.ts'

/**
 * A case as the comparison needs it, read from its own page: from the study data the page carries, and
 * from the markup of `InfoCard.vue` (`.metacard`, rows by their Chinese labels), `Case.vue` (`.keys`) and
 * `CardList.vue` (`.next`), and of `SourceLine.vue` (`.source-day`).
 */
export interface ComparedCase {
  slug: string
  /** Address of its page. */
  href: string
  title: string
  /** Its title in the breadcrumb. */
  shortTitle: string
  /** Its first organisation; empty where the card names none. */
  organisation: string
  /** Its regions, joined by `、`. */
  region: string
  /** Its key points, “先记三点”. */
  points: string[]
  figure?: StudyPage['figure']
  measures: { name: string; text: string }[]
  /** What its sources do not say; of sources that were read in part, with the words that say so. */
  unstated: string
  /** `光明网-党建频道，2021年9月13日`; the first source. */
  source: string
  /** Cases its page leads to. */
  related: { slug: string; title: string }[]
}

/** `Node.TEXT_NODE`, which tests without a browser do not have. */
const textNode = 3

/** Read a fetched page; undefined for one that is no case. */
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
    shortTitle: textOf(page.querySelector('.crumb [aria-current]')) || study.title,
    organisation: who,
    region: joinedText(rows.get('地区')),
    points: [...page.querySelectorAll('.keys li')].map(textOf),
    ...(study.figure ? { figure: study.figure } : {}),
    measures: measuresIn(page),
    unstated: unstatedIn(rows),
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

/** Of a source read in part the card makes the weaker claim, and so does the comparison. */
function unstatedIn(rows: Map<string, Element[]>): string {
  const partly = joinedText(rows.get('所读部分没有写'))
  return joinedText(rows.get('来源没有写')) || (partly && `所读部分没有写：${partly}`)
}

function joinedText(elements: readonly Element[] = []): string {
  return elements.map(textOf).join('、')
}

function textOf(element: Element | null): string {
  return element?.textContent?.trim().replace(/\s+/g, ' ') ?? ''
}

/** Measures of the information card: a link with the name, and behind it what was done. */
function measuresIn(page: Document): ComparedCase['measures'] {
  return [...page.querySelectorAll('.metacard__says')].map((description) => {
    const words = [...description.childNodes].find(({ nodeType }) => nodeType === textNode)
    return {
      name: textOf(description.previousElementSibling),
      text: words?.nodeValue?.trim() ?? '',
    }
  })
}

function sourceIn(page: Document): string {
  const first = page.querySelector('#sources li > span')
  const [publisher] = textOf(first).split('，')
  const day = textOf(first?.querySelector('.source-day') ?? null)
  return [publisher, day].filter(Boolean).join('，')
}

function relatedIn(page: Document): ComparedCase['related'] {
  return [...page.querySelectorAll('.next a')].flatMap((link) => {
    const [, slug] = /\/cases\/([a-z0-9-]+)\.html$/.exec(link.getAttribute('href') ?? '') ?? []
    return slug ? { slug, title: textOf(link) } : []
  })
}
