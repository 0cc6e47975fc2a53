import { entryRule } from './rule.ts'

/** Characters of a case: below, it says too little to be learned from; above, few read to the end. */
const range = { least: 200, most: 4000 }

export const caseIsOfModerateLength = entryRule({
  id: 'case-is-of-moderate-length',
  summary: '案例正文在 200 到 4000 字之间。',
  area: 'structure',
  severity: 'warning',
  collections: ['cases'],
  *check({ entry }) {
    const { characters } = entry.body
    if (entry.data.status !== 'published') return
    if (characters >= range.least && characters <= range.most) return
    const isShort = characters < range.least
    yield {
      at: { position: { line: entry.bodyLine, column: 1 } },
      message: `案例正文有${characters}字，太${isShort ? '短' : '长'}了。`,
      hint: isShort
        ? '写清谁做、怎样做、结果如何；来源不够的，先标为草稿。'
        : '只留要点，或分成几篇。',
    }
  },
})
