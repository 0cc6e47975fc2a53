import { sitePages } from '../../src/pages/site-map.ts'
import { publishedFiles } from '../../src/publish/files.ts'
import { readHandbook } from '../handbook.ts'
import type { Step } from './step.ts'

/** Feeds, sitemap, open data, headers: what other machines read. */
export const writePublished: Step = {
  name: '写订阅和数据',
  run({ library, output, tell }) {
    if (!library.site.url)
      tell('site.yaml 没有写公开网址（url），这一次没有订阅、站点地图、规范网址和分享图。\n')
    let count = 0
    for (const { path, content } of publishedFiles(
      library,
      sitePages(library, { handbook: readHandbook() }),
    )) {
      output.write(path, content)
      count++
    }
    return { count, unit: '个文件' }
  },
}
