import { spanIn } from '../reading/prose/passage.ts'
import { entryRule } from '../engine/rule.ts'

/** The name of a callout, with or without a title. */
const known = /^(?:tip|note|warning|quote)(?:\s|$)/

export const calloutIsKnownAndClosed = entryRule({
  id: 'callout-is-known-and-closed',
  summary: '提示框用认得的名字，以 ::: 收尾。',
  severity: 'error',
  *check({ entry, prose }) {
    const lines = entry.text.split('\n')
    for (const { type, nesting, map } of entry.body.tokens) {
      if (!type.startsWith('container_') || nesting !== 1 || !map) continue
      const line = map[0] + entry.bodyLine
      // The map of a closed callout ends on its closing fence.
      if (/^[\s>]*:::+\s*$/.test(lines[map[1] + entry.bodyLine - 1] ?? '')) continue
      yield {
        at: { position: { line, column: 1 } },
        message: '提示框没有收尾，后面的正文都进了框里。',
        hint: '在提示框末尾单独写一行 :::。',
      }
    }
    for (const passage of prose(entry)) {
      if (passage.kind !== 'paragraph' || !/[:：]{3}/.test(passage.text)) continue
      for (const fence of passage.text.matchAll(/^[ \t]*([:：]{3,})[ \t\u3000]*([^\n]*)/gm)) {
        const [written, colons = '', rest = ''] = fence
        const name = rest.trim()
        const isWide = colons.includes('：') && (name === '' || known.test(name))
        const span = spanIn(passage, fence.index, fence.index + written.length)
        const fix = { span, text: `::: ${name}`.trim() }
        yield {
          at: { span },
          message: name === '' ? '这个 ::: 没有对应的开头。' : `“${name}”没有成为提示框。`,
          hint: '可以用 ::: tip、::: note、::: warning、::: quote，冒号用半角，前后各空一行，以单独一行 ::: 收尾。',
          ...(isWide ? { fix } : {}),
        }
        if (!isWide) break
      }
    }
  },
})
