import { termsUsed } from '../content/explained.ts'
import type { Explained } from '../content/explained.ts'
import { isPublished } from '../content/library.ts'
import type { CitedFact, Entry, EntryOf, Library } from '../content/library.ts'
import { placeOf } from '../model/sources.ts'
import { chineseDate } from '../model/dates.ts'
import { articleOf } from './article.ts'
import type { Article } from './article.ts'
import { caseRow } from './case.ts'
import type { CaseRow } from './case.ts'
import { citable } from './facts.ts'
import { entryAt, entryLink, href } from './links.ts'
import type { Link } from './links.ts'
import { ownCase } from './listed-case.ts'

type Term = EntryOf<'terms'>

export interface TermView extends Article {
  crumbs: Link[]
  says: string
  from: string
  /** Words that are taken for it, and what they mean. */
  near: (Link & { says: string })[]
  cases: CaseRow[]
  /** Other pages that use it. */
  uses: Link[]
  others: Link[]
}

/** All terms, each with what it means. */
export interface TermsView {
  crumbs: Link[]
  lead: string
  terms: (Link & { says: string; from: string })[]
}

export function termView(library: Library, entry: Term): TermView {
  const using = library.entries.filter((one) => isPublished(one) && uses(one, entry))
  const cases = using.filter((one) => one.collection === 'cases')
  return {
    ...articleOf(library, entry),
    // A page of a few lines needs no table of contents.
    outline: [],
    crumbs: [{ href: href(library, '/terms/index.html'), text: '术语' }],
    says: entry.data.summary,
    from: readIn(library, entry),
    near: entry.data.near.flatMap((path) => {
      const other = entryAt(library, path)
      return other && isPublished(other)
        ? { ...entryLink(library, other), says: other.data.summary }
        : []
    }),
    cases: cases.slice(0, mostUses).map((one) => caseRow(library, ownCase(library, one))),
    uses: using
      .filter(({ collection }) => collection !== 'cases')
      .slice(0, mostUses)
      .map((one) => entryLink(library, one)),
    others: inOrder(library)
      .filter((one) => one.path !== entry.path)
      .map((one) => entryLink(library, one)),
  }
}

/** Pages of a kind that a term names as using it. */
const mostUses = 6

export function termsIndexView(library: Library): TermsView {
  return {
    crumbs: [],
    lead: '文章里下面有点线的词，点开就是一两句解释；这里是全部。',
    terms: inOrder(library).map((entry) => ({
      ...entryLink(library, entry),
      says: entry.data.summary,
      from: readIn(library, entry),
    })),
  }
}

const explaining: readonly Entry['collection'][] = ['cases', 'lessons', 'people']

/** The terms that an entry's text uses, for its page to explain. */
export function explainedIn(library: Library, entry: Entry): Explained[] {
  if (!explaining.includes(entry.collection) || library.terms.length === 0) return []
  const known = library.terms.map((term) => ({
    slug: term.slug,
    title: term.data.title,
    words: wordsOf(term),
    says: term.data.summary,
    from: readIn(library, term),
    href: href(library, term.url),
  }))
  return termsUsed(entry.text.slice(entry.text.indexOf('\n---\n')), known)
}

function wordsOf({ data }: Term): string[] {
  return [data.title, ...data.aliases]
}

/** By pinyin, as a dictionary has them. */
function inOrder({ terms }: Library): Term[] {
  const { compare } = new Intl.Collator('zh-CN-u-co-pinyin')
  return [...terms].sort((a, b) => compare(a.data.title, b.data.title))
}

/** Whether an entry speaks of a term where everybody sees it: a page knows no other page's text. */
function uses({ collection, data, path }: Entry, term: Term): boolean {
  if (collection === 'terms' || path === term.path || data.provenance === 'sample') return false
  const said = [
    data.title,
    data.summary,
    ...('keys' in data ? data.keys : []),
    ...('measures' in data ? data.measures.map(({ name, text }) => `${name} ${text}`) : []),
    ...('objectives' in data ? data.objectives : []),
    ...('aim' in data ? [data.aim] : []),
  ]
  return wordsOf(term).some((word) => said.some((text) => text.includes(word)))
}

/** Where the explanation was read: a law by its name and article, a report by who published it and when. */
function readIn(library: Library, { data }: Term): string {
  const names = data.cites.flatMap((fact) => {
    const cited = citable(library, fact)
    return cited ? nameOf(cited) : []
  })
  return [...new Set(names)].join('；')
}

function nameOf({ fact, source }: CitedFact): string {
  const place = placeOf(fact) ?? ''
  if (source.kind !== 'report') return `《${source.title}》${place}`
  return [
    source.publisher,
    source.published ? chineseDate(source.published) : '来源未标日期',
    place,
  ]
    .filter(Boolean)
    .join('，')
}
