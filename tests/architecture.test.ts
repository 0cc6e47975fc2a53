import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'
import { parse } from 'vue/compiler-sfc'

const root = resolve(import.meta.dirname, '..')

/** What a module names in an import, an export from or an `import()`. */
interface Import {
  specifier: string
  /** Erased by the compiler, so that nothing is loaded. */
  typeOnly: boolean
}

interface Module {
  /** Path from the repository's root. */
  path: string
  source: ts.SourceFile
  imports: Import[]
}

function filesIn(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /(?<!\.test|\.d)\.(ts|js|vue)$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .sort()
}

function readModule(path: string): Module {
  const text = readFileSync(join(root, path), 'utf8')
  const code = path.endsWith('.vue') ? scriptsOf(text) : text
  const source = ts.createSourceFile(`${path}.ts`, code, ts.ScriptTarget.Latest, true)
  return { path, source, imports: importsOf(source) }
}

function scriptsOf(component: string): string {
  const { descriptor } = parse(component)
  const custom = descriptor.customBlocks.filter(({ type }) => type === 'script')
  return [descriptor.script, descriptor.scriptSetup, ...custom]
    .map((block) => block?.content ?? '')
    .join('\n')
}

function importsOf(source: ts.SourceFile): Import[] {
  const found: Import[] = []
  const add = (name: ts.Node | undefined, typeOnly: boolean) => {
    if (name && ts.isStringLiteralLike(name)) found.push({ specifier: name.text, typeOnly })
  }
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node))
      add(node.moduleSpecifier, node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword)
    else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly)
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
      add(node.argument.literal, true)
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      add(node.arguments[0], false)
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

/** The repository file a relative import names, or the package or built-in module it is. */
function target(from: Module, { specifier }: Import): string {
  if (!specifier.startsWith('.')) return specifier
  return relative(root, resolve(root, from.path, '..', specifier.replace(/\?.*$/, '')))
}

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
    // Texts other programs read: how a table or a document of XML is written, once.
    formats: [],
    content: ['src/model', 'src/formats'],
    // What Office and PDF files hold: formats, and no portal.
    documents: [],
    // A link is checked against every page and file there is.
    rules: ['src/model', 'src/content', 'src/films', 'src/documents', 'src/pages', 'src/publish'],
    search: ['src/model', 'src/content'],
    publish: ['src/model', 'src/content', 'src/formats'],
    // The record, the schedule and the study pack: plain data and words, for page and browser alike.
    study: ['src/search/hash.ts', 'src/formats', 'src/model/agenda.ts'],
    pages: ['src/model', 'src/content', 'src/formats', 'src/study'],
    films: ['src/model', 'src/content', 'src/formats', 'src/pages'],
    report: ['src/model/issue.ts', 'src/formats'],
    check: ['src/model', 'src/content', 'src/rules', 'src/report'],
    // What a disk refuses is read in one place.
    release: ['src/publish', 'src/model/disk.ts'],
    target: ['src/release/manifest.ts'],
    upload: ['src/publish', 'src/release'],
    // The preview's static host: the same headers and files as the hosts' blocks give.
    serve: ['src/publish'],
    admin: ['src/model'],
    scaffold: ['src/model', 'src/content'],
    overview: ['src/model', 'src/content', 'src/formats', 'src/rules'],
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
    // A release moves files about, a server sends them; what guards a target asks what stands there.
    const readers = modules.filter(
      (line) => !/^src\/(check|release|serve|upload|target)\//.test(line),
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

describe('in the browser', () => {
  /** Packages whose browser builds an island may load. */
  const allowed = [
    'vue',
    'fuse.js',
    'fuse.js/min-basic',
    'idb',
    'zod/mini',
    'fflate',
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
        .filter(([to]) => !everything.has(to) && !allowed.includes(to))
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
