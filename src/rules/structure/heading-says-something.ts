import { entryRule } from '../engine/rule.ts'

export const headingSaysSomething = entryRule({
  id: 'heading-says-something',
  summary: '每个标题都有字。',
  severity: 'error',
  *check({ entry }) {
    for (const { text, line } of entry.body.headings)
      if (!/[\p{L}\p{N}]/u.test(text))
        yield {
          at: { position: { line, column: 1 } },
          message: text.trim() === '' ? '标题是空的。' : `标题“${text}”没有字。`,
          hint: '写上标题，或删去这一行。',
        }
  },
})
