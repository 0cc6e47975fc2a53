import { entryRule } from '../engine/rule.ts'

const deepest = 6
const containers = /^(?:blockquote|list_item|container_\w+)_(open|close)$/

export const nestingIsShallow = entryRule({
  id: 'nesting-is-shallow',
  summary: `列表和引用套叠不超过 ${deepest} 层。`,
  severity: 'error',
  *check({ entry }) {
    let depth = 0
    for (const { type, map } of entry.body.tokens) {
      const edge = containers.exec(type)?.[1]
      if (!edge) continue
      depth += edge === 'open' ? 1 : -1
      if (edge === 'close' || depth !== deepest + 1) continue
      yield {
        at: { position: { line: entry.bodyLine + (map?.[0] ?? 0), column: 1 } },
        message: `从这里起，列表或引用套了 ${deepest} 层以上。`,
        hint: '手机上放不下这么多层缩进：拆成几段，或改用小标题。',
      }
    }
  },
})
