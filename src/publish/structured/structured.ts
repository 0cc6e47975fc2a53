import type { BreadcrumbList, ListItem, Thing } from 'schema-dts'
import type { Entry, Library } from '../../content/library.ts'
import { addressOf } from '../address.ts'
import { entryOfPage } from '../published.ts'
import type { PublishedPage } from '../published.ts'
import { articleData } from './article.ts'
import { organizationData, publisherData } from './organization.ts'
import { personData } from './person.ts'
import { courseData, lessonData, packData } from './training.ts'
import { videoData } from './video.ts'

/** What a page says of itself to machines, in the words of https://schema.org: one graph a page. */
export function structuredData(
  library: Library,
  page: PublishedPage,
  image: string | undefined,
): readonly Thing[] {
  if (page.path === '404' || page.hidden) return []
  const entry = entryOfPage(library, page)
  const crumbs = breadcrumbs(library, page)
  return [
    entry ? entryData(library, entry, image) : pageData(library, page),
    ...(crumbs ? [crumbs] : []),
  ]
}

/** The graph as the text of a data block: `<` is written so that nothing in it can end the block. */
export function structuredText(graph: readonly Thing[]): string {
  return JSON.stringify({ '@context': 'https://schema.org', '@graph': graph })
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029')
}

function entryData(library: Library, entry: Entry, image: string | undefined): Thing {
  switch (entry.collection) {
    case 'courses':
      return courseData(library, entry, image)
    case 'lessons':
      return lessonData(library, entry, image)
    case 'packs':
      return packData(library, entry, image)
    case 'organizations':
      return organizationData(library, entry)
    case 'people':
      return personData(library, entry, image)
    case 'videos':
      return videoData(library, entry, image) ?? articleData(library, entry, image)
    case 'terms':
      return {
        '@type': 'DefinedTerm',
        name: entry.data.title,
        ...(entry.data.aliases.length > 0 ? { alternateName: entry.data.aliases } : {}),
        description: entry.data.summary,
        url: addressOf(library.site, entry.url),
        inDefinedTermSet: addressOf(library.site, '/terms/index.html'),
      }
    case 'topics':
    case 'cases':
    case 'pages':
    case 'charts':
      return articleData(library, entry, image)
  }
}

function pageData(library: Library, page: PublishedPage): Thing {
  const { site } = library
  const url = addressOf(site, `/${page.path}.html`)
  if (page.path === 'index')
    return {
      '@type': 'WebSite',
      name: site.name,
      alternateName: site.tagline,
      description: site.description,
      url,
      inLanguage: 'zh-CN',
      publisher: publisherData(library),
    }
  const about = { name: page.title, description: page.description, url, inLanguage: 'zh-CN' }
  if (page.path === 'data')
    return {
      '@type': 'Dataset',
      ...about,
      name: `${site.name}：引用的事实和来源`,
      // Search engines want fifty characters at least.
      description: `${page.description}共 ${library.facts.size} 条事实，读自 ${library.sources.size} 个公开来源，可以下载JSON和CSV两种格式，注明出处即可使用。`,
      license: site.licence.url,
      creator: publisherData(library),
      isAccessibleForFree: true,
      distribution: [
        ['facts.json', 'application/json'] as const,
        ['facts.csv', 'text/csv'] as const,
      ].map(([file, type]) => ({
        '@type': 'DataDownload' as const,
        contentUrl: addressOf(site, `/data/${file}`),
        encodingFormat: type,
      })),
    }
  const lists = /(^|\/)index(-\d+)?$|^(cases|videos|people)\//.test(page.path)
  return lists ? { '@type': 'CollectionPage', ...about } : { '@type': 'WebPage', ...about }
}

const lists: Record<string, string> = {
  cases: '案例',
  videos: '视频',
  people: '榜样',
  training: '学习',
  packs: '学习包',
  topics: '专题',
  terms: '术语',
  organizations: '组织',
  data: '数读',
}

/** Home, the list, the course of a lesson, and the page itself; a page on the top level has none. */
function breadcrumbs(library: Library, page: PublishedPage): BreadcrumbList | undefined {
  const [folder = '', ...rest] = page.path.split('/')
  const list = lists[folder]
  if (!list || rest.length === 0) return undefined
  const course = rest.length === 2 && folder === 'training' && rest[1] !== 'index' && rest[0]
  const steps = [
    { name: library.site.name, path: '/index.html' },
    { name: list, path: folder === 'data' ? '/data.html' : `/${folder}/index.html` },
    ...(course
      ? [
          {
            name: library.byPath.get(`/training/${course}`)?.data.title ?? course,
            path: `/training/${course}/index.html`,
          },
        ]
      : []),
    ...(page.path === `${folder}/index` ? [] : [{ name: page.title, path: `/${page.path}.html` }]),
  ]
  return {
    '@type': 'BreadcrumbList',
    itemListElement: steps.map(({ name, path }, index): ListItem => ({
      '@type': 'ListItem',
      position: index + 1,
      name,
      item: addressOf(library.site, path),
    })),
  }
}
