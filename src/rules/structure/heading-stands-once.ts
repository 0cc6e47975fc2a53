import { entryRule } from '../engine/rule.ts'

export const headingStandsOnce = entryRule({
  id: 'heading-stands-once',
  summary: '同一节里没有两个一样的标题。',
  severity: 'warning',
  *check({ entry }) {
    const above: string[] = []
    const seen = new Set<string>()
    for (const { level, text, line } of entry.body.headings) {
      above.length = Math.min(above.length, level)
      above[level] = text
      const key = Array.from(above, (title = '') => title).join('\n')
      // The three parts of a case have a rule of their own.
      if (seen.has(key) && !(entry.collection === 'cases' && level === 2))
        yield {
          at: { position: { line, column: 1 } },
          message: `同一节里有两个“${text}”。`,
          hint: '合成一节，或把标题写得不同。',
        }
      seen.add(key)
    }
  },
})
