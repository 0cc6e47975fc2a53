import type { Entry } from '../../content/library.ts'
import { lineStarts } from '../../content/positions.ts'
import type { Finding } from '../rule.ts'
import { shown } from '../written.ts'
import { readFields } from './fields.ts'

/** What YAML leaves out of a field that readers read: the text after ` #`, the letters of an escape. */
export function* swallowedIn(entry: Entry, front: string): Generator<Finding> {
  if (!/[ \t]#|\\/.test(front)) return
  const starts = lineStarts(front.split('\n'))
  for (const [field] of readFields(entry)) {
    const { line, column, endLine, endColumn } = entry.locate(field)
    const from = (starts[line - 1] ?? 0) + column - 1
    if (endLine === undefined) continue
    const to = (starts[line - 1] ?? 0) + (endColumn ?? column) - 1
    const scalar = front.slice(from, to)
    const comment = /^[ \t]+#[^\n]*/.exec(front.slice(to, to + 400))?.[0] ?? ''
    if (comment !== '' && !/^["'|>]/.test(scalar))
      yield {
        at: { span: [to + comment.indexOf('#'), to + comment.length] },
        message: `“${shown(comment)}”不会显示：空格后面的 # 开始一段注释。`,
        hint: '是内容，就用引号把整个值括起来；是写给编辑的话，另起一行，以 # 开头。',
      }
    if (scalar.startsWith('"')) yield* escapesIn(scalar, from)
  }
}

function* escapesIn(scalar: string, start: number): Generator<Finding> {
  for (const { 0: escape, index } of scalar.matchAll(/\\[^]/g))
    if (!/^\\["\\/uUx]/.test(escape))
      yield {
        at: { span: [start + index, start + index + 2] },
        message: `双引号里的“${shown(escape)}”不会照样显示。`,
        hint: '双引号里的反斜线要写两个：\\\\；也可以改用单引号。',
      }
}
