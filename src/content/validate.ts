import { z } from 'zod'
import type { Issue } from '../model/issue.ts'
import { nearest } from './nearest.ts'
import type { FieldPath, YamlDocument } from './yaml.ts'

/** A file with more faults than these is no file of this collection. */
const mostFaults = 100

type SchemaIssue = z.core.$ZodIssue

interface Validated<Schema extends z.ZodType> {
  data?: z.output<Schema>
  issues: Issue[]
  /** Top-level fields that are missing or faulty. */
  faulty: ReadonlySet<string>
}

/**
 * Check data against a schema. Every fault becomes an issue at the field it concerns, in Chinese,
 * with the offending value, the allowed ones, and the nearest known name for an unknown one. Of
 * fields that are `unread` nothing is said: why they are not there has been said before.
 */
export function validate<Schema extends z.ZodType>(
  schema: Schema,
  document: YamlDocument,
  file: string,
  unread: ReadonlySet<string> = new Set(),
): Validated<Schema> {
  const result = schema.safeParse(document.data, { reportInput: true })
  if (result.success) return { data: result.data, issues: [], faulty: new Set() }
  const faults = result.error.issues.filter(({ path }) => !unread.has(String(path[0])))
  const issues = faults
    .slice(0, mostFaults)
    .flatMap((issue) => toIssues(issue, schema, document, file))
    .slice(0, mostFaults)
  return { issues, faulty: faultyFields(result.error.issues, schema) }
}

function faultyFields(faults: readonly SchemaIssue[], schema: z.ZodType): Set<string> {
  return new Set(
    faults.flatMap(({ path, code }) => {
      if (path.length > 0) return String(path[0])
      return code === 'unrecognized_keys' ? [] : knownKeys(schema, [])
    }),
  )
}

/** The fields of data that hold by themselves, as the schema reads them; `left` are left out. */
export function settledFields(
  schema: z.ZodType,
  data: unknown,
  left: ReadonlySet<string>,
): Record<string, unknown> {
  const written: object = typeof data === 'object' && data !== null ? data : {}
  const settled = Object.entries(shapeOf(schema) ?? {}).flatMap(([key, field]) => {
    if (left.has(key) || !(field instanceof z.ZodType)) return []
    // Whatever stands there is only handed to the field's own schema.
    const read = field.safeParse((written as Record<string, unknown>)[key])
    return read.success && read.data !== undefined ? [[key, read.data]] : []
  })
  return Object.fromEntries(settled)
}

function toIssues(
  issue: SchemaIssue,
  schema: z.ZodType,
  document: YamlDocument,
  file: string,
): Issue[] {
  const path = issue.path.filter((step) => typeof step !== 'symbol')
  if (issue.code === 'unrecognized_keys')
    return issue.keys
      .slice(0, mostFaults)
      .map((key) => unknownKey(key, path, schema, document, file))
  if (issue.code === 'invalid_union') {
    const branch = issue.errors.find((errors) => errors.length > 0)?.[0]
    if (branch && issue.errors.length > 0 && !issue.discriminator)
      return [fault(document, file, path, wrongValue(path, issue.input), message(branch))]
  }
  const missing =
    issue.input === undefined && (issue.code === 'invalid_type' || issue.code === 'invalid_value')
  if (missing)
    return [
      fault(
        document,
        file,
        path,
        `缺少 ${fieldName(path)}。`,
        '补上这个字段。',
        'field-is-present',
      ),
    ]
  return [fault(document, file, path, wrongValue(path, issue.input), hintFor(issue))]
}

function unknownKey(
  key: string,
  path: FieldPath,
  schema: z.ZodType,
  document: YamlDocument,
  file: string,
): Issue {
  const known = knownKeys(schema, path)
  const guess = nearest(key, known)
  const hint = guess
    ? `你是不是要写 ${guess}？`
    : known.length > 0
      ? `这里可以写：${known.join('、')}。`
      : '删去这个字段。'
  return {
    file,
    ...document.locate([...path, key], 'key'),
    rule: 'field-is-known',
    severity: 'error',
    message: `没有“${onOneLine(key)}”这个字段。`,
    hint,
  }
}

function fault(
  document: YamlDocument,
  file: string,
  path: FieldPath,
  message: string,
  hint: string,
  rule = 'field-matches-model',
): Issue {
  return { file, ...document.locate(path), rule, severity: 'error', message, hint }
}

