import { entryRule } from './rule.ts'

/** Characters of a person's text: below, nothing can be learned; above, nobody reads it aloud at a meeting. */
const range = { least: 300, most: 900 }

export const personIsOfModerateLength = entryRule({
  id: 'person-is-of-moderate-length',
  summary: '榜样的正文在 300 到 900 字之间。',
  area: 'structure',
  severity: 'warning',
  collections: ['people'],
  *check({ entry }) {
    const { characters } = entry.body
    if (entry.data.status !== 'published') return
    if (characters >= range.least && characters <= range.most) return
    const isShort = characters < range.least
    yield {
      at: { position: { line: entry.bodyLine, column: 1 } },
      message: `榜样的正文有${characters}字，太${isShort ? '短' : '长'}了。`,
      hint: isShort
        ? '一件事一节，写清何时、何地、怎么做；来源不够的，先标为草稿。'
        : '只留最说明问题的几件事。',
    }
  },
})
