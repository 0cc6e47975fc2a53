import { entryRule } from '../engine/rule.ts'

export const headingLevelsFollow = entryRule({
  id: 'heading-levels-follow',
  summary: '标题一级接一级，从二级开始，不跳级。',
  severity: 'warning',
  *check({ entry }) {
    // A first-level heading is shown as a second-level one; another rule speaks of it.
    let last = 1
    for (const { level, text, line } of entry.body.headings) {
      const shown = Math.max(2, level)
      if (shown > last + 1)
        yield {
          at: { position: { line, column: 1 } },
          message: `“${text}”是${shown}级标题，上一级应当是${last + 1}级。`,
          hint: `用 ${'#'.repeat(last + 1)}，读屏软件的读者靠级别找路。`,
        }
      last = shown
    }
  },
})
