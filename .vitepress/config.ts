import { defineConfig } from 'vitepress'
import { renderDocument } from '../src/pages/document.ts'
import { bootScript, writeBootScript } from './boot-script.ts'
import { contentInDevelopment } from './content-watch.ts'
import { openPortal } from './portal.ts'
import { searchInDevelopment } from './search-index.ts'

const portal = openPortal()
const { site } = portal.current().library
const boot = bootScript()

/** Content never enters VitePress: it reaches pages as data, through `transformPageData`. */
export default {
  ...defineConfig({
    srcDir: 'docs',
    srcExclude: ['handbook/**'],
    mpa: true,
    appearance: false,
    cleanUrls: false,
    lang: 'zh-CN',
    title: site.name,
    description: site.description,
    base: portal.base,
    vite: {
      configFile: false,
      publicDir: false,
      plugins: [contentInDevelopment(portal), searchInDevelopment(portal)],
    },
    ignoreDeadLinks: true,
    buildEnd: ({ outDir }) => writeBootScript(boot, outDir),
    transformPageData(pageData) {
      const page = portal.pageAt(pageData.relativePath)
      if (!page) return {}
      return { portal: portal.dataFor(page), title: page.title, description: page.description }
    },
    transformHtml(html, _id, { page, content, assets, pageData }) {
      return renderDocument({
        title: pageData.title,
        siteName: site.name,
        description: pageData.description,
        hidden: portal.pageAt(page)?.hidden ?? false,
        stylesheet: /<link rel="preload stylesheet" href="([^"]+)"/.exec(html)?.[1] ?? '',
        settings: portal.base + boot.path,
        islands: /<script type="module" src="([^"]+)"/.exec(html)?.[1] ?? '',
        icon: assets.find((asset) => asset.includes('/icon.')) ?? '',
        content,
        ...(site.url ? { canonical: canonicalOf(site.url, page) } : {}),
      })
    },
  }),
  portal,
}

/** The public address of a page; the index of a folder is the folder. */
function canonicalOf(url: string, page: string): string {
  const path = page.replace(/(^|\/)index\.md$/, '$1').replace(/\.md$/, '.html')
  return new URL(path, url.endsWith('/') ? url : `${url}/`).href
}
