import { resolve } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { Parser } from 'htmlparser2'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'
import { readPortal } from '../src/content/files.ts'
import { buildLibrary, published } from '../src/content/library.ts'
import { collectedFiles } from '../src/model/collected-files.ts'
import { sitePages } from '../src/pages/site-map.ts'
import { publishedFiles } from '../src/publish/files.ts'
import { machineLinesOf } from '../src/publish/head.ts'
import { caseTexts, textFiles } from '../src/publish/open-data/texts.ts'
import { announced } from '../src/publish/published.ts'

const root = resolve(import.meta.dirname, '..')
const url = 'https://portal.test/a/b/'
const library = buildLibrary(readPortal(root), { url, base: '/a/b/' })
const pages = sitePages(library)
const files = new Map(
  [...publishedFiles(library, pages)].map(({ path, content }) => [path, String(content)]),
)
const lines = machineLinesOf(library)
const head = (page: (typeof pages)[number]) => [...lines(page).head, ...lines(page).data]

/** Texts of every element of a name in an XML document. */
function textsOf(xml: string, name: string): string[] {
  const found: string[] = []
  let open = false
  const parser = new Parser(
    {
      onopentag: (tag) => {
        open = tag === name
        if (open) found.push('')
      },
      ontext: (text) => {
        if (open) found[found.length - 1] += text
      },
      onclosetag: () => (open = false),
    },
    { xmlMode: true },
  )
  parser.end(xml)
  return found
}

describe('feeds', () => {
  const feeds = [...files.keys()].filter((path) => path.startsWith('feed'))

  test('there are two of the whole, of each collection and of each topic in use', () => {
    expect(feeds).toContain('feed.xml')
    expect(feeds).toContain('feeds/cases.json')
    expect(feeds).toContain('feeds/topic-organizing.xml')
    expect(feeds.filter((path) => path.endsWith('.xml')).length * 2).toBe(feeds.length)
  })

  test('a film comes with its file, type and size', () => {
    expect(files.get('feeds/videos.xml')).toMatch(
      /<link rel="enclosure" href="https:\/\/portal\.test\/a\/b\/media\/films\/know-the-base\.mp4" type="video\/mp4"[^>]* length="\d+"/,
    )
    const { items } = JSON.parse(files.get('feeds/videos.json') ?? '{}')
    const { bytes } = library.media.get('content/media/films/know-the-base.mp4') ?? {}
    const page = `${url}videos/know-the-base.html`
    const [film] = published(library, 'videos').filter(({ slug }) => slug === 'know-the-base')
    expect(items.find((item: { url: string }) => item.url === page).attachments).toEqual([
      {
        url: `${url}media/films/know-the-base.mp4`,
        mime_type: 'video/mp4',
        size_in_bytes: bytes,
        duration_in_seconds: film?.data.duration,
      },
    ])
  })

  test.for(feeds.filter((path) => path.endsWith('.xml')))('%s is in order', (path) => {
    const xml = files.get(path) ?? ''
    const json = JSON.parse(files.get(path.replace(/xml$/, 'json')) ?? '{}')
    const ids = textsOf(xml, 'id')
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.every((id) => /^urn:uuid:[0-9a-f-]{36}$/.test(id))).toBe(true)
    const days = textsOf(xml, 'updated').slice(1)
    expect([...days].sort().reverse()).toEqual(days)
    expect(json.version).toBe('https://jsonfeed.org/version/1.1')
    expect(json.authors).toHaveLength(1)
    expect(json).not.toHaveProperty('author')
    expect(json.items.map(({ id }: { id: string }) => id)).toEqual(ids.slice(1))
    for (const item of json.items)
      expect(item.url).toMatch(/^https:\/\/portal\.test\/a\/b\/.+\.html$/)
  })

  test('say nothing of samples, drafts and withdrawn entries, and write text as text', () => {
    const fixture = buildLibrary(readPortal(resolve(root, 'tests/fixtures/portal')), { url })
    const [entry] = published(library, 'cases')
    if (!entry) throw new Error('the edition has no entry')
    const odd = { ...entry, data: { ...entry.data, title: '<img src=x onerror=alert(1)>]]>&' } }
    const all = [...publishedFiles({ ...library, entries: [odd] }, [])]
    const atom = String(all.find(({ path }) => path === 'feed.xml')?.content)
    expect(fixture.entries.length).toBeGreaterThan(2)
    expect(announced(fixture)).toEqual([])
    expect(textsOf(atom, 'title')[1]).toBe('&lt;img src=x onerror=alert(1)&gt;]]&gt;&amp;')
  })
})

