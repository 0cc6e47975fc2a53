import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { pathToFileURL } from 'node:url'
import vue from '@vitejs/plugin-vue'
import logical from 'postcss-logical'
import { build, parseAst } from 'vite'
import type { Plugin } from 'vite'
import { sheetNames } from '../../src/pages/sheets.ts'
import type { SheetName } from '../../src/pages/sheets.ts'
import { targetsOf } from '../../src/engines/promise.ts'
import type { PageAssets } from '../steps/page-head.ts'
import { byName, openingFiles, sheetAddresses, writeSheet } from './sheet-files.ts'
import { sheetWith } from './sheet-rules.ts'
import { fallbacks } from './styles/fallbacks.ts'
import { ThemeFault } from './theme.ts'
import type { Theme } from './theme.ts'
import { themeFaults } from './theme-faults.ts'
import { writtenWords } from './written-words.ts'

/** What the renderer of the shell has for components that are compiled apart from it. */
interface Shared {
  vue: Record<string, unknown>
  serverRenderer: Record<string, unknown>
  standard: Record<string, unknown>
}

/**
 * Compile a portal's own components and put them into a shell: a renderer that has them in their places,
 * their pictures, and their styles behind the rules that their classes want in every sheet of pages.
 *
 * @throws {ThemeFault} where one does not compile, or would do what the policy of pages forbids.
 */
export async function dressShell(shell: string, theme: Theme, base: string): Promise<void> {
  const faults = themeFaults(theme)
  if (faults.length > 0) throw new ThemeFault(faults.join('\n\n'))
  await compile(shell, theme, base)
  const folder = join(shell, 'renderer')
  const code = readFileSync(join(folder, 'theme.js'), 'utf8')
  writeFileSync(
    join(folder, 'dressed.js'),
    `import { createRenderer } from './renderer.js'\nimport * as theme from './theme.js'\nexport const renderPage = createRenderer(theme)\n`,
  )
  rewriteSheets(shell, base, { words: writtenWords(parseAst(code)), css: moveAssets(shell) })
}

/** The theme as one module beside the renderer, whose Vue it shares. */
async function compile(shell: string, theme: Theme, base: string): Promise<void> {
  // The renderer's own exports.
  const shared = (await import(pathToFileURL(join(shell, 'renderer/renderer.js')).href)) as Shared
  try {
    await build({
      root: theme.folder,
      base,
      configFile: false,
      publicDir: false,
      logLevel: 'silent',
      ssr: { noExternal: true },
      define: { 'process.env.NODE_ENV': '"production"' },
      plugins: [ownModules(theme, shared), vue()],
      css: { postcss: { plugins: [fallbacks(), logical()] } },
      build: {
        cssTarget: targetsOf('reading'),
        outDir: join(shell, 'renderer'),
        emptyOutDir: false,
        ssr: true,
        ssrEmitAssets: true,
        assetsInlineLimit: 0,
        cssCodeSplit: false,
        cssMinify: 'lightningcss',
        rolldownOptions: {
          input: { theme: entry },
          external: [renderer],
          output: {
            paths: { [renderer]: './renderer.js' },
            entryFileNames: '[name].js',
            assetFileNames: 'assets/[name].[hash].[ext]',
          },
        },
      },
    })
  } catch (error) {
    throw new ThemeFault(compilerSentences(error, theme))
  }
}

const entry = 'virtual:theme'
const renderer = 'virtual:renderer'

/** The entry, and Vue and the program's own components as the renderer has them. */
function ownModules({ names, folder }: Theme, shared: Shared): Plugin {
  const members = (of: keyof Shared) =>
    `import { ${of} as all } from '${renderer}'\nexport const { ${Object.keys(shared[of])
      .filter((name) => /^[A-Za-z_$][\w$]*$/.test(name) && name !== 'default')
      .join(', ')} } = all`
  const modules: Record<string, string> = {
    [entry]: names
      .map((name) => `export { default as ${name} } from '${join(folder, `${name}.vue`)}'`)
      .join('\n'),
    vue: members('vue'),
    'vue/server-renderer': members('serverRenderer'),
    'chaotou/theme': members('standard'),
  }
  return {
    name: 'chaotou:theme',
    enforce: 'pre',
    resolveId: (id) => (Object.hasOwn(modules, id) ? `\0${id}` : undefined),
    load: (id) => (id.startsWith('\0') ? modules[id.slice(1)] : undefined),
  }
}

