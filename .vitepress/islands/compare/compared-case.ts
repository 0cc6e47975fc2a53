import type { ComparedCase } from '../../../src/pages/compared-case.ts'
import type { StudyPage } from '../../../src/pages/study.ts'
import { propsOf } from '../study/fetch-page.ts'

/** `Node.TEXT_NODE`, which tests without a browser do not have. */
const textNode = 3

/**
 * Read a fetched page: the study data it carries, and the markup of `InfoCard.vue` (`.metacard`, rows by
 * their Chinese labels), `Case.vue` (`.keys`), `CardList.vue` (`.next`) and `SourceLine.vue`
 * (`.source-day`). Undefined for a page that is no case.
 */
export function readComparedCase(
  page: Document,
  at: { id: string; href: string },
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
    const [, id] = /\/cases\/([a-z0-9-]+)\.html$/.exec(link.getAttribute('href') ?? '') ?? []
    return id ? { id, title: textOf(link) } : []
  })
}