describe('the sitemap', () => {
  test('names every page that is not hidden, with a day', () => {
    const named = textsOf(files.get('sitemap.xml') ?? '', 'loc')
    const shown = pages.filter(({ hidden }) => !hidden)
    expect(named.length).toBe(shown.length)
    expect(named).toContain(`${url}cases/index.html`)
    expect(named).toContain(url)
    expect(named).not.toContain(`${url}404.html`)
    for (const day of textsOf(files.get('sitemap.xml') ?? '', 'lastmod'))
      expect(day).toMatch(/^\d{4}-\d\d-\d\d$/)
  })

  test('is what robots.txt names', () => {
    expect(files.get('robots.txt')).toContain(`Sitemap: ${url}sitemap.xml`)
  })
})

describe('open data', () => {
  const schema = JSON.parse(files.get('data/schema.json') ?? '{}')
  const ajv = new Ajv2020({ strict: false, validateFormats: false })
  const read = (path: string) => JSON.parse(files.get(path) ?? 'null')

  test.for(['facts', 'sources', 'measures', 'cases'])('%s.json is as its schema says', (name) => {
    const validate = ajv.compile({ ...schema, anyOf: [{ $ref: `#/$defs/${name}` }] })
    expect(validate(read(`data/${name}.json`)), JSON.stringify(validate.errors)).toBe(true)
    expect(validate({ ...read(`data/${name}.json`), [name]: [{ id: 1 }] })).toBe(false)
  })

  test('holds only facts that somebody has read, each with its source', () => {
    const { facts } = read('data/facts.json')
    const known = new Set(read('data/sources.json').sources.map(({ id }: { id: string }) => id))
    expect(facts.length).toBeGreaterThan(400)
    for (const fact of facts) {
      expect(library.facts.get(fact.id)?.fact.verified).toBe(true)
      expect(known).toContain(fact.source)
    }
  })

  test('has a row for every measure of a published case, each with facts there are', () => {
    const { measures } = read('data/measures.json')
    const told = published(library, 'cases').flatMap(({ url, data }) =>
      data.measures.map(({ name }) => [url, name]),
    )
    expect(told.length).toBeGreaterThan(100)
    expect(
      measures.map((row: { case: string; measure: string }) => [row.case, row.measure]),
    ).toEqual(told)
    const known = new Set(read('data/facts.json').facts.map(({ id }: { id: string }) => id))
    for (const { cites } of measures) for (const fact of cites) expect(known).toContain(fact)
  })

  test('has every published case, with its organisations by name and facts there are', () => {
    const { version, base, cases } = read('data/cases.json')
    expect([version, base]).toEqual([1, library.site.base])
    const told = published(library, 'cases')
    expect(cases.map(({ path }: { path: string }) => path)).toEqual(told.map(({ url }) => url))
    const known = new Set(read('data/facts.json').facts.map(({ id }: { id: string }) => id))
    for (const { unit, measures, highlight } of cases) {
      expect(unit).toMatch(/\p{Script=Han}/u)
      for (const fact of [
        ...measures.flatMap(({ cites }: { cites: string[] }) => cites),
        ...(highlight ? [highlight.cite] : []),
      ])
        expect(known).toContain(fact)
    }
    expect(JSON.stringify(cases)).not.toContain('review_by')
  })

  test('can be read by a portal that collects it, with the text of every case', () => {
    const cases = collectedFiles.cases.parse(read('data/cases.json')).cases
    const { facts } = collectedFiles.facts.parse(read('data/facts.json'))
    collectedFiles.sources.parse(read('data/sources.json'))
    collectedFiles.withdrawn.parse(read('withdrawn.json'))
    const known = new Set(facts.map(({ id }) => id))
    expect(cases.flatMap((one) => one.facts).filter((id) => !known.has(id))).toEqual([])
    const texts = textFiles(library).map(({ path, cases }) => ({
      path,
      ...collectedFiles.texts.parse(JSON.parse(caseTexts(cases))),
    }))
    const places = texts.flatMap(({ path, texts }) => texts.map((text) => [text.path, path]))
    expect(places.sort()).toEqual(cases.map(({ path, text }) => [path, text]).sort())
    const words = texts.flatMap(({ texts }) => texts).flatMap(({ parts }) => parts)
    expect(words.length).toBeGreaterThan(150)
    expect(JSON.stringify(words)).not.toMatch(/\[\^|\*\*|<|\]\(/)
  })

  test('has the schema that its files follow', () => {
    const ajv = new Ajv2020({ strict: false, validateFormats: false })
    ajv.addSchema(read('data/schema.json'), 'open')
    for (const name of ['facts', 'sources', 'measures', 'cases']) {
      const follows = ajv.compile({ $ref: `open#/$defs/${name}` })
      follows(read(`data/${name}.json`))
      expect(follows.errors ?? [], name).toEqual([])
    }
  })

  test('the tables have a row for each', () => {
    const rows = (files.get('data/facts.csv') ?? '').trimEnd().split('\r\n')
    expect(rows[0]?.charCodeAt(0)).toBe(0xfeff)
    expect(rows[0]).toContain('id,statement')
    expect(rows.length - 1).toBe(read('data/facts.json').facts.length)
  })
})

test('llms.txt leads to pages and files there are', () => {
  const addresses = [...(files.get('llms.txt') ?? '').matchAll(/\]\((https:[^)]+)\)/g)]
  const known = new Set([...files.keys(), ...pages.map(({ path }) => `${path}.html`)])
  expect(addresses.length).toBeGreaterThan(60)
  for (const [, address = ''] of addresses) expect(known).toContain(address.slice(url.length))
})

