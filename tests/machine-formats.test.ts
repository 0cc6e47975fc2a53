import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import { readPortal } from '../src/content/files.ts'
import { buildLibrary } from '../src/content/library.ts'
import { sitePages } from '../src/pages/site-map.ts'
import { publishedFiles } from '../src/publish/files.ts'
import { structuredData } from '../src/publish/structured/structured.ts'

const root = resolve(import.meta.dirname, '..')
const grammars = join(root, 'tests/fixtures/feeds')
const library = buildLibrary(readPortal(root), { url: 'https://portal.test/a/b/', base: '/a/b/' })
const pages = sitePages(library)
const files = [...publishedFiles(library, pages)].map(({ path, content }) => [
  path,
  String(content),
])

/** What xmllint finds wrong with a document; it comes with Debian's libxml2-utils (see scripts/install.js). */
function faultsOf(xml: string, ...grammar: string[]): string {
  const options = ['--noout', '--nonet', ...grammar, '-']
  const { status, stderr, error } = spawnSync('xmllint', options, { input: xml, encoding: 'utf8' })
  if (error) throw error
  return status === 0 ? '' : stderr
}

const atomFaults = (xml: string) => faultsOf(xml, '--relaxng', join(grammars, 'atom.rng'))

describe('every Atom feed', () => {
  const feeds = files.filter(([path]) => /^feed.*\.xml$/.test(path ?? ''))

  test.for(feeds)('%s is as RFC 4287 says', ([, xml = '']) => {
    expect(atomFaults(xml)).toBe('')
    for (const [, moment = ''] of xml.matchAll(/<(?:updated|published)>([^<]*)</g))
      // Section 3.3: RFC 3339, with a time zone.
      expect(moment).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/)
  })

  test('the grammar tells what is wrong', () => {
    const [, xml = ''] = feeds[0] ?? []
    expect(feeds.length).toBeGreaterThan(10)
    expect(atomFaults(xml.replace(/ term="[^"]*"/, ''))).toMatch('category')
    expect(atomFaults(xml.replace(/<id>.*?<\/id>/, ''))).not.toBe('')
    expect(atomFaults(xml.replace('<updated>2', '<updated>x'))).not.toBe('')
    expect(atomFaults(xml.replace('</feed>', '<entry/></feed>'))).toMatch('entry')
  })
})

describe('every JSON feed', () => {
  const schema = JSON.parse(readFileSync(join(grammars, 'jsonfeed-1.1.schema.json'), 'utf8'))
  const ajv = new Ajv2020({ formats: { uri: URL.canParse, 'date-time': isMoment } })
  const validate = ajv.compile(schema)
  const feeds = files.filter(([path]) => /^feed.*\.json$/.test(path ?? ''))

  test.for(feeds)('%s is as version 1.1 says', ([, text = '']) => {
    expect(validate(JSON.parse(text)), JSON.stringify(validate.errors)).toBe(true)
  })

  test('the schema tells what is wrong', () => {
    const feed = JSON.parse(feeds[0]?.[1] ?? '{}')
    expect(feeds.length).toBeGreaterThan(10)
    expect(validate({ ...feed, items: [{ id: 'a' }] })).toBe(false)
    expect(validate({ ...feed, author: {} })).toBe(false)
  })
})

function isMoment(text: string): boolean {
  return /^\d{4}-\d\d-\d\dT.*(Z|[+-]\d\d:\d\d)$/.test(text) && !Number.isNaN(Date.parse(text))
}

test('the sitemap is as its schema says', () => {
  const xsd = ['--schema', join(grammars, 'sitemap.xsd')]
  const sitemap = files.find(([path]) => path === 'sitemap.xml')?.[1] ?? ''
  expect(faultsOf(sitemap, ...xsd)).toBe('')
  expect(faultsOf(sitemap.replace('<lastmod>', '<lastmod>x'), ...xsd)).toMatch('lastmod')
})

type Data = Readonly<Record<string, unknown>>
type Demand = (value: unknown) => boolean

const isText: Demand = (value) => typeof value === 'string' && value.trim() !== ''
const isAddress: Demand = (value) => typeof value === 'string' && /^https?:/.test(value)
const isDay: Demand = (value) => typeof value === 'string' && /^\d{4}-\d\d-\d\d/.test(value)
const isLong: Demand = (value) =>
  isText(value) && String(value).length >= 50 && String(value).length <= 5000
const each =
  (demand: Demand): Demand =>
  (value) =>
    [value].flat().length > 0 && [value].flat().every(demand)
const has =
  (demands: Readonly<Record<string, Demand>>): Demand =>
  (value) =>
    typeof value === 'object' &&
    value !== null &&
    Object.entries(demands).every(([key, demand]) => demand(Reflect.get(value, key)))

/** What Google requires of each type, property by property. Source: https://developers.google.com/search/docs/appearance/structured-data */
const required: Readonly<Record<string, Readonly<Record<string, Demand>>>> = {
  // …/article: nothing is required; these are what its page recommends.
  Article: {
    headline: isText,
    author: each(has({ name: isText })),
    datePublished: isDay,
    dateModified: isDay,
  },
  // …/breadcrumb
  BreadcrumbList: {
    itemListElement: (value) =>
      Array.isArray(value) &&
      value.length >= 2 &&
      value.every((item, index) =>
        has({ position: (at) => at === index + 1, name: isText, item: isAddress })(item),
      ),
  },
  // …/course
  Course: { name: isText, description: isText, provider: has({ name: isText }) },
  // …/dataset: the description has 50 to 5000 characters.
  Dataset: {
    name: isText,
    description: isLong,
    license: isAddress,
    distribution: each(has({ contentUrl: isAddress })),
  },
  // …/profile-page
  ProfilePage: { mainEntity: has({ name: isText }) },
  // …/video
  VideoObject: { name: isText, thumbnailUrl: each(isAddress), uploadDate: isDay },
  // …/organization and …/site-names
  Organization: { name: isText, url: isAddress },
  WebSite: { name: isText, url: isAddress },
  // No rich result; described for other machines.
  LearningResource: { name: isText },
  DefinedTerm: { name: isText, description: isText, inDefinedTermSet: isAddress },
  CollectionPage: { name: isText, url: isAddress },
  WebPage: { name: isText, url: isAddress },
}

describe('structured data', () => {
  const image = 'https://portal.test/a/b/share/0.png'
  const graph = pages.flatMap((page) =>
    structuredData(library, page, image).map((thing): [string, Data] => [
      page.path,
      JSON.parse(JSON.stringify(thing)) as Data,
    ]),
  )

  test('has every type that the table knows, and no other', () => {
    const types = new Set(graph.map(([, data]) => String(data['@type'])))
    expect([...types].filter((type) => !(type in required))).toEqual([])
    expect(types.size).toBeGreaterThan(7)
  })

  test('holds what Google requires, on every page', () => {
    const lacking = graph.flatMap(([path, data]) =>
      Object.entries(required[String(data['@type'])] ?? {})
        .filter(([key, demand]) => !demand(data[key]))
        .map(([key]) => `${path}: ${String(data['@type'])}.${key} ${JSON.stringify(data[key])}`),
    )
    expect(lacking).toEqual([])
  })
})
