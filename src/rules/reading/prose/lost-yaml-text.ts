import { lineStarts } from '../../../content/positions.ts'
import type { FieldPath, YamlDocument } from '../../../content/yaml.ts'
import type { Finding } from '../../engine/rule.ts'
import { excerpt } from './pattern-matches.ts'

interface Written {
  /** The YAML as it stands, from the start of its file. */
  yaml: string
  locate: YamlDocument['locate']
  fields: Iterable<readonly [field: FieldPath, value: string]>
}

/** What YAML leaves out of fields that readers read: the text after ` #`, the letters of an escape. */
export function* swallowedIn({ yaml, locate, fields }: Written): Generator<Finding> {
  if (!/[ \t]#|\\/.test(yaml)) return
  const lines = yaml.split('\n')
  const starts = lineStarts(lines)
  for (const [field] of fields) {
    const { line, column, endLine, endColumn = column } = locate(field)
    const start = starts[line - 1] ?? 0
    const scalar = yaml.slice(start + column - 1)
    // Only quotes end where the value ends; other marks begin what spans lines.
    if (scalar.startsWith('"') && endLine !== undefined)
      yield* escapesIn(scalar.slice(0, endColumn - column), start + column - 1)
    if (/^["'|>]/.test(scalar)) continue
    const row = endLine === undefined ? lastRow(lines, line - 1) : line - 1
    const from = endLine === undefined ? 0 : endColumn - 1
    const comment = /[ \t]#.*/.exec((lines[row] ?? '').slice(from))
    if (comment) yield swallowed((starts[row] ?? 0) + from + comment.index + 1, comment[0].trim())
  }
}

function swallowed(from: number, comment: string): Finding {
  return {
    at: { span: [from, from + comment.length] },
    message: `“${excerpt(comment)}”不会显示：空格后面的 # 开始一段注释。`,
    hint: '是内容，就用引号把整个值括起来；是写给编辑的话，另起一行，以 # 开头。',
  }
}

/** The last row of a value that goes on over indented rows: a comment ends it. */
function lastRow(lines: readonly string[], first: number): number {
  let row = first
  while (!/[ \t]#/.test(lines[row] ?? '') && /^[ \t]+\S/.test(lines[row + 1] ?? '')) row++
  return row
}

function* escapesIn(scalar: string, start: number): Generator<Finding> {
  for (const { 0: escape, index } of scalar.matchAll(/\\[^]/g))
    if (!/^\\["\\/uUx]/.test(escape))
      yield {
        at: { span: [start + index, start + index + 2] },
        message: `双引号里的“${excerpt(escape)}”不会照样显示。`,
        hint: '双引号里的反斜线要写两个：\\\\；也可以改用单引号。',
      }
}
