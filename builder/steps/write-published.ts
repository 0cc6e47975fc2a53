import { publishedFiles } from '../../src/publish/files.ts'
import { madeTogether } from './made-together.ts'
import type { Step } from './step.ts'

/** Feeds, sitemap, open data, headers: what other machines read, made of no body's words. */
export const writePublished: Step = {
  name: '写订阅和数据',
  async run(build) {
    const { outward, output, tell } = build
    if (!outward.library.site.url)
      tell('site.yaml 没有写公开网址（url），这一次没有订阅、站点地图、规范网址和分享图。\n')
    const done = await madeTogether(build, { name: 'published', of: outward.name }, () =>
      [...publishedFiles(outward.library, outward.pages)].map(({ path, content }) =>
        output.write(path, content),
      ),
    )
    return { ...done, unit: '个文件' }
  },
}
