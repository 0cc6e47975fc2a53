import type { Library } from '../content/library.ts'
import { chineseDate } from '../model/dates.ts'
import { placeOf } from '../model/sources.ts'
import { sourceName } from '../meeting/deck/source-name.ts'
import { collectedCases } from './collected-case.ts'
import { comparedFile } from './compared-case.ts'
import type { ComparedCase } from './compared-case.ts'
import { citing } from './facts.ts'
import { groupBy } from './group.ts'
import type { ListedCase } from './listed-case.ts'

/** Cases in one file, about: the comparison asks for one file a case, and each is some kilobytes. */
const casesOfFile = 24

/** In how many files the cases of each collected portal stand, by its id. */
export function comparedFilesOf(library: Library): Record<string, number> {
  return Object.fromEntries(
    library.collected.map(({ record, cases }) => [
      record.id,
      Math.max(1, Math.ceil(cases.length / casesOfFile)),
    ]),
  )
}

/** The files that the comparison reads collected cases from. */
export function* comparedFiles(library: Library): Generator<{ name: string; text: string }> {
  const counts = comparedFilesOf(library)
  const files = groupBy(collectedCases(library), ({ id }) => {
    const [portal = '', slug = ''] = id.split(':')
    return [comparedFile(portal, slug, counts[portal] ?? 1)]
  })
  for (const [name, cases] of files) yield { name, text: JSON.stringify(cases.map(comparedCase)) }
}

function comparedCase(one: ListedCase): ComparedCase {
  const { id, href, data, who, origin } = one
  return {
    id,
    ...(href === undefined ? {} : { href }),
    title: data.title,
    shortTitle: data.short ?? data.title,
    organisation: who,
    region: data.regions.map((region) => region.split('/').join(' ')).join('、'),
    points: data.keys,
    ...figureOf(one),
    measures: data.measures.map(({ name, text }) => ({ name, text })),
    unstated: unstatedOf(one),
    source: sourceOf(one),
    related: [],
    ...(origin ? { from: origin.name } : {}),
  }
}

function figureOf({ data, cited }: ListedCase): Pick<ComparedCase, 'figure'> {
  const { highlight } = data
  const found = highlight && cited(highlight.cite)
  if (!found) return {}
  const { publisher, published } = citing(found.source)
  const text = sourceName(publisher, published, placeOf(found.fact))
  const source = found.href === undefined ? { text } : { href: found.href, text }
  return {
    figure: { value: highlight.text, unit: highlight.unit ?? '', label: highlight.label, source },
  }
}

/** Of a source read in part nobody can say that it does not mention a thing. */
function unstatedOf({ data, sources }: ListedCase): string {
  if (!data.unstated) return ''
  const isWhole = sources().every(({ quality }) => quality === 'full')
  return isWhole ? data.unstated : `所读部分没有写：${data.unstated}`
}

function sourceOf({ sources }: ListedCase): string {
  const [first] = sources()
  if (!first) return ''
  return `${first.publisher}，${first.published ? chineseDate(first.published) : '来源未标日期'}`
}