const typeNames: Record<string, string> = {
  string: '文字（含特殊字符时加引号）',
  number: '数字，照它显示的样子写：12.5、7，不写 12.50、007',
  int: '整数，不写 007、1e3',
  boolean: 'true 或 false',
  array: '列表，例如 [甲, 乙]',
  object: '一组字段',
  null: 'null',
}

function message(issue: SchemaIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `要写${typeNames[issue.expected] ?? issue.expected}。`
    case 'invalid_value':
      return `只能是 ${issue.values.map(String).join('、')} 之一。`
    case 'too_small':
      return isOurs(issue.message) ? issue.message : `不能小于 ${String(issue.minimum)}。`
    case 'too_big':
      return isOurs(issue.message) ? issue.message : `不能大于 ${String(issue.maximum)}。`
    case 'invalid_union':
      return '写法不对，请对照手册里这一项的例子。'
    default:
      return isOurs(issue.message) ? issue.message : '写法不对，请对照手册里这一项的例子。'
  }
}

/** Messages written in the model are Chinese; the library's own are not. */
function isOurs(text: string): boolean {
  return /\p{Script=Han}/u.test(text)
}

function fieldName(path: FieldPath): string {
  if (path.length === 0) return '整个文件'
  return path.map((step) => (typeof step === 'number' ? `第${step + 1}项` : step)).join(' → ')
}

function wrongValue(path: FieldPath, value: unknown): string {
  const name = fieldName(path)
  return value === null ? `${name} 没有写值。` : `${name} 的值不对：${valueText(value)}。`
}

/** A value as an editor thinks of it. */
function valueText(value: unknown): string {
  const text = onOneLine(described(value))
  return text.length > 60 ? `${text.slice(0, 57)}…` : text
}

/** Of what is cut to one line anyway, no more is looked at. */
const mostDescribed = 20
const deepestDescribed = 4

function described(value: unknown, depth = 0): string {
  if (typeof value === 'string') return `“${value}”`
  if (depth > deepestDescribed) return '…'
  if (value instanceof Array) {
    const items = value.slice(0, mostDescribed).map((item) => described(item, depth + 1))
    return items.length === 0 ? '空的列表' : `列表（${items.join('、')}）`
  }
  if (typeof value === 'object' && value !== null)
    return `一组字段（${Object.keys(value).slice(0, mostDescribed).join('、') || '空的'}）`
  return String(value)
}

const wideBrackets = /^[［【〔]|[］】〕]$/
const missingBlank = /^([-－—])\s*\S/

/** What to do about a fault; where a list was meant, the slip in typing it is named. */
function hintFor(issue: SchemaIssue): string {
  const { input } = issue
  const meant = issue.code === 'invalid_type' && issue.expected === 'array'
  if (!meant || typeof input !== 'string') return message(issue)
  if (wideBrackets.test(input)) return '方括号写成了全角的，换成半角，例如 [甲, 乙]。'
  const [, dash] = missingBlank.exec(input) ?? []
  if (dash === '-') return '列表的“-”后面少了一个空格，写成“- 甲”。'
  if (dash) return `列表的记号“${dash}”是全角的，换成半角的“-”，后面空一格。`
  return message(issue)
}

function onOneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ')
}

function knownKeys(schema: z.ZodType, path: FieldPath): string[] {
  let at: unknown = schema
  for (const step of path) at = typeof step === 'number' ? elementOf(at) : shapeOf(at)?.[step]
  return Object.keys(shapeOf(at) ?? {})
}

function shapeOf(schema: unknown): Record<string, unknown> | undefined {
  const inner = unwrap(schema)
  if (typeof inner !== 'object' || inner === null || !('shape' in inner)) return undefined
  const { shape } = inner
  return typeof shape === 'object' && shape !== null ? { ...shape } : undefined
}

function elementOf(schema: unknown): unknown {
  const inner = unwrap(schema)
  return typeof inner === 'object' && inner !== null && 'element' in inner
    ? inner.element
    : undefined
}

function unwrap(schema: unknown): unknown {
  let at = schema
  while (
    typeof at === 'object' &&
    at !== null &&
    'unwrap' in at &&
    typeof at.unwrap === 'function'
  ) {
    const next: unknown = at.unwrap()
    if (next === at) break
    at = next
  }
  return at
}
