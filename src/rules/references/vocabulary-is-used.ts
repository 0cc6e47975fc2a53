import type { Library } from '../../content/library.ts'
import { libraryRule } from '../engine/rule.ts'

export const vocabularyIsUsed = libraryRule({
  id: 'vocabulary-is-used',
  summary: 'site.yaml 里的每个主题、系列和举措，都有已发布的条目用到。',
  severity: 'warning',
  *check({ library, share }) {
    const { site, siteFile, unsettled } = library
    if (!siteFile || library.rejected.length > 0) return
    const used = share(usedWords)
    for (const [list, label] of [
      ['topics', '主题'],
      ['series', '系列'],
      ['measures', '举措'],
    ] as const) {
      if (unsettled.has(list)) continue
      for (const [index, { name }] of site[list].entries())
        // The topics a portal has by default were not chosen by its editors.
        if (!used[list].has(name) && isWritten(siteFile.text, name))
          yield {
            file: siteFile.file,
            at: { field: [list, index] },
            message: `没有已发布的条目用到${label}“${name}”。`,
            hint: `给合适的条目写上这个${label}，或从表里删去它。`,
          }
    }
  },
})

function isWritten(text: string, name: string): boolean {
  return text.includes(name)
}

function usedWords({
  entries,
}: Library): Record<'topics' | 'series' | 'measures', ReadonlySet<string>> {
  const [topics, series, measures] = [new Set<string>(), new Set<string>(), new Set<string>()]
  for (const { collection, data } of entries) {
    if (data.status !== 'published') continue
    for (const topic of data.topics) topics.add(topic)
    if (collection !== 'cases') continue
    if (data.series) series.add(data.series)
    for (const { name } of data.measures) measures.add(name)
  }
  return { topics, series, measures }
}
