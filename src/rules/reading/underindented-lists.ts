import type { Entry } from '../../content/library.ts'
import { lineStarts } from '../../content/positions.ts'
import type { Finding } from '../engine/rule.ts'

/** Lists that end a numbered one, because they are indented by less than its number takes. */
export function* subItems({ body, bodyLine, text }: Entry): Generator<Finding> {
  const { tokens } = body
  const follows = tokens.flatMap((token, index) =>
    token.type === 'bullet_list_open' &&
    tokens[index - 1]?.type === 'ordered_list_close' &&
    token.map
      ? [{ map: token.map, number: lastNumber(tokens, index) }]
      : [],
  )
  if (follows.length === 0) return
  const lines = text.split('\n')
  const starts = lineStarts(lines)
  for (const { map, number } of follows) {
    const [from, to] = [map[0] + bodyLine - 1, map[1] + bodyLine - 1]
    const indent = /^ {1,3}(?=[-*+][ \t])/.exec(lines[from] ?? '')?.[0].length
    if (indent === undefined || (lines[from - 1] ?? '').trim() === '') continue
    const more = ' '.repeat(Math.max(1, number.length + 2 - indent))
    const rows = lines.slice(from, to)
    const moved = rows.map((line) => (line.trim() === '' ? line : more + line)).join('\n')
    const start = starts[from] ?? 0
    yield {
      at: { span: [start + indent, start + indent + 1] },
      message: '这一项缩进不够，没有成为上面编号项的下一级，编号列表到这里断开了。',
      hint: `缩进到和上一行编号后面的文字对齐：${number.length + 2} 个空格。`,
      fix: { span: [start, start + rows.join('\n').length], text: moved },
    }
  }
}

/** The number typed before the last item of the list that ends just before a token. */
function lastNumber(tokens: Entry['body']['tokens'], index: number): string {
  const level = tokens[index]?.level ?? 0
  const item = tokens
    .slice(0, index)
    .findLast(({ type, level: own }) => type === 'list_item_open' && own === level + 1)
  return item?.info ?? '1'
}
