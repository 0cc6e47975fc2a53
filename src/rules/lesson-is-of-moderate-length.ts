import { entryRule } from './rule.ts'

/** Characters of a lesson that can be read in one go: the editorial guide's range. */
const range = { least: 500, most: 1500 }

export const lessonIsOfModerateLength = entryRule({
  id: 'lesson-is-of-moderate-length',
  summary: '一课的正文在 500 到 1500 字之间。',
  area: 'structure',
  severity: 'warning',
  collections: ['lessons'],
  *check({ entry }) {
    const { characters } = entry.body
    if (entry.data.status !== 'published') return
    if (characters >= range.least && characters <= range.most) return
    const isShort = characters < range.least
    yield {
      at: { position: { line: entry.bodyLine, column: 1 } },
      message: `这一课的正文有${characters}字，太${isShort ? '短' : '长'}了。`,
      hint: isShort
        ? `写到${range.least}字以上，或并进相邻的一课。`
        : `压到${range.most}字以内，或分成两课。`,
    }
  },
})
