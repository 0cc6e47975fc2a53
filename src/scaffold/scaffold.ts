import { stringify } from 'yaml'
import { checksum } from '../formats/checksum.ts'
import type { FormField } from '../model/form.ts'
import { formOf, innermost, startingValue } from '../model/form.ts'
import { fact } from '../model/sources.ts'
import type { Kind } from './kinds.ts'

export interface NewFile {
  /** Path relative to the portal's root. */
  path: string
  text: string
}

interface Beginning {
  kind: Kind
  slug: string
  /** What is known already, by field. */
  values: Readonly<Record<string, unknown>>
  /** `YYYY-MM-DD`. */
  today: string
  /** Leave out the fields that are only offered. */
  brief?: boolean
}

/**
 * A complete file to begin from: every field of the model with its name and how it is written, the
 * required ones with a value, the others as comments that become valid when `# ` is taken away.
 */
export function newFile(beginning: Beginning): NewFile {
  const { kind, slug } = beginning
  const front = fieldLines(beginning).join('\n')
  const text = kind.isSource
    ? `${front}\n`
    : `---\n${front}\n---\n\n${kind.starter.body.trimEnd()}\n`
  return { path: kind.fileOf(slug), text }
}

function fieldLines({ kind, slug, values, today, brief }: Beginning): string[] {
  const first = kind.isSource ? { id: slug, facts: [], ...values } : { status: 'draft', ...values }
  const known: Readonly<Record<string, unknown>> = first
  const isWritten = ({ name, required }: FormField) =>
    required || known[name] !== undefined || (kind.starter.fields?.includes(name) ?? false)
  const written = kind.fields.filter(isWritten).flatMap((field) => {
    const value = known[field.name] ?? begin(field, today)
    return [note(field), yamlOf(field.name, value)]
  })
  const offered = brief ? [] : kind.fields.filter((field) => !isWritten(field))
  const rest = offered.flatMap((field) => [
    note(field),
    commented(yamlOf(field.name, startingValue(field, today))),
  ])
  const facts = kind.isSource ? factExample(today, slug) : []
  return [...written, ...facts, ...(rest.length > 0 ? ['#', offer] : []), ...rest]
}

const offer = '# 以下选填：删去行首的“# ”就生效，用不着的整段删去。'

/** Lists that name things of the portal begin empty when they may: a gap in them helps nobody. */
function begin(field: FormField, today: string): unknown {
  const isList = startingValue(field, today) instanceof Array
  const inner = innermost(field.schema)
  const isMissing = isList && !field.required && inner.safeParse([]).success
  return isMissing ? [] : startingValue(field, today)
}

function note({ title, wording, required }: FormField): string {
  return `# ${title}（${required ? '必填' : '选填'}）：${wording}`
}

/** How a fact is written, as comments below `facts`. */
function factExample(today: string, slug: string): string[] {
  const prefix = factPrefix(slug)
  const rows = formOf(fact).map((field) => {
    const value = field.name === 'id' ? `${prefix}-f01` : startingValue(field, today)
    return `#     ${onOneLine(field.name, value)}  # ${field.title}：${field.wording}`
  })
  const item = rows.map((row, index) => (index === 0 ? row.replace('#     ', '#   - ') : row))
  return ['# 一条事实这样写（先把上面的 facts: [] 改成 facts:）：', ...item]
}

/** `key: value`, a list or a group inside brackets. */
function onOneLine(name: string, value: unknown): string {
  if (typeof value !== 'object' || value === null) return yamlOf(name, value)
  return `${name}: ${stringify(value, { collectionStyle: 'flow', lineWidth: 0 }).trimEnd()}`
}

/** Letters of a file name that a fact's id begins with. */
const longestPrefix = 16

/**
 * The prefix of a source's fact ids: letters and digits only, the number of a second file kept. Of a
 * long name only the beginning is kept, and a mark of the whole, so that no two names have one prefix.
 */
export function factPrefix(slug: string): string {
  const [, name = '', number = ''] = /^(.*?)(?:-(\d+))?$/.exec(slug) ?? []
  const letters = name.replace(/[^a-z0-9]/g, '')
  if (letters.length <= longestPrefix) return (letters || 'fact') + number
  const mark = parseInt(checksum(name), 16).toString(36).padStart(4, '0').slice(-4)
  return letters.slice(0, longestPrefix - mark.length) + mark + number
}

function commented(yaml: string): string {
  return yaml
    .split('\n')
    .map((line) => `# ${line}`)
    .join('\n')
}

/** `key: value` with texts quoted where YAML needs it; lists and groups on lines of their own. */
function yamlOf(name: string, value: unknown): string {
  return stringify({ [name]: value }, { lineWidth: 0, version: '1.2', schema: 'core' }).trimEnd()
}
