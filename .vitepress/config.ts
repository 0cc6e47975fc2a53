import { defineConfig } from 'vitepress'
import { renderDocument } from '../src/pages/document.ts'
import { bootScript, writeBootScript } from '../builder/shell/boot-script.ts'
import { portalRoot } from '../builder/folders.ts'
import { builtPages } from '../builder/serve/built-pages.ts'
import { writePageSheets } from '../builder/shell/page-sheets.ts'
import { openingFiles, sheetAddresses } from '../builder/shell/sheet-files.ts'
import { headsOf, loadedFor } from '../builder/steps/page-head.ts'
import type { PageAssets } from '../builder/steps/page-head.ts'
import { openPortal } from './portal.ts'
import { styleOptions } from '../builder/shell/styles/options.ts'

const portal = openPortal()
const { site } = portal.library
const head = headsOf(portal.library)
const boot = bootScript()
let sheets: Pick<PageAssets, 'openings' | 'stylesheets'> | undefined

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
    base: site.base,
    vite: {
      ...styleOptions,
      configFile: false,
      publicDir: false,
      plugins: [builtPages(portalRoot())],
    },
    ignoreDeadLinks: true,
    buildEnd: ({ outDir }) => writeBootScript(boot, outDir),
    transformPageData(pageData) {
      const page = portal.pageAt(pageData.relativePath)
      if (!page) return {}
      return { portal: portal.dataFor(page), title: page.title, description: page.description }
    },
    transformHtml(html, _id, { page: path, content, assets: files, siteConfig: { outDir } }) {
      const page = portal.pageAt(path)
      if (!page) return undefined
      // The whole sheet is there when the first page is rendered.
      sheets ??= writeSheets(`${outDir}/assets`)
      const assets = { ...sheets, ...assetsOf(html, files) }
      const { template } = portal.dataFor(page).view
      return renderDocument({ ...head(page), ...loadedFor(assets, template), content })
    },
  }),
  portal,
}

function writeSheets(assets: string): Pick<PageAssets, 'openings' | 'stylesheets'> {
  return {
    openings: sheetAddresses(openingFiles(assets), site.base),
    stylesheets: sheetAddresses(writePageSheets(assets).files, site.base),
  }
}

/** What VitePress would have its own page load, and what the portal adds. */
function assetsOf(
  html: string,
  files: readonly string[],
): Omit<PageAssets, 'openings' | 'stylesheets'> {
  return {
    settings: site.base + boot.path,
    islands: /<script type="module" src="([^"]+)"/.exec(html)?.[1] ?? '',
    icon: files.find((file) => file.includes('/icon.')) ?? '',
  }
}