/** Pictures go to the site; the styles are taken out, to stand in the sheets of pages. */
function moveAssets(shell: string): string {
  const assets = join(shell, 'renderer/assets')
  if (!existsSync(assets)) return ''
  const styles: string[] = []
  for (const name of readdirSync(assets).sort())
    if (name.endsWith('.css')) styles.push(readFileSync(join(assets, name), 'utf8'))
    else renameSync(join(assets, name), join(shell, 'site/assets', name))
  rmSync(assets, { recursive: true })
  return styles.join('\n')
}

/**
 * Every sheet of pages again, with what the theme's classes want of the whole one, and its own styles last:
 * in what pages open with, where the brand stands, and once more in what has the last word.
 */
function rewriteSheets(
  shell: string,
  base: string,
  { words, css }: { words: readonly string[]; css: string },
): void {
  const folder = join(shell, 'site/assets')
  const fileOf = (name: SheetName) => {
    const pattern = name === 'all' ? /^style\.[^.]+\.css$/ : RegExp(`^style-${name}\\.[^.]+\\.css$`)
    const file = readdirSync(folder).find((one) => pattern.test(one))
    if (file === undefined) throw new Error(`${folder}: there is no sheet ${name}`)
    return file
  }
  // The shell wrote both.
  const classes = JSON.parse(readFileSync(join(shell, 'classes.json'), 'utf8')) as Record<
    SheetName,
    string[]
  >
  const assets = JSON.parse(readFileSync(join(shell, 'assets.json'), 'utf8')) as PageAssets
  const whole = readFileSync(join(folder, fileOf('all')), 'utf8')
  const sheets = sheetNames.map((name) => {
    const rules = name === 'all' ? whole : sheetWith(whole, new Set([...classes[name], ...words]))
    const old = fileOf(name)
    rmSync(join(folder, old))
    return { name, file: writeSheet(folder, name, `${rules}\n${css}`) }
  })
  const files = byName(sheets, ({ file }) => file)
  const opened = openingFiles(folder)
  const opening = readFileSync(join(folder, opened.opening), 'utf8')
  rmSync(join(folder, opened.opening))
  const openings = { ...opened, opening: writeSheet(folder, 'opening', `${opening}\n${css}`) }
  const dressed: PageAssets = {
    ...assets,
    openings: sheetAddresses(openings, base),
    stylesheets: sheetAddresses(files, base),
  }
  writeFileSync(join(shell, 'assets.json'), JSON.stringify(dressed))
}

/** An error of the bundler or of Vue's compiler, as far as it is shown. */
interface BundleError {
  message: string
  id?: string
  loc?: { line: number; column: number }
  errors?: BundleError[]
}

/** What the compilers say, each with its place: `theme/Footer.vue:3:5`. */
function compilerSentences(error: unknown, theme: Theme): string {
  // Whatever the bundler throws is an error.
  const { errors = [error as BundleError] } = error as BundleError
  return errors.map((one) => compilerSentence(one, theme)).join('\n\n')
}

function compilerSentence({ message, id = '', loc }: BundleError, { folder }: Theme): string {
  const file = id.replace(/\?.*$/, '')
  const [, missing] = /Could not resolve '([^']+)'/.exec(message) ?? []
  // The bundler counts lines of what the component was compiled to.
  const at = missing === undefined ? loc : placeIn(file, missing)
  const place = at ? `:${at.line}:${at.column + 1}` : ''
  const said =
    missing === undefined
      ? `编译不过：${message.split('\n')[0]?.replace(/^\[[^\]]+\] | \(\d+:\d+\)$/g, '')}`
      : `编译不过：找不到“${missing}”。文件放进 theme/ 里，软件包先装好。`
  return `${file ? `theme/${relative(folder, file)}${place}\n` : ''}  ${said}`
}

function placeIn(file: string, words: string): { line: number; column: number } {
  const lines = readFileSync(file, 'utf8').split('\n')
  const line = Math.max(
    lines.findIndex((text) => text.includes(words)),
    0,
  )
  return { line: line + 1, column: lines[line]?.indexOf(words) ?? 0 }
}
