import type { Article, CreativeWork } from 'schema-dts'
import type { Entry, Library } from '../../content/library.ts'
import { addressOf } from '../address.ts'
import { changedOn } from '../published.ts'
import { organizationRef, publisherData } from './organization.ts'

/** What every written work of the portal says of itself. */
export function workData(library: Library, entry: Entry, image: string | undefined) {
  const { site } = library
  return {
    description: entry.data.summary,
    url: addressOf(site, entry.url),
    inLanguage: 'zh-CN',
    isAccessibleForFree: true,
    datePublished: entry.data.date,
    dateModified: changedOn(entry),
    license: site.licence.url,
    publisher: publisherData(library),
    ...(entry.data.topics.length > 0 ? { keywords: entry.data.topics } : {}),
    ...(image ? { image } : {}),
  }
}

/** A case, a programme described, a topic or a single page: a text that names its sources. */
export function articleData(library: Library, entry: Entry, image: string | undefined): Article {
  const about = aboutOf(library, entry)
  const sources = sourcesOf(library, entry)
  return {
    '@type': 'Article',
    headline: entry.data.title,
    ...workData(library, entry, image),
    author: publisherData(library),
    ...(about.length > 0 ? { about } : {}),
    ...(sources.length > 0 ? { citation: sources } : {}),
  }
}

function aboutOf(library: Library, entry: Entry) {
  const slugs = [
    ...(entry.collection === 'cases' ? [entry.data.unit] : []),
    ...entry.data.organizations,
  ]
  return [...new Set(slugs)].flatMap((slug) => organizationRef(library, slug) ?? [])
}

function sourcesOf(library: Library, entry: Entry): CreativeWork[] {
  return entry.data.sources.flatMap((id) => {
    const source = library.sources.get(id)?.data
    if (!source) return []
    return {
      '@type': 'CreativeWork',
      name: source.title,
      ...(source.url ? { url: source.url } : {}),
      publisher: { '@type': 'Organization', name: source.publisher },
      ...(source.published ? { datePublished: source.published } : {}),
    }
  })
}
