import { spanIn } from './prose.ts'
import { entryRule } from './rule.ts'

export const calloutIsKnownAndClosed = entryRule({
  id: 'callout-is-known-and-closed',
  summary: '提示框用认得的名字，以 ::: 收尾。',
  area: 'structure',
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
      if (passage.kind !== 'paragraph' || !passage.text.includes(':::')) continue
      const fence = /^[ \t]*:::+[ \t]*([^\n]*)/m.exec(passage.text)
      if (!fence) continue
      const name = fence[1]?.trim() ?? ''
      yield {
        at: { span: spanIn(passage, fence.index, fence.index + fence[0].length) },
        message: name === '' ? '这个 ::: 没有对应的开头。' : `没有“${name}”这种提示框。`,
        hint: '可以用 ::: tip、::: note、::: warning、::: quote，以单独一行 ::: 收尾。',
      }
    }
  },
})
