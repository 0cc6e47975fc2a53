import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'
import type { Plugin } from 'vite'
import { adminConfig } from '../../../src/admin/config.ts'
import { takenAlong } from '../../../src/import/knowledge.ts'
import { packageFolder, programFile } from '../../folders.ts'
import type { Library } from '../../../src/content/library.ts'

const folder = 'admin'
/** The package has the editor's script as JavaScript, and not the import page: its readers would take a seventh of it. */
const scripts = packageFolder() === undefined ? ['main.ts', 'import.ts'] : ['main.js']
const hasImport = scripts.includes('import.ts')

/**
 * Write the browser editor below `admin/`: the CMS from its package, and its configuration from the
 * model. Nothing of it is shared with the readers' pages.
 */
export async function writeAdmin(library: Library, outDir: string): Promise<void> {
  const out = join(outDir, folder)
  await build({
    root: programFile('builder/shell/browser-editor'),
    configFile: false,
    base: './',
    publicDir: false,
    logLevel: 'error',
    plugins: [withoutUnused()],
    resolve: { alias: { 'node:zlib': programFile('builder/shell/browser-editor/zlib.ts') } },
    build: {
      outDir: out,
      emptyOutDir: true,
      target: 'es2022',
      modulePreload: false,
      chunkSizeWarningLimit: 4096,
      rollupOptions: {
        input: scripts.map((name) => programFile(`builder/shell/browser-editor/${name}`)),
      },
    },
  })
  const assets = readdirSync(join(out, 'assets'))
  const scriptOf = (name: string) =>
    `assets/${assets.find((file) => file.startsWith(`${name}-`) && file.endsWith('.js'))}`
  mkdirSync(out, { recursive: true })
  const { name } = library.site
  const write = (file: string, text: string) => writeFileSync(join(out, file), text)
  const editor = hasImport ? bodies.editor + bodies.toImport : bodies.editor
  write('index.html', pageOf(`编辑·${name}`, scriptOf('main'), editor))
  if (hasImport) {
    write('import.html', pageOf(`导入·${name}`, scriptOf('import'), bodies.import))
    write('import.json', JSON.stringify(takenAlong(library)))
  }
  const courses = library.entries
    .filter((entry) => entry.collection === 'courses')
    .map(({ slug, data }) => ({ slug, title: data.title }))
  write('config.json', JSON.stringify(adminConfig(library.site, courses)))
}

/**
 * Code colouring and other languages are a hundred files that no editor of a portal opens. The CMS
 * brings its fonts with it, yet its styles name a CDN for them as well.
 */
function withoutUnused(): Plugin {
  const nothing = '\0nothing'
  const unused = (id: string) =>
    id.startsWith('@shikijs/') ||
    // PDFium is 4.6 MB, and the policy lets no WebAssembly run.
    id.endsWith('/pdf/read.ts') ||
    (/locales\/.*\.json$/.test(id) && !/(zh-CN|en-US)\.json$/.test(id))
  return {
    name: 'chaotou:admin',
    enforce: 'pre',
    resolveId: (id) => (unused(id) ? nothing : undefined),
    load: (id) => (id === nothing ? 'export default {}' : undefined),
    transform: (code, id) =>
      id.includes('@sveltia') && code.includes('url(https://')
        ? code.replace(/url\(https:\/\/[^)]+\)\s+format\([^)]+\)/g, "local('')")
        : undefined,
  }
}

const bodies = {
  editor:
    '<noscript>编辑器要用到 JavaScript。不用它也能编辑：直接改 content 文件夹里的文件。</noscript>',
  toImport: `
<style>
.import { position: fixed; inset: auto auto 1rem 1rem; z-index: 9; padding: .75rem 1rem; border-radius: .5rem; font: 1rem/1.25 system-ui, sans-serif; background: #1b1916; color: #fff }
.import:focus-visible { outline: 3px solid #00566b; outline-offset: 2px }
</style>
<a class="import" href="import.html">把文件变成草稿</a>`,
  import: `<style>
:root { color-scheme: light dark; font: 100%/1.7 system-ui, sans-serif }
body { max-width: 52rem; margin: 0 auto; padding: 1rem }
h1 { font-size: 1.75rem } h2 { font-size: 1.25rem; margin-top: 2rem }
label { display: block; margin-block: 1rem; font-weight: 700 }
select, input, button { font: inherit; min-height: 2.75rem; margin-block: .25rem }
select, input { display: block; font-weight: 400; max-width: 100% }
button { padding: 0 1rem }
textarea { box-sizing: border-box; width: 100%; font: 1rem/1.6 ui-monospace, monospace }
</style>
<main>
<h1>把文件变成草稿</h1>
<p>Word（.docx）、网页（含存下来的微信文章）、Markdown、文本、Excel和CSV。文件在这个浏览器里读，不传到别处。</p>
<label>变成 <select id="kind"></select></label>
<label>选文件 <input id="file" type="file" disabled></label>
<p id="say" role="status"></p>
<div id="out"><noscript>这一页要用到 JavaScript。不用它也能导入：npm run import -- 文件。</noscript></div>
<p><a href="index.html">回到编辑器</a></p>
</main>`,
}

function pageOf(title: string, script: string, body: string): string {
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</title>
<script type="module" src="${script}"></script>
</head>
<body>${body}</body>
</html>
`
}
