import { parseArgs } from 'node:util'
import { parse } from 'yaml'
import { nearest } from '../content/nearest.ts'
import { readTyped } from '../model/form.ts'
import { kindsOf } from './kinds.ts'
import type { Kind } from './kinds.ts'

/** What `npm run new` was asked for. */
export interface NewOptions {
  kind: Kind
  slug?: string
  /** The course a lesson belongs to. */
  course?: string
  /** A saved web page a source is read from. */
  page?: string
  values: Record<string, unknown>
  /** Never ask: what is not given stays a gap. */
  yes: boolean
  open?: boolean
}

export const newUsage = `用法：npm run new -- <种类> [选项]

种类：${kindsOf()
  .map(({ name, label }) => `${name} ${label}`)
  .join('、')}

  --字段名 <值>    写上一个字段，例如 --title 标题、--topics 组织力,智慧党建
  --slug <名字>    文件名，只用小写字母、数字和连字符；不写就用标题的拼音
  --course <课程>  课时属于哪门课程，写课程的文件夹名
  --page <文件>    来源：从存下来的网页里读题名、发布方、日期和网址
  --yes            不提问，没有写的留作待补
  --open           写好以后打开预览；--no-open 不打开
  --help           显示这一页

写在 PORTAL_ROOT 指的文件夹里，没有设置就写在当前文件夹。已有的文件不会改动。
退出码：0 写好了，1 没有写，2 命令写得不对。
`

type ReadNew = NewOptions | { fault: string } | { help: true }

const own: Record<string, { type: 'string' | 'boolean' }> = {
  slug: { type: 'string' },
  course: { type: 'string' },
  page: { type: 'string' },
  yes: { type: 'boolean' },
  open: { type: 'boolean' },
  'no-open': { type: 'boolean' },
  help: { type: 'boolean' },
}

/** Read the arguments; a fault says in Chinese what is wrong and what is allowed. */
export function readNewOptions(args: readonly string[], kinds = kindsOf()): ReadNew {
  if (args.includes('--help') || args.includes('-h')) return { help: true }
  const allFields = new Set(kinds.flatMap(({ fields }) => fields.map(({ name }) => name)))
  const options = {
    ...Object.fromEntries([...allFields].map((name) => [name, { type: 'string' as const }])),
    ...own,
  }
  const { tokens } = parseArgs({ args: [...args], options, strict: false, tokens: true })
  const names = tokens.flatMap((token) => (token.kind === 'positional' ? [token.value] : []))
  const [written, extra] = names
  const kind = kinds.find(({ name, label }) => name === written || label === written)
  if (!kind) return { fault: unknownKind(written, kinds) }
  const given = new Map<string, string>()
  for (const token of tokens) {
    if (token.kind !== 'option') continue
    const fault = optionFault(token.name, token.rawName, token.value, kind)
    if (fault) return { fault }
    given.set(token.name, token.value ?? '')
  }
  if (extra !== undefined) return { fault: `多了“${extra}”。有空格的值要用引号括起来。` }
  return collect(kind, given)
}

function unknownKind(written: string | undefined, kinds: readonly Kind[]): string {
  const list = kinds.map(({ name, label }) => `${name}（${label}）`).join('、')
  if (!written) return `要写新建哪一种：${list}。`
  const names = kinds.map(({ name }) => name)
  const guess = nearest(written, names)
  return `没有“${written}”这一种。${guess ? `你是不是要写 ${guess}？` : `可以写：${list}。`}`
}

function optionFault(
  name: string,
  rawName: string,
  value: string | undefined,
  { fields, label }: Kind,
): string | undefined {
  const flag = own[name]
  const known = [...Object.keys(own), ...fields.map((field) => field.name)]
  if (!known.includes(name) || !rawName.startsWith('--')) {
    const guess = nearest(name, known)
    return `${label}没有 ${rawName} 这个字段或选项。${guess ? `你是不是要写 --${guess}？` : `可以写：${known.map((one) => `--${one}`).join('、')}。`}`
  }
  if (flag?.type === 'boolean') return value === undefined ? undefined : `--${name} 后面不写值。`
  return value ? undefined : `--${name} 后面要写值。`
}

function collect(kind: Kind, given: ReadonlyMap<string, string>): ReadNew {
  const values: Record<string, unknown> = {}
  for (const field of kind.fields) {
    const typed = given.get(field.name)
    if (typed === undefined) continue
    const read = readTyped(field, typed, parseLoosely)
    if ('fault' in read) return { fault: `--${field.name}（${field.title}）：${read.fault}` }
    values[field.name] = read.value
  }
  return {
    kind,
    values,
    ...text(given, 'slug'),
    ...text(given, 'course'),
    ...text(given, 'page'),
    yes: given.has('yes'),
    ...(given.has('no-open') ? { open: false } : given.has('open') ? { open: true } : {}),
  }
}

function text<Name extends string>(given: ReadonlyMap<string, string>, name: Name) {
  const value = given.get(name)
  // A computed key widens to string.
  return (value === undefined ? {} : { [name]: value }) as Partial<Record<Name, string>>
}

/** Typed text as YAML, or undefined when it is none. */
export function parseLoosely(typed: string): unknown {
  try {
    return parse(typed, { maxAliasCount: 0, schema: 'core', logLevel: 'silent' })
  } catch {
    return undefined
  }
}
