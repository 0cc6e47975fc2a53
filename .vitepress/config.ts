import { defineConfig } from 'vitepress'
import { escapeHtml } from '../src/content/html.ts'
import { renderDocument } from '../src/pages/document.ts'
import { bootScript, writeBootScript } from './boot-script.ts'
import { openPortal } from './portal.ts'

const portal = openPortal()
const { site } = portal.current().library
const boot = bootScript()

/** Content never enters VitePress: it reaches pages as data, through `transformPageData`. */
export default {
  ...defineConfig({
    srcDir: 'docs',
    mpa: true,
    appearance: false,
    cleanUrls: false,
    lang: 'zh-CN',
    title: site.name,
    description: site.description,
    base: portal.base,
    vite: { configFile: false, publicDir: false },
    markdown: {
      attrs: { disable: true },
      // Highlighters colour with style attributes, which the content policy forbids.
      highlight: (code) => `<pre><code>${escapeHtml(code)}</code></pre>`,
    },
    ignoreDeadLinks: true,
    buildEnd: ({ outDir }) => writeBootScript(boot, outDir),
    transformPageData(pageData) {
      const { page, ...data } = portal.dataFor(pageData.relativePath)
      return {
        portal: data,
        ...(page ? { title: page.title, description: page.description } : {}),
      }
    },
    transformHtml(html, _id, { page, content, assets, pageData }) {
      const found = portal.dataFor(page).page
      return renderDocument({
        title: pageData.title,
        siteName: site.name,
        description: pageData.description,
        hidden: found?.hidden ?? false,
        stylesheet: /<link rel="preload stylesheet" href="([^"]+)"/.exec(html)?.[1] ?? '',
        settings: portal.base + boot.path,
        islands: /<script type="module" src="([^"]+)"/.exec(html)?.[1] ?? '',
        icon: assets.find((asset) => asset.includes('/icon.')) ?? '',
        content,
        ...(site.url
          ? {
              canonical: new URL(
                `${page.replace(/(^|\/)index\.md$/, '$1').replace(/\.md$/, '.html')}`,
                site.url,
              ).href,
            }
          : {}),
      })
    },
  }),
  portal,
}
