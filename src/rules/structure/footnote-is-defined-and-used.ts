import type { Entry } from '../../content/library.ts'
import { lineStarts } from '../../content/positions.ts'
import { citationLabel } from '../reading/citation-label.ts'
import { spanIn } from '../reading/prose/passage.ts'
import { entryRule } from '../engine/rule.ts'

export const footnoteIsDefinedAndUsed = entryRule({
  id: 'footnote-is-defined-and-used',
  summary: '脚注有标注也有注文；引用事实的标注不写注文。',
  severity: 'error',
  *check({ entry, library, prose }) {
    for (const passage of prose(entry)) {
      if (passage.kind === 'field' || !passage.text.includes('[^')) continue
      for (const { index, 0: mark } of passage.text.matchAll(/\[\^[^\]\n]{0,80}\]/g)) {
        // A fact's number that is only spelt otherwise is no note.
        if (library.facts.has(citationLabel(mark.slice(2, -1)))) continue
        yield {
          at: { span: spanIn(passage, index, index + mark.length) },
          message: `脚注 ${mark} 没有注文，会照样显示在页面上。`,
          hint: '引用来源写事实编号，例如 [^hz-f11]；补充说明写一行“[^名字]: 注文”。',
        }
      }
    }
    const used = new Set(entry.body.tokens.flatMap(({ meta }) => String(meta?.label ?? '')))
    const definitions = [...definitionsIn(entry)]
    // Of notes of one name the page shows the last.
    const shown = new Map(definitions.map((definition) => [definition.label, definition]))
    for (const definition of definitions) {
      const { label, offset, length } = definition
      const words = faultOf(label, used.has(label), shown.get(label) === definition)
      if (words)
        yield { at: { span: [offset, offset + length] }, message: words[0], hint: words[1] }
    }
  },
})

function faultOf(label: string, isUsed: boolean, isShown: boolean): [string, string] | undefined {
  if (/^[a-z0-9]+-f\d+$/.test(label))
    return [`[^${label}] 是事实的编号，不用写注文，门户会印出来源。`, '删去这一行。']
  if (!isUsed)
    return [
      `注文 [^${label}] 没有标注指向它，不会显示。`,
      `在正文里写上 [^${label}]，或删去这一行。`,
    ]
  if (isShown) return undefined
  return [
    `注文 [^${label}] 不止一条，页面只显示最后一条，这一条不会显示。`,
    '两条注文用两个名字，例如 [^1] 和 [^2]，正文里的标注也跟着改。',
  ]
}

/** Lines of the body that define a note, outside code. */
function* definitionsIn(entry: Entry) {
  if (!entry.text.includes(']:')) return
  const lines = entry.text.split('\n')
  const starts = lineStarts(lines)
  const code = entry.body.tokens
    .filter(({ type }) => type === 'fence' || type === 'code_block')
    .flatMap(({ map }) => (map ? [map] : []))
  let block = 0
  for (let row = entry.bodyLine - 1; row < lines.length; row++) {
    const line = row - entry.bodyLine + 1
    while (line >= (code[block]?.[1] ?? Infinity)) block++
    const found = /^ {0,3}\[\^([^\]\s]{1,80})\]:/.exec(lines[row]?.slice(0, 100) ?? '')
    if (!found?.[1] || line >= (code[block]?.[0] ?? Infinity)) continue
    yield { label: found[1], offset: starts[row] ?? 0, length: found[0].length }
  }
}
