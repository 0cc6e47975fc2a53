import { existsSync, readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { createRequire } from 'node:module'
import { transformSync } from 'esbuild'
import { parseAst } from 'vite'
import { visit, wordsOf } from './written-words.ts'

/** What a source file says: every word a class may be written with, and the files it loads. */
interface Said {
  words: string[]
  loads: string[]
}

const registry = resolve('.vitepress/islands/registry.ts')
/** They name every kind of page and every island: a page has only some. */
const choices = [registry, resolve('.vitepress/theme/templates/index.ts')]

/** Tells the words of files, each of which it reads once. */
export class ClassWords {
  private readonly islands = islandFiles()
  private readonly read = new Map<string, Said>()

  /**
   * Words that stand in templates and string literals of files and of all they load, islands included:
   * whatever class an element of theirs may ever have is one of them, or begins with one that ends in `${`.
   */
  of(entries: readonly string[]): Set<string> {
    const seen = new Set<string>(choices)
    const words = new Set<string>()
    const waiting = entries.map((file) => resolve(file))
    for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
      if (seen.has(file)) continue
      seen.add(file)
      const said = this.said(file)
      for (const word of said.words) words.add(word)
      waiting.push(...said.loads)
    }
    return words
  }

  private said(file: string): Said {
    const known = this.read.get(file) ?? saidIn(file, this.islands)
    this.read.set(file, known)
    return known
  }
}

function saidIn(file: string, islands: ReadonlyMap<string, string>): Said {
  const text = readFileSync(file, 'utf8')
  if (file.endsWith('.vue')) return readComponent(file, text, islands)
  // What the domain says is of elements only where it writes them.
  return file.startsWith(domain) && !writesMarkup(text) ? silent : saidBy(file, text)
}

const silent: Said = { words: [], loads: [] }
const domain = resolve('src')

/** Whether a module writes elements as text. */
export function writesMarkup(text: string): boolean {
  return text.includes('class=')
}

function islandFiles(): Map<string, string> {
  const found = readFileSync(registry, 'utf8').matchAll(/(\w+): \(\)[^\n]*import\('([^']+)'\)/g)
  return new Map([...found].map(([, name = '', path = '']) => [name, besides(registry, path)]))
}

function readComponent(file: string, text: string, islands: ReadonlyMap<string, string>): Said {
  // An import would have Node look through all of it for names first.
  const { parse } = createRequire(import.meta.url)(
    'vue/compiler-sfc',
  ) as typeof import('vue/compiler-sfc')
  const { script, scriptSetup, template } = parse(text).descriptor
  const markup = template?.content ?? ''
  const scripts = [script, scriptSetup].map((block) => saidBy(file, block?.content ?? ''))
  const names = [...markup.matchAll(/<Island\s[^>]*?\bname="(\w+)"/g)].map(([, name = '']) => name)
  if (names.length !== [...markup.matchAll(/<Island\s/g)].length)
    throw new Error(`${file}: an island's name comes first, as a plain attribute`)
  return {
    words: [...wordsOf(markup), ...scripts.flatMap(({ words }) => words)],
    loads: [
      ...scripts.flatMap(({ loads }) => loads),
      ...names.flatMap((name) => islands.get(name) ?? []),
    ],
  }
}

/** Types and comments fall away; imports that only a template uses stay. */
function saidBy(file: string, text: string): Said {
  const { code } = transformSync(text, {
    loader: 'ts',
    tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true } },
  })
  const said: Said = { words: [], loads: [] }
  visit(parseAst(code), (node) => {
    if (node.type === 'TemplateElement')
      said.words.push(...wordsOf(`${node.value?.raw}${node.tail ? '' : '${'}`))
    if (node.type !== 'Literal' || typeof node.value !== 'string') return
    const path = besides(file, node.value)
    if (/^\.\.?\//.test(node.value) && /\.(ts|js|vue)$/.test(path) && existsSync(path))
      said.loads.push(path)
    else said.words.push(...wordsOf(node.value))
  })
  return said
}

/** The file that a module names, without what it asks of the bundler. */
function besides(file: string, path: string): string {
  return resolve(dirname(file), path.replace(/\?.*$/, ''))
}
