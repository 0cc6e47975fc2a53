import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { Parser } from 'htmlparser2'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { deepBase } from './edition.ts'

const root = resolve(import.meta.dirname, '..')
const scratch = mkdtempSync(join(tmpdir(), 'portal-'))
const buildTime = 180_000
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

function build(parameters: string[], env: Record<string, string> = {}) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['scripts/build.js', ...parameters],
    { cwd: root, encoding: 'utf8', env: { ...process.env, ...env } },
  )
  return { status, output: stdout + stderr }
}

interface Tag {
  name: string
  attributes: Record<string, string>
}

/** A built page: its elements, the ids among them and its title. */
interface BuiltPage {
  tags: Tag[]
  ids: string[]
  title: string
  text: string
}

function readPage(html: string): BuiltPage {
  const page: BuiltPage = { tags: [], ids: [], title: '', text: html }
  let open = ''
  const parser = new Parser({
    onopentag(name, attributes) {
      open = name
      page.tags.push({ name, attributes })
      if (attributes.id) page.ids.push(attributes.id)
    },
    ontext(text) {
      if (open === 'title') page.title += text
    },
    onclosetag() {
      open = ''
    },
  })
  parser.end(html)
  return page
}

/** Every file of an output by its address, pages read. */
function readOutput(folder: string): { files: Set<string>; pages: Map<string, BuiltPage> } {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length))
    .sort()
  const pages = files.filter((file) => file.endsWith('.html'))
  return {
    files: new Set(files),
    pages: new Map(pages.map((file) => [file, readPage(readFileSync(folder + file, 'utf8'))])),
  }
}

/** A list of `page: what is wrong`, so that one run names every fault. */
function faultsOf(
  pages: Map<string, BuiltPage>,
  find: (page: BuiltPage, address: string) => string[],
): string[] {
  return [...pages].flatMap(([address, page]) =>
    find(page, address).map((fault) => `${address}: ${fault}`),
  )
}

function tagsOf(page: BuiltPage, ...names: string[]): Tag[] {
  return page.tags.filter(({ name }) => names.includes(name))
}

/** Addresses a page leads to (`goes`) or asks for, as written. */
function addressesOf(page: BuiltPage): { written: string; goes: boolean }[] {
  return page.tags.flatMap(({ name, attributes: { href, src, action, poster, srcset, rel } }) => {
    const goes = name === 'a' || rel === 'canonical'
    const candidates = (srcset ?? '').split(',').map((one) => one.trim().split(' ')[0])
    return [href, src, action, poster, ...candidates].flatMap((written) =>
      written ? { written, goes } : [],
    )
  })
}

