import type { z } from 'zod'
import type { Issue } from '../model/issue.ts'
import type { TextFile } from './files.ts'
import { LateText } from './late-text.ts'
import { validate } from './validate.ts'

const start = { line: 1, column: 1 }
/** Values of one file; 64 MB of `{}` would take two gigabytes to parse, and the better part of a minute. */
const mostValues = 4_000_000

/**
 * JSON from others as its schema reads it. What is wrong comes back as issues at the beginning of the
 * file, in Chinese, that name the field; nothing throws. `prepare` may leave parts out before.
 */
export function readJson<Schema extends z.ZodType>(
  schema: Schema,
  file: TextFile,
  prepare = (data: unknown): unknown => data,
): { data?: z.output<Schema>; issues: Issue[] } {
  const { path, text } = file
  const isEndless = valuesIn(text) > mostValues
  const parsed = isEndless ? undefined : parse(text)
  // What it says is known: thousands of texts beside that do not fit at once.
  if (file instanceof LateText) file.release()
  if (parsed) return validate(schema, { data: prepare(parsed.data), locate: () => start }, path)
  const issue: Issue = {
    ...{ file: path, ...start, rule: 'json-is-whole', severity: 'error' },
    message: isEndless ? '里面的值太多，不读。' : '这不是完整的 JSON。',
    hint: '不要手工改它：重新运行 npm run collect。',
  }
  return { issues: [issue] }
}

function parse(text: string): { data: unknown } | undefined {
  try {
    const data: unknown = JSON.parse(text)
    return { data }
  } catch {
    return undefined
  }
}

/** About how many values a text of JSON has: commas and brackets inside strings count as well. */
function valuesIn(text: string): number {
  let count = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    // `,`, `[` and `{`
    if (code === 0x2c || code === 0x5b || code === 0x7b) count++
  }
  return count
}
