import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import postcss from 'postcss'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'
import { areas } from '../src/rules/engine/rule.ts'
import { filesIn, readModule, root, sourcesIn, target } from './modules.ts'
import type { Module } from './modules.ts'

const source = filesIn('src').map(readModule)
const site = ['.vitepress/theme', '.vitepress/islands'].flatMap(filesIn).map(readModule)
const everything = new Map([...source, ...site].map((module) => [module.path, module]))

/** Imports that break a law, as `file → target`. */
function breaking(modules: Module[], breaks: (to: string) => boolean): string[] {
  return modules.flatMap((module) =>
    module.imports
      .map((one) => target(module, one))
      .filter(breaks)
      .map((to) => `${module.path} → ${to}`),
  )
}

const within = (path: string, folders: string[]) =>
  folders.some((folder) => path === folder || path.startsWith(`${folder}/`))

describe('inside src', () => {
  /** What each folder may know besides itself. */
  const laws: Record<string, string[]> = {
    model: [],
    // What browsers are promised: data.
    engines: [],
    // How a day, a table or a document of XML is written, once.
    formats: [],
    content: ['src/model', 'src/formats'],
    // What Office and PDF files hold: formats, and no portal.
    documents: [],
    // A link is checked against every page and file there is.
    rules: [
      ...['src/model', 'src/content', 'src/films', 'src/documents', 'src/pages', 'src/publish'],
      'src/speech/alignment.ts',
    ],
    // A package as it stands: documents come from outside.
    search: [],
    // The portal as documents to search, and the words it knows.
    corpus: ['src/model', 'src/content', 'src/search/build.ts'],
    // The texts others may search are those that are searched here.
    publish: ['src/model', 'src/content', 'src/formats', 'src/corpus/statements.ts'],
    // The record, the schedule and the study pack: plain data and words, for page and browser alike.
    study: ['src/formats', 'src/model/agenda.ts', 'src/model/weeks.ts'],
    // The branch meeting: plain data and words, for page and browser alike; slides know where a line breaks.
    meeting: ['src/model/agenda.ts', 'src/formats', 'src/content/segment.ts', 'src/study'],
    // Written text as it is said aloud, and the order of reading.
    speech: [],
    pages: ['src/model', 'src/content', 'src/formats', 'src/study', 'src/meeting', 'src/speech'],
    films: ['src/model', 'src/content', 'src/formats', 'src/pages'],
    report: ['src/model/issue.ts', 'src/formats'],
    check: ['src/model', 'src/content', 'src/rules', 'src/report'],
    // What a disk refuses is read in one place.
    release: ['src/publish', 'src/model/disk.ts'],
    target: ['src/release/manifest.ts'],
    upload: ['src/publish', 'src/release'],
    // The preview's static host: the same headers and files as the hosts' blocks give.
    serve: ['src/publish'],
    // Checked as it is read, and replaced whole under a lock.
    collect: ['src/model', 'src/content', 'src/target'],
    admin: ['src/model'],
    // Adding to an entry changes as little of its file as the browser's form does.
    scaffold: ['src/model', 'src/content', 'src/admin', 'src/formats'],
    overview: ['src/model', 'src/content', 'src/formats', 'src/rules'],
    // What phones record, made fit for the portal: captions in any encoding, a draft to begin from.
    recordings: [
      'src/model',
      'src/content',
      'src/formats',
      'src/scaffold',
      'src/import/encoding.ts',
    ],
    // From an older shape of content to the present one, and what the check leaves to a person.
    upgrade: ['src/model', 'src/content', 'src/rules', 'src/check'],
    import: ['src/model', 'src/content', 'src/documents', 'src/rules', 'src/check', 'src/scaffold'],
  }

  test('every folder has a law', () => {
    const folders = new Set(source.map(({ path }) => path.split('/')[1]))
    expect([...folders].filter((folder) => !(String(folder) in laws))).toEqual([])
  })

  test.for(Object.entries(laws))('%s knows only %j', ([folder, known]) => {
    const modules = source.filter(({ path }) => within(path, [`src/${folder}`]))
    const stray = breaking(
      modules,
      (to) => within(to, ['src']) && !within(to, [`src/${folder}`, ...known]),
    )
    expect(stray).toEqual([])
  })

  test('nothing knows the commands or the site, Vue or VitePress', () => {
    const stray = breaking(source, (to) => {
      const isPath = to.startsWith('..') || existsSync(join(root, to))
      return isPath ? !within(to, ['src']) : within(to, ['vue', 'vitepress', '@vue'])
    })
    expect(stray).toEqual([])
  })

  test('one module touches the disk', () => {
    const disk = ['node:fs', 'fs', 'node:fs/promises', 'fs/promises', 'node:child_process']
    const modules = breaking(source, (to) => disk.includes(to))
    // The check is a command: it asks git what changed and writes what it mends.
    // Collecting reads the folders of other portals and writes what it found.
    // A release moves files about, a server sends them; what guards a target asks what stands there.
    const readers = modules.filter(
      (line) => !/^src\/(check|release|serve|upload|target|collect)\//.test(line),
    )
    expect(readers).toEqual(['src/content/files.ts → node:fs'])
  })

  test('nothing ends the process, prints, or asks the clock or the dice', () => {
    const calls = /^(process\.(exit|exitCode|stdout|stderr)|console\.|Date\.now$|Math\.random$)/
    const found = source.flatMap(({ path, source: file }) => {
      const named: string[] = []
      const visit = (node: ts.Node): void => {
        if (ts.isPropertyAccessExpression(node) && calls.test(node.getText(file)))
          named.push(`${path}: ${node.getText(file)}`)
        ts.forEachChild(node, visit)
      }
      visit(file)
      return named
    })
    expect(found).toEqual([])
  })
})

