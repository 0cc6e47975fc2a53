import { mediaFile } from '../../content/address.ts'
import { published } from '../../content/library.ts'
import type { EntryOf, Library } from '../../content/library.ts'
import { asOf } from '../../model/dates.ts'
import { readingOf } from '../../model/sources.ts'
import type { Fact, Source } from '../../model/sources.ts'
import type { PublishedFile } from '../published.ts'
import { csv } from '../../formats/csv.ts'
import type { Cell } from '../../formats/csv.ts'
import { textFiles } from './texts.ts'
import { openFact, openMeasure, openSchema, openSource } from '../../model/open-data.ts'
import type { OpenCase, OpenFact, OpenMeasure, OpenSource } from '../../model/open-data.ts'

/** Facts somebody has read, the sources they were read in, and what cases did, for others to use. */
export function* openData(library: Library): Generator<PublishedFile> {
  const { facts, sources } = openRows(library)
  const measures = measureRows(library)
  const about = { title: library.site.name, licence: library.site.licence }
  yield { path: 'data/facts.json', content: json({ ...about, facts }) }
  yield { path: 'data/sources.json', content: json({ ...about, sources }) }
  yield { path: 'data/measures.json', content: json({ ...about, measures }) }
  const { title, licence } = about
  const { base, url } = library.site
  yield {
    path: 'data/cases.json',
    content: json({ version: 1, title, url, base, licence, cases: caseRows(library) }),
  }
  yield { path: 'data/facts.csv', content: tableOf(columns(openFact.shape), facts) }
  yield { path: 'data/sources.csv', content: tableOf(columns(openSource.shape), sources) }
  yield { path: 'data/measures.csv', content: tableOf(columns(openMeasure.shape), measures) }
  yield { path: 'data/schema.json', content: json(openSchema()) }
}

function openRows(library: Library): { facts: OpenFact[]; sources: OpenSource[] } {
  const read = [...library.sources.values()]
    .map(({ data }) => data)
    .filter(({ facts }) => facts.some(({ verified }) => verified))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
  return {
    facts: read.flatMap((source) =>
      source.facts.filter(({ verified }) => verified).map((fact) => openRow(fact, source)),
    ),
    sources: read.map((source) => without(source, 'facts')),
  }
}

function measureRows(library: Library): OpenMeasure[] {
  return published(library, 'cases').flatMap(({ url, data }) =>
    data.measures.map(({ name, text, cites }) => {
      const unit = library.byPath.get(`/organizations/${data.unit}`)?.data.title
      return {
        case: url,
        title: data.title,
        ...(unit ? { unit } : {}),
        regions: data.regions,
        measure: name,
        text,
        cites,
      }
    }),
  )
}

function caseRows(library: Library): OpenCase[] {
  const nameOf = (slug: string) => library.byPath.get(`/organizations/${slug}`)?.data.title ?? slug
  const textOf = new Map(
    textFiles(library).flatMap(({ path, cases }) => cases.map(({ url }) => [url, path])),
  )
  return published(library, 'cases').map((entry) => {
    const { url, data } = entry
    const { cover } = data
    return {
      path: url,
      text: textOf.get(url),
      title: data.title,
      short: data.short,
      summary: data.summary,
      date: data.date,
      updated: data.updated,
      provenance: data.provenance,
      ai: data.ai,
      unit: nameOf(data.unit),
      organizations: data.organizations.map(nameOf),
      regions: data.regions,
      topics: data.topics,
      series: data.series,
      year: data.year,
      brief: data.brief,
      keys: data.keys,
      measures: data.measures,
      highlight: data.highlight,
      unstated: data.unstated,
      sources: data.sources,
      facts: factsOf(library, entry),
      cover: cover && { ...cover, image: addressOfMedia(entry, cover.image) },
      images: imagesOf(library, entry),
      corrections: data.corrections,
    }
  })
}

/** Ids of the facts a case rests on that are among the open data, by first use: fields, then text. */
function factsOf(library: Library, { data, body }: EntryOf<'cases'>): string[] {
  const inFields = [data.highlight?.cite ?? [], data.measures.flatMap(({ cites }) => cites)].flat()
  const all = [...inFields, ...body.citations.map(({ fact }) => fact)]
  return [...new Set(all)].filter((id) => library.facts.get(id)?.fact.verified)
}

function imagesOf(library: Library, entry: EntryOf<'cases'>): OpenCase['images'] {
  return entry.body.images.flatMap(({ target, text }) =>
    text && library.media.has(mediaFile(entry, target))
      ? { image: addressOfMedia(entry, target), alt: text }
      : [],
  )
}

function addressOfMedia(entry: EntryOf<'cases'>, written: string): string {
  return mediaFile(entry, written).replace(/^content/, '')
}

function openRow(fact: Fact, source: Source): OpenFact {
  const { reread, ...plain } = without(fact, 'verified')
  const when = asOf({ fact, source })
  return {
    ...plain,
    read: readingOf(fact, source),
    ...(when ? { when } : {}),
    ...(reread ? { reread: reread.date } : {}),
    source: source.id,
  }
}

function without<Value extends object, Key extends keyof Value>(
  value: Value,
  key: Key,
): Omit<Value, Key> {
  const copy: Partial<Value> = { ...value }
  delete copy[key]
  // What is left is the value without that key.
  return copy as Omit<Value, Key>
}

function tableOf<Row extends object>(
  head: readonly (keyof Row & string)[],
  rows: readonly Row[],
): string {
  return csv(
    head,
    rows.map((row) => head.map((name) => cellOf(row[name]))),
  )
}

/** A list of words stands in one cell, as the schema says. */
function cellOf(value: unknown): Cell {
  // Every other column of the exported rows holds a plain value.
  return Array.isArray(value) ? value.join('；') : (value as Cell)
}

function columns<Shape extends object>(shape: Shape): (keyof Shape & string)[] {
  // A schema's own keys are what its rows hold.
  return Object.keys(shape) as (keyof Shape & string)[]
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`
}