describe('structured data', () => {
  const graphs = pages.flatMap((page) => {
    const block = head(page).find((line) => line.includes('ld+json'))
    return block ? [{ page, text: block.replace(/^<script[^>]*>|<\/script>$/g, '') }] : []
  })

  test('is said in words that schema.org has', () => {
    const shapes = [...new Map(graphs.map(({ text }) => [shapeOf(text), text])).values()]
    const source = shapes
      .map((text, index) => `export const page${index}: Graph = ${text}`)
      .join('\n')
    const types = new Set([...source.matchAll(/"@type":"(\w+)"/g)].map(([, type]) => type))
    for (const type of [
      'Article',
      'VideoObject',
      'Course',
      'LearningResource',
      'BreadcrumbList',
      'Organization',
    ])
      expect(types).toContain(type)
    expect(faults(source)).toEqual([])
    expect(
      faults(
        'export const odd: Graph = {"@context":"https://schema.org","@graph":[{"@type":"Article","titel":"x"}]}',
      ),
    ).toHaveLength(1)
  }, 180_000)

  test('ends nowhere but at its end', () => {
    for (const { text } of graphs) expect(text).not.toMatch(/<|\u2028|\u2029/)
  })
})

/** A graph without its texts: pages of one shape are as right as one of them. */
function shapeOf(text: string): string {
  const worded = JSON.stringify(JSON.parse(text), (key, value: unknown) =>
    typeof value === 'string' && key !== '@type' ? '' : value,
  )
  return worded.replace(/\{[^{}]*\}(,\{[^{}]*\})+/g, (run) =>
    [...new Set(run.split(/(?<=\}),/))].join(),
  )
}

/** What the TypeScript compiler says of JSON-LD held against schema.org's vocabulary. */
function faults(source: string): string[] {
  const name = resolve(root, 'tests/structured-data.ts')
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    types: [],
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
  }
  const host = ts.createCompilerHost(options)
  const { getSourceFile } = host
  const text = `import type { Graph } from 'schema-dts'\n${source}`
  host.getSourceFile = (path, ...rest) =>
    path === name
      ? ts.createSourceFile(name, text, ts.ScriptTarget.Latest)
      : getSourceFile.call(host, path, ...rest)
  const program = ts.createProgram([name], options, host)
  return ts
    .getPreEmitDiagnostics(program)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' ').slice(0, 300))
}

describe('the head of a page', () => {
  const page = pages.find(({ path }) => path === 'cases/hangzhou')
  const lines = page ? head(page) : []

  test('names its one address, its language and its image', () => {
    expect(lines).toContain(`<link rel="canonical" href="${url}cases/hangzhou.html">`)
    expect(lines).toContain(
      `<link rel="alternate" hreflang="zh-CN" href="${url}cases/hangzhou.html">`,
    )
    expect(lines.join('\n')).toMatch(
      /<meta property="og:image" content="https:\/\/portal\.test\/a\/b\/share\/[0-9a-f]{16}\.png">/,
    )
  })

  test('a hidden page names none', () => {
    const missing = pages.find(({ path }) => path === '404')
    expect(missing && head(missing).join('\n')).not.toMatch(/canonical|og:|ld\+json/)
  })
})

test('security.txt says who and until when, and is not there without a contact', () => {
  expect(files.has('.well-known/security.txt')).toBe(false)
  const security = { contact: ['mailto:security@portal.test'], expires: '2027-01-01' }
  const named = { ...library, site: { ...library.site, security } }
  const text = [...publishedFiles(named, [])].find(({ path }) => path.endsWith('security.txt'))
  expect(text?.content).toContain(
    'Contact: mailto:security@portal.test\nExpires: 2027-01-01T23:59:59+08:00',
  )
})