/** Why an address is not sound in an output under a base, if it is not. */
function broken(
  { written, goes }: { written: string; goes: boolean },
  from: string,
  { base, files, pages }: { base: string } & ReturnType<typeof readOutput>,
): string | undefined {
  // Some sources are published without encryption; a link to them is the truth about them.
  const outward = goes ? ['https:', 'http:', 'mailto:', 'tel:'] : []
  const here = `https://portal.test${base.slice(0, -1)}${from}`
  if (!URL.canParse(written, here)) return 'is no address'
  const url = new URL(written, here)
  if (url.origin !== 'https://portal.test')
    return outward.includes(url.protocol) ? undefined : 'is not of this site'
  if (!url.pathname.startsWith(base)) return `is outside ${base}`
  const path = `/${decodeURI(url.pathname.slice(base.length))}`.replace(/\/$/, '/index.html')
  if (!files.has(path)) return 'is missing'
  // A second of a film, as W3C's media fragments write it.
  if (path.endsWith('.mp4') && /^#t=\d+(\.\d+)?$/.test(url.hash)) return undefined
  // The agenda begins with a page named by its path, and slides show one.
  const [, begun] = /^#(?:from|show)=(.+)$/.exec(url.hash) ?? []
  if (begun) return pages.has(`/${begun}.html`) ? undefined : 'begins with a page that is missing'
  if (path === '/pack.html' && url.hash === '#new') return undefined
  if (path === '/contest.html' && url.hash.startsWith('#contest=')) return undefined
  const id = decodeURIComponent(url.hash.slice(1))
  if (id && !pages.get(path)?.ids.includes(id)) return 'has no such part'
  return undefined
}

describe.for([
  { base: '/', folder: join(root, '.vitepress/dist') },
  { base: deepBase, folder: join(scratch, 'under-base') },
])('the site at $base', ({ base, folder }) => {
  let site: ReturnType<typeof readOutput>

  beforeAll(() => {
    if (base !== '/') {
      const { status, output } = build(['--base', base, '--out', folder, '--no-check'])
      expect(status, output).toBe(0)
    }
    expect(existsSync(join(folder, 'index.html')), 'run `npm run build` first').toBe(true)
    site = readOutput(folder)
  }, buildTime)

  test('has pages', () => {
    expect(site.pages.size).toBeGreaterThan(100)
  })

  test('leads nowhere that is not there', () => {
    const found = faultsOf(site.pages, (page, from) =>
      addressesOf(page).flatMap((address) => {
        const fault = broken(address, from, { base, ...site })
        return fault ? [`${address.written} ${fault}`] : []
      }),
    )
    expect(found).toEqual([])
  })

  test('has every file its styles and scripts name', () => {
    const faults = [...site.files]
      .filter((file) => /\.(css|js)$/.test(file))
      .flatMap((file) => {
        const text = readFileSync(folder + file, 'utf8')
        const written = [
          // A script's url(…) may be a function's call; only styles load what stands in it.
          ...(file.endsWith('.css') ? text.matchAll(/url\(["']?(?!data:|#)([^"')]+)/g) : []),
          ...text.matchAll(/(?:\bfrom|\bimport)\s*\(?["'`](\.{0,2}\/[^"'`]+)["'`]/g),
        ].map(([, address = '']) => address)
        return written.flatMap((address) => {
          const fault = broken({ written: address, goes: false }, file, { base, ...site })
          return fault ? [`${file}: ${address} ${fault}`] : []
        })
      })
    expect(faults).toEqual([])
  })

  test('holds nothing inline that could run or style', () => {
    const found = faultsOf(site.pages, (page) =>
      page.tags.flatMap(({ name, attributes }) => {
        const inline = Object.keys(attributes).filter((key) => key === 'style' || /^on/.test(key))
        // A data block is no script; rules of what to fetch ahead are none either, and the policy knows their hash.
        const isData = /^(application\/ld\+json|speculationrules)$/.test(attributes.type ?? '')
        const runs = name === 'script' && !isData
        const element = name === 'style' || (runs && !attributes.src) ? [`<${name}>`] : []
        return [...element, ...inline.map((key) => `<${name} ${key}>`)]
      }),
    )
    expect(found).toEqual([])
  })

  test('says on each page what it is', () => {
    const found = faultsOf(site.pages, (page) => {
      const [html] = tagsOf(page, 'html')
      const described = tagsOf(page, 'meta').some(
        ({ attributes }) => attributes.name === 'description' && attributes.content,
      )
      return [
        ...(html?.attributes.lang === 'zh-CN' ? [] : ['language is not zh-CN']),
        ...(page.title.trim() ? [] : ['no title']),
        ...(described ? [] : ['no description']),
        ...(tagsOf(page, 'h1').length === 1 ? [] : [`${tagsOf(page, 'h1').length} h1`]),
        ...(tagsOf(page, 'main').length === 1 ? [] : ['no single main']),
      ]
    })
    expect(found).toEqual([])
  })

  test('names each part once, and only parts there are', () => {
    const found = faultsOf(site.pages, ({ ids, tags }) => {
      const twice = ids.filter((id, index) => ids.indexOf(id) !== index)
      const named = tags.flatMap(({ attributes }) =>
        [attributes['aria-labelledby'], attributes['aria-describedby'], attributes.for]
          .flatMap((value) => value?.split(' ') ?? [])
          .filter((id) => !ids.includes(id)),
      )
      return [...twice.map((id) => `#${id} twice`), ...named.map((id) => `no #${id}`)]
    })
    expect(found).toEqual([])
  })

  test('gives each picture words and a size', () => {
    const found = faultsOf(site.pages, (page) =>
      tagsOf(page, 'img').flatMap(({ attributes: { src = '', alt, width, height } }) =>
        alt !== undefined && Number(width) > 0 && Number(height) > 0 ? [] : [src],
      ),
    )
    expect(found).toEqual([])
  })

  test('lists the packages whose code the reader runs, with their licences', () => {
    const bill = JSON.parse(readFileSync(join(folder, 'sbom.cdx.json'), 'utf8'))
    const names = bill.components.map(({ name }: { name: string }) => name)
    expect(names).toContain('@vue/runtime-dom')
    expect(names).toContain('fuse.js')
    const licences = readFileSync(join(folder, 'licences.txt'), 'utf8')
    for (const { name, version, licenses, purl } of bill.components) {
      expect(purl).toBe(`pkg:npm/${name.replace('@', '%40')}@${version}`)
      const [{ license, expression = license?.id }] = licenses
      expect(expression).toMatch(/^\(?(MIT|ISC|Apache-2\.0|BSD-[23]-Clause)\b/)
      expect(licences).toContain(`${name} ${version}（`)
    }
  })

  test('carries nothing of VitePress and nothing of the machine that built it', () => {
    expect(
      [...site.files].filter((file) => /hashmap\.json|package\.json|\.map$/.test(file)),
    ).toEqual([])
    const found = faultsOf(site.pages, (page) => [
      ...['__VP', 'VPContent', root, scratch].filter((leftover) => page.text.includes(leftover)),
      ...tagsOf(page, 'meta').flatMap(({ attributes }) =>
        attributes.name === 'generator' ? ['generator'] : [],
      ),
    ])
    expect(found).toEqual([])
  })
})

describe('a portal of another committee', () => {
  const portal = join(scratch, 'portal')
  const out = join(scratch, 'out')
  const broken = join(portal, 'content/cases/unreadable.md')
  const env = { PORTAL_ROOT: portal }
  const page = (address: string) => readFileSync(join(out, address), 'utf8')

  beforeAll(() => {
    cpSync(join(root, 'tests/fixtures/portal'), portal, { recursive: true })
    const { status, output } = build(['--out', out, '--with-samples'], env)
    expect(status, output).toBe(0)
  }, buildTime)

  test('holds its own content and name', () => {
    expect(page('index.html')).toContain('测试门户')
    expect(existsSync(join(out, 'cases/hangzhou.html'))).toBe(false)
  })

  test('a draft is nowhere', () => {
    expect(existsSync(join(out, 'cases/draft-case.html'))).toBe(false)
    const { pages } = readOutput(out)
    expect(
      faultsOf(pages, ({ text }) => (text.includes('草稿案例') ? ['names the draft'] : [])),
    ).toEqual([])
  })

  test('a withdrawn entry leaves a page that says so, out of lists and search engines', () => {
    const withdrawn = page('cases/withdrawn-case.html')
    expect(withdrawn).toContain('已撤下')
    expect(withdrawn).toContain('测试来源写的是12名。')
    expect(withdrawn).toContain('<meta name="robots" content="noindex">')
    expect(withdrawn).not.toContain('测试举措')
    for (const list of ['cases/index.html', 'search.html', 'index.html'])
      expect(page(list), list).not.toContain('withdrawn-case')
  })

  test('a sample says that it is one and stays out of search engines', () => {
    const sample = page('cases/sample-case.html')
    expect(sample).toContain('这一篇只用来演示，不是真实内容。')
    expect(sample).toContain('<meta name="robots" content="noindex">')
  })

  describe('with a file that cannot be read', () => {
    beforeAll(() => cpSync(join(root, 'tests/fixtures/unreadable.md'), broken))
    afterAll(() => rmSync(broken))

    test('the build stops, names the place and leaves the last output as it was', () => {
      const before = fingerprint(out)
      const { status, output } = build(['--out', out, '--with-samples'], env)
      expect(status).toBe(1)
      expect(output).toMatch(/content\/cases\/unreadable\.md:\d+:\d+/)
      expect(output).not.toMatch(/\n\s+at /)
      expect(fingerprint(out)).toBe(before)
      expect(readdirSync(scratch).filter((name) => name.startsWith('out'))).toEqual(['out'])
    }, 60_000)

    test('the build of a workflow says so beside the line', () => {
      const { status, output } = build(['--out', out, '--with-samples'], {
        ...env,
        GITHUB_ACTIONS: 'true',
      })
      expect(status).toBe(1)
      expect(output).toMatch(/^::error file=content\/cases\/unreadable\.md,line=\d+/m)
    }, 60_000)

    test(
      '--no-check leaves out that file alone and lists it',
      () => {
        const { status, output } = build(['--out', out, '--no-check'], env)
        expect(status, output).toBe(0)
        expect(output).toContain('content/cases/unreadable.md')
        expect(existsSync(join(out, 'cases/unreadable.html'))).toBe(false)
        expect(existsSync(join(out, 'cases/sample-case.html'))).toBe(true)
      },
      buildTime,
    )
  })

  test('published samples stop a build that does not ask for them', () => {
    const { status, output } = build(['--out', join(scratch, 'never')], env)
    expect(status).toBe(1)
    expect(output).toContain('content/cases/sample-case.md')
    expect(existsSync(join(scratch, 'never'))).toBe(false)
  }, 60_000)
})

/** One number for all names and bytes of a folder. */
function fingerprint(folder: string): string {
  const hash = createHash('sha256')
  for (const file of readOutput(folder).files) hash.update(file).update(readFileSync(folder + file))
  return hash.digest('hex')
}
