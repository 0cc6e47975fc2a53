import { existsSync, readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import vue from '@vitejs/plugin-vue'
import { build } from 'vite'
import type { InlineConfig, Plugin } from 'vite'
import islands from '../../docs/vite.config.ts'
import { bootScript, writeBootScript } from './boot-script.ts'
import type { PageAssets } from '../steps/page-head.ts'
import { skipOptimizing } from '../v8-flags.ts'
import { assetFaults } from './lint-assets.ts'
import { writePageSheets } from './page-sheets.ts'
import { openingFiles, sheetAddresses } from './sheet-files.ts'
import { styleOptions } from './styles/options.ts'

// A process of its own, for its memory goes with it: bundles the shell of a base into a folder.
const [folder = '', base = '/'] = process.argv.slice(2)
const site = join(folder, 'site')

/** What VitePress has for its bundles, so that names and bytes are the same. */
const common = {
  root: resolve('docs'),
  base,
  configFile: false,
  publicDir: false,
  logLevel: 'warn',
} satisfies InlineConfig

/** `<script client>` is VitePress's own; what it names is bundled with the islands. */
const withoutClientScripts: Plugin = {
  name: 'chaotou:without-client-scripts',
  enforce: 'pre',
  transform: {
    filter: { id: /\.vue$/ },
    handler: (code) => code.replace(/<script\b[^>]*\bclient\b[^>]*>[^]*?<\/script>/, ''),
  },
}

skipOptimizing()
const [rendering, running] = await Promise.all([bundleRenderer(), bundleIslands()])
for (const file of rendering.filter((name) => name.startsWith('assets/')))
  renameSync(join(folder, 'renderer', file), join(site, file))
rmSync(join(folder, 'renderer/assets'), { recursive: true })
// The bundle is ES modules, wherever it lies.
writeFileSync(join(folder, 'renderer/package.json'), '{"type":"module"}')
const boot = bootScript()
writeBootScript(boot, site)
const sheets = writePageSheets(join(site, 'assets'))
// What a portal's own components need beside it: see `dress-shell.ts`.
writeFileSync(join(folder, 'classes.json'), JSON.stringify(sheets.classes))
const assets: PageAssets = {
  openings: sheetAddresses(openingFiles(join(site, 'assets')), base),
  stylesheets: sheetAddresses(sheets.files, base),
  settings: base + boot.path,
  islands: addressOf(/\/client\./, running),
  icon: addressOf(/\/icon\./, rendering),
}
const faults = assetFaults(join(site, 'assets'))
writeFileSync(join(folder, 'assets.json'), JSON.stringify(assets))
for (const fault of faults) console.error(fault)
if (faults.length > 0) process.exitCode = 1

/** The components that render pages, for this program; their styles and the icon, for readers. */
async function bundleRenderer(): Promise<string[]> {
  // An import would have Node look through all of it for names first.
  const compiler = createRequire(import.meta.url)(
    'vue/compiler-sfc',
  ) as typeof import('vue/compiler-sfc')
  // Props are typed by modules named by their path: it takes no TypeScript to find them.
  compiler.registerTS(() => undefined as never)
  const fs = {
    fileExists: existsSync,
    readFile: (file: string) => readFileSync(file, 'utf8'),
    realpath: realpathSync,
  }
  return filesOf({
    ...common,
    // Vue without its compiler, which it would load in every thread.
    ssr: { noExternal: true, resolve: { conditions: ['module', 'production'] } },
    define: { ...islands.define, 'process.env.NODE_ENV': '"production"' },
    plugins: [withoutClientScripts, vue({ compiler, script: { fs } })],
    css: styleOptions.css,
    build: {
      ...styleOptions.build,
      outDir: join(folder, 'renderer'),
      emptyOutDir: false,
      ssr: true,
      ssrEmitAssets: true,
      cssCodeSplit: false,
      rolldownOptions: {
        input: { renderer: resolve('.vitepress/theme/render.ts') },
        output: { entryFileNames: '[name].js', assetFileNames: 'assets/[name].[hash].[ext]' },
      },
    },
  })
}

/** What runs in the browser. */
function bundleIslands(): Promise<string[]> {
  return filesOf({
    ...islands,
    ...common,
    build: {
      ...islands.build,
      outDir: site,
      emptyOutDir: false,
      rolldownOptions: {
        ...islands.build?.rolldownOptions,
        input: { client: resolve('.vitepress/islands/main.ts') },
      },
    },
  })
}

async function filesOf(config: InlineConfig): Promise<string[]> {
  const bundled = await build(config)
  if (!('output' in bundled)) throw new Error('one bundle was asked for')
  return bundled.output.map(({ fileName }) => fileName)
}

function addressOf(pattern: RegExp, files: readonly string[]): string {
  const file = files.find((name) => pattern.test(name))
  if (file === undefined) throw new Error(`no file of the shell is named like ${pattern.source}`)
  return base + file
}
