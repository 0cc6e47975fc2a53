import type { JsonSchema } from '../json-schema.ts'

/** How a value is written, in words: `文字，40到160个字`. */
export function phrase(schema: JsonSchema): string {
  const options = [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])]
  if (options.length > 0) return [...new Set(options.map(described))].join('，或')
  if (schema.const !== undefined) return code(schema.const)
  if (schema.enum) return choices(schema)
  switch (schema.type) {
    case 'array':
      return `列表${amount(schema.minItems, schema.maxItems, '项')}；每项是${phrase(itemOf(schema))}`
    case 'object':
      return '一组字段'
    case 'boolean':
      return `${code(true)}或${code(false)}`
    case 'integer':
      return `整数${amount(limit(schema.minimum), limit(schema.maximum), '')}`
    case 'number':
      return schema.exclusiveMinimum === 0 ? '大于0的数字' : '数字'
    case 'null':
      return code(null)
    default:
      return schema.format === 'date' ? '日期' : `文字${letters(schema)}`
  }
}

function described(option: JsonSchema): string {
  const said = option.description?.replace(/。$/, '')
  return said && !option.properties ? `${phrase(option)}（${said}）` : phrase(option)
}

/** How long a text may be, unless its description says so. */
function letters({ description, minLength, maxLength }: JsonSchema): string {
  return description?.includes('个字') ? '' : amount(several(minLength), maxLength, '个字')
}

/** What each item of a list is. */
export function itemOf({ items, prefixItems }: JsonSchema): JsonSchema {
  const item = Array.isArray(items) ? items[0] : items || prefixItems?.[0]
  return typeof item === 'object' ? item : {}
}

/** Text for a table cell: nothing in it is Markdown, and Chinese and Latin stand without a space. */
export function cell(text: string, values: readonly string[] = []): string {
  const named = values.reduce(
    (said, value) => said.replace(new RegExp(`(?<![\\w\`])${value}(?![\\w\`])`), `\`${value}\``),
    text.replaceAll('|', '\\|').replaceAll('<', '&lt;'),
  )
  return named
    .replace(/(?<=[\p{Script=Han}，、（）“”]) (?=[\w`/.])/gu, '')
    .replace(/(?<=[\w`/]) (?=[\p{Script=Han}，、（）“”])/gu, '')
}

/** The words a schema allows, when they are few and Latin: they stand as code wherever named. */
export function wordsOf({ enum: words = [] }: JsonSchema): string[] {
  return words.map(String).filter((word) => /^[a-z]+$/.test(word))
}

function choices(schema: JsonSchema): string {
  const explained = wordsOf(schema).every((word) => schema.description?.includes(word))
  if (explained && wordsOf(schema).length > 0) return '选一个'
  return `选一个：${(schema.enum ?? []).map(code).join('、')}`
}

function code(value: unknown): string {
  return `\`${String(value)}\``
}

function several(least: number | undefined): number | undefined {
  return least === 1 ? undefined : least
}

/** A number's limit that an editor can meet; every integer has the one that computers count exactly to. */
function limit(value: number | undefined): number | undefined {
  return value !== undefined && Math.abs(value) < Number.MAX_SAFE_INTEGER ? value : undefined
}

function amount(least: number | undefined, most: number | undefined, measure: string): string {
  if (least !== undefined && least === most) return `，${least}${measure}`
  if (least !== undefined && most !== undefined) return `，${least}到${most}${measure}`
  if (most !== undefined) return `，最多${most}${measure}`
  return least === undefined ? '' : `，至少${least}${measure}`
}
