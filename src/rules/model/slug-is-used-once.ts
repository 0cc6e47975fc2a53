import type { FieldPath } from '../../content/yaml.ts'
import type { Library } from '../../content/library.ts'
import { libraryRule } from '../engine/rule.ts'
import type { LibraryFinding } from '../engine/rule.ts'

export const slugIsUsedOnce = libraryRule({
  id: 'slug-is-used-once',
  summary: '两个页面的网址不会只差大小写，两个主题、系列、举措不用同一个网址名。',
  severity: 'error',
  silenceable: false,
  *check({ library }) {
    const seen = new Map<string, string>()
    for (const { file, url } of library.entries) {
      const first = seen.get(url.toLowerCase())
      seen.set(url.toLowerCase(), first ?? file)
      if (first === undefined) continue
      yield {
        file,
        at: { field: 'title' },
        message: `这一篇的网址和 ${first} 的一样，或只差大小写，发布以后只能打开一篇。`,
        hint: '给其中一个文件改名。',
      }
    }
    yield* repeated(library, 'topics')
    yield* repeated(library, 'series')
    yield* repeated(library, 'measures')
  },
})

function* repeated(
  { site, siteFile, unsettled }: Library,
  list: 'topics' | 'series' | 'measures',
): Generator<LibraryFinding> {
  if (unsettled.has(list)) return
  const seen = new Map<string, string>()
  for (const [index, { name, slug }] of site[list].entries()) {
    const first = seen.get(slug)
    seen.set(slug, first ?? name)
    if (first === undefined) continue
    const field: FieldPath = [list, index]
    yield {
      file: siteFile?.file ?? 'site.yaml',
      at: { field },
      message: `“${name}”和“${first}”的网址名都是 ${slug}。`,
      hint: '给其中一个写上别的 slug，例如 { name: 名称, slug: other }。',
    }
  }
}