describe('search, a package as it stands', () => {
  const folder = 'src/search'
  const modules = source.filter(({ path }) => within(path, [folder]))
  /** Each room, and the rooms that it knows. */
  const rooms: Record<string, string[]> = {
    format: [],
    build: ['format'],
    exact: ['format'],
    coverage: ['format', 'exact'],
    spelling: ['format', 'exact', 'coverage'],
    searcher: ['format', 'exact', 'coverage', 'spelling'],
  }
  const doors = ['build.ts', 'query.ts'].map((name) => `${folder}/${name}`)

  test('imports itself and what it is published with', () => {
    const packages = ['fuse.js/min-basic', 'opencc-js/t2cn', 'pinyin-pro']
    expect(breaking(modules, (to) => !within(to, [folder, ...packages]))).toEqual([])
  })

  test('shows nothing but its two doors', () => {
    const outside = ['src', 'builder', 'scripts', 'bench', 'docs', 'tests', '.vitepress']
      .flatMap(sourcesIn)
      .filter(
        (path) =>
          !within(path, [folder]) && !/^(bench\/\.work|\.vitepress\/(dist|cache))/.test(path),
      )
      .map(readModule)
    expect(breaking(outside, (to) => within(to, [folder]) && !doors.includes(to))).toEqual([])
  })

  test('has no file outside its rooms', () => {
    const stray = modules.filter(
      ({ path }) =>
        !within(
          path,
          Object.keys(rooms).map((room) => `${folder}/${room}`),
        ),
    )
    expect(stray.map(({ path }) => path)).toEqual(doors)
  })

  test.for(Object.entries(rooms))('%s knows only %j', ([room, known]) => {
    const own = modules.filter(({ path }) => within(path, [`${folder}/${room}`]))
    const allowed = [room, ...known].map((name) => `${folder}/${name}`)
    expect(breaking(own, (to) => within(to, [folder]) && !within(to, allowed))).toEqual([])
  })
})

describe('inside builder', () => {
  const builder = filesIn('builder').map(readModule)
  /** Where the portal, the program and the cache are. */
  const folders = ['builder/folders.ts']
  /** What each room may know besides itself; `src` is known to all but the memory. */
  const laws: Record<string, string[]> = {
    // Where files stand and whether they can be trusted: it knows no portal.
    memo: ['src/release', 'src/target', 'src/content/files.ts', ...folders],
    threads: ['builder/handbook.ts', 'builder/steps', 'src'],
    steps: [
      ...folders,
      'builder/optional-packages.ts',
      'builder/handbook.ts',
      'builder/memo',
      'builder/threads',
      'builder/shell',
      'src',
      '.vitepress/theme',
    ],
    serve: ['builder', 'src'],
    shell: [
      ...folders,
      'builder/memo',
      'builder/steps/page-head.ts',
      'builder/optional-packages.ts',
      'builder/v8-flags.ts',
      'src',
      'docs/vite.config.ts',
    ],
  }

  test.for(Object.entries(laws))('%s knows only %j', ([room, known]) => {
    const modules = builder.filter(({ path }) => within(path, [`builder/${room}`]))
    expect(modules.length).toBeGreaterThan(0)
    const stray = breaking(
      modules,
      (to) =>
        within(to, ['src', 'builder', 'docs', 'scripts', '.vitepress']) &&
        !within(to, [`builder/${room}`, ...known]),
    )
    expect(stray).toEqual([])
  })

  test('no room knows the commands', () => {
    expect(breaking(builder, (to) => within(to, ['scripts']))).toEqual([])
  })
})

