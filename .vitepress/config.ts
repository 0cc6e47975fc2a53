import { defineConfig } from 'vitepress'
import { renderDocument } from '../src/pages/document.ts'
import { bootScript, writeBootScript } from './boot-script.ts'
import { chartDataInDevelopment } from './chart-data.ts'
import { contentInDevelopment } from './content-watch.ts'
import { headsOf } from './head.ts'
import type { PageAssets } from './head.ts'
import { mediaInDevelopment } from './media-server.ts'
import { openPortal } from './portal.ts'
import { issuesInDevelopment } from './preview/issues.ts'
import { searchInDevelopment } from './search-index.ts'
import { styleOptions } from './styles/options.ts'

const portal = openPortal()
const { site } = portal.current().library
const head = headsOf(portal.current().library)
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
      ...styleOptions,
      configFile: false,
      publicDir: false,
      plugins: [
        contentInDevelopment(portal),
        mediaInDevelopment(portal),
        searchInDevelopment(portal),
        issuesInDevelopment(portal),
        chartDataInDevelopment(portal),
      ],
    },
    ignoreDeadLinks: true,
    buildEnd: ({ outDir }) => writeBootScript(boot, outDir),
    transformPageData(pageData) {
      const page = portal.pageAt(pageData.relativePath)
      if (!page) return {}
      return { portal: portal.dataFor(page), title: page.title, description: page.description }
    },
    transformHtml(html, _id, { page: path, content, assets: files }) {
      const page = portal.pageAt(path)
      return page && renderDocument({ ...head(page), ...assetsOf(html, files), content })
    },
  }),
  portal,
}

/** What VitePress would have its own page load, and what the portal adds. */
function assetsOf(html: string, files: readonly string[]): PageAssets {
  return {
    stylesheet: /<link rel="preload stylesheet" href="([^"]+)"/.exec(html)?.[1] ?? '',
    settings: portal.base + boot.path,
    islands: /<script type="module" src="([^"]+)"/.exec(html)?.[1] ?? '',
    icon: files.find((file) => file.includes('/icon.')) ?? '',
  }
}
