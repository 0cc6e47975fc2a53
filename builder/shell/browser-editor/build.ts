import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'
import type { Plugin } from 'vite'
import { adminConfig } from '../../../src/admin/config.ts'
import { packageFolder, programFile } from '../../folders.ts'
import type { Library } from '../../../src/content/library.ts'

const folder = 'admin'
/** The package has it as JavaScript. */
const main = packageFolder() === undefined ? 'main.ts' : 'main.js'

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
    build: {
      outDir: out,
      emptyOutDir: true,
      target: 'es2022',
      modulePreload: false,
      chunkSizeWarningLimit: 4096,
      rollupOptions: { input: programFile(`builder/shell/browser-editor/${main}`) },
    },
  })
  const script = readdirSync(join(out, 'assets')).find((file) => /^main-.*\.js$/.test(file))
  mkdirSync(out, { recursive: true })
  writeFileSync(join(out, 'index.html'), pageOf(library.site.name, `assets/${script}`))
  const courses = library.entries
    .filter((entry) => entry.collection === 'courses')
    .map(({ slug, data }) => ({ slug, title: data.title }))
  writeFileSync(join(out, 'config.json'), JSON.stringify(adminConfig(library.site, courses)))
}

/**
 * Code colouring and other languages are a hundred files that no editor of a portal opens. The CMS
 * brings its fonts with it, yet its styles name a CDN for them as well.
 */
function withoutUnused(): Plugin {
  const nothing = '\0nothing'
  const unused = (id: string) =>
    id.startsWith('@shikijs/') ||
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

function pageOf(name: string, script: string): string {
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>编辑·${name.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</title>
<script type="module" src="${script}"></script>
</head>
<body><noscript>编辑器要用到 JavaScript。不用它也能编辑：直接改 content 文件夹里的文件。</noscript></body>
</html>
`
}