describe('the rules', () => {
  const folder = 'src/rules'
  const rooms = (name: string) =>
    source.filter(({ path }) => within(path, [`${folder}/${name}`]) && !path.endsWith('index.ts'))

  test.for(Object.keys(areas))(
    '%s: each file is the rule it is named after, and listed',
    (area) => {
      const files = rooms(area).map(({ path, source: { text } }) => ({
        id: basename(path, '.ts'),
        text,
      }))
      expect(files.filter(({ id, text }) => !text.includes(`id: '${id}'`))).toEqual([])
      const listed = everything
        .get(`${folder}/${area}/index.ts`)
        ?.imports.map((one) => one.specifier)
      expect(listed).toEqual(files.map(({ id }) => `./${id}.ts`))
    },
  )

  test('none lies outside an area', () => {
    const flat = source.filter(({ path }) => /^src\/rules\/[^/]+$/.test(path))
    expect(flat.map(({ path }) => path)).toEqual([`${folder}/index.ts`])
  })

  test('a rule knows no other rule, and what rules read with knows none', () => {
    const inside = [...Object.keys(areas), 'reading'].flatMap(rooms)
    const known = ['engine', 'reading'].map((name) => `${folder}/${name}`)
    expect(breaking(inside, (to) => within(to, [folder]) && !within(to, known))).toEqual([])
  })
})

describe('in the browser', () => {
  /** Packages whose browser builds an island may load. */
  const allowed = [
    'vue',
    'fuse.js',
    'fuse.js/min-basic',
    'idb',
    'zod/mini',
    'fflate',
    'ical-generator',
    'pptxgenjs',
    'uqr',
    'approx-string-match',
  ]

  /** Everything an island loads, by whoever loads it. */
  function loaded(path: string, seen = new Map<string, string>()): Map<string, string> {
    const module = everything.get(path)
    for (const one of module?.imports ?? []) {
      if (!module || one.typeOnly) continue
      const to = target(module, one)
      if (seen.has(to)) continue
      seen.set(to, path)
      loaded(to, seen)
    }
    return seen
  }

  test('islands load only what runs there', () => {
    const islands = filesIn('.vitepress/islands')
    expect(islands.length).toBeGreaterThan(0)
    const stray = islands.flatMap((path) =>
      [...loaded(path)]
        .filter(([to]) => !everything.has(to) && !allowed.includes(to) && !to.endsWith('.css'))
        .map(([to, from]) => `${path}: ${from} → ${to}`),
    )
    expect(stray).toEqual([])
  })

  test('islands know nothing of VitePress', () => {
    const islands = site.filter(({ path }) => within(path, ['.vitepress/islands']))
    expect(breaking(islands, (to) => within(to, ['vitepress']))).toEqual([])
  })

  test('VitePress is met in the layout and what it needs only', () => {
    const theme = site.filter(({ path }) => within(path, ['.vitepress/theme']))
    const met = new Set(breaking(theme, (to) => to === 'vitepress').map((one) => one.split(' ')[0]))
    expect([...met].sort()).toEqual([
      '.vitepress/theme/index.ts',
      '.vitepress/theme/portal-page.ts',
    ])
  })
})

describe('the edition', () => {
  /** What this repository's portal is made of, as any portal of the package is. */
  const parts = ['content', 'seeds', 'films', 'collected']

  test('is data: no program stands in it', () => {
    const files = parts.flatMap((part) =>
      existsSync(join(root, part))
        ? readdirSync(join(root, part), { recursive: true, encoding: 'utf8' }).map((path) =>
            join(part, path),
          )
        : [],
    )
    expect(files.length).toBeGreaterThan(300)
    expect(files.filter((path) => /\.(?:[cm]?[jt]sx?|vue|css|html?|sh)$/.test(path))).toEqual([])
  })

  test('is read as a portal and in no other way: no module imports a file of it', () => {
    const modules = ['src', 'builder', 'scripts', '.vitepress/theme', '.vitepress/islands']
    const stray = breaking(modules.flatMap(sourcesIn).map(readModule), (to) => within(to, parts))
    expect(stray).toEqual([])
  })
})

describe('the styles', () => {
  /** A colour that is no token: in hexadecimal, by a function, or black and white by name. */
  const literal = /#[0-9a-f]{3,8}\b|\b(?:rgb|hsl)a?\(|(?<!-)\b(?:white|black)\b/i
  /** What a browser that hands no custom properties to a backdrop is given in their place. */
  const fallback = /var\(--scrim, [^;]*\)/
  const folder = '.vitepress/theme/styles'
  const sheets = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).filter(
    (path) => path.endsWith('.css') && !['tokens.css', 'palettes.css'].includes(path),
  )

  test('name colours by their tokens', () => {
    expect(sheets.length).toBeGreaterThan(50)
    const stray = sheets.flatMap((path) => {
      const found: string[] = []
      postcss.parse(readFileSync(join(root, folder, path), 'utf8')).walkDecls(({ prop, value }) => {
        if (literal.test(value.replace(fallback, ''))) found.push(`${path}: ${prop}: ${value}`)
      })
      return found
    })
    expect(stray).toEqual([])
  })
})
