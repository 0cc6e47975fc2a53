import { parseArgs } from 'node:util'
import { advice } from '../content/nearest.ts'
import type { Format } from '../report/formats.ts'
import { formatNames } from '../report/formats.ts'
import { ruleInfos } from '../rules/index.ts'

/** What the command is asked to do. */
export interface CheckOptions {
  format: Format
  quiet: boolean
  /** Rules to report; all of them when empty. */
  rules: string[]
  /** Files and folders to report, as they were written; all of them when empty. */
  only: string[]
  /** The commit to compare with. */
  changed?: string
  watch: boolean
  fix: boolean
  dryRun: boolean
  help: boolean
}

/** A wrong invocation: what is wrong, and what is allowed. */
export interface InvocationFault {
  fault: string
}

export const usage = `用法：npm run check -- [选项]

  --format <格式>     报告的格式：${formatNames.join('、')}；不写是 human
  --quiet             只报告错误，不报告提醒
  --rule <规则>       只检查这条规则，可以写多次
  --only <路径>       只检查这个文件或文件夹，可以写多次
  --changed [基准]    只报告改动碰到的文件，和改动在别处弄坏的地方；基准是提交或分支，不写是 HEAD
  --watch             保存以后自动再查，按 Ctrl+C 结束
  --fix               改好能自动改的地方
  --fix --dry-run     只显示会改什么，不写文件
  --help              显示这一页

检查 PORTAL_ROOT 指的文件夹，没有设置就检查当前文件夹。
退出码：0 没有错误（可以有提醒），1 有错误，2 命令写得不对。
`

const options = {
  format: { type: 'string' },
  quiet: { type: 'boolean' },
  rule: { type: 'string' },
  only: { type: 'string' },
  changed: { type: 'string' },
  watch: { type: 'boolean' },
  fix: { type: 'boolean' },
  'dry-run': { type: 'boolean' },
  help: { type: 'boolean' },
} as const

/** Read the command's arguments; a fault says in Chinese what is wrong and what is allowed. */
export function readOptions(args: readonly string[]): CheckOptions | InvocationFault {
  const { tokens } = parseArgs({ args: joinBase(args), options, strict: false, tokens: true })
  const values = new Map<string, string[]>()
  for (const token of tokens) {
    if (token.kind === 'positional')
      return fault(`多了“${token.value}”。文件和文件夹写在 --only 后面。`)
    if (token.kind !== 'option') continue
    const problem = optionFault(token)
    if (problem) return problem
    values.set(token.name, [...(values.get(token.name) ?? []), token.value ?? ''])
  }
  return checked(values)
}

/** `--changed` may stand without a base, which parseArgs does not know of an option. */
function joinBase(args: readonly string[]): string[] {
  return args.flatMap((arg, index) => {
    if (args[index - 1] === '--changed' && !arg.startsWith('-')) return []
    if (arg !== '--changed') return [arg]
    const next = args[index + 1]
    return [`--changed=${next && !next.startsWith('-') ? next : 'HEAD'}`]
  })
}

function optionFault(token: {
  name: string
  rawName: string
  value?: string | undefined
}): InvocationFault | undefined {
  const { name, rawName, value } = token
  const names = Object.keys(options)
  // A name that is not a key of the table has no type.
  const known = (options as Record<string, { type: string }>)[name]
  if (!known || !rawName.startsWith('--'))
    return fault(`没有 ${rawName} 这个选项。${advice(name, names, '--')}`)
  if (known.type === 'boolean' && value !== undefined) return fault(`--${name} 后面不写值。`)
  if (known.type === 'string' && !value) return fault(`--${name} 后面要写值。`)
  return undefined
}

function checked(values: ReadonlyMap<string, string[]>): CheckOptions | InvocationFault {
  const format = values.get('format')?.at(-1) ?? 'human'
  const known = formatNames.find((name) => name === format)
  if (!known) return fault(`没有“${format}”这种格式。${advice(format, formatNames)}`)
  const rules = values.get('rule') ?? []
  const ids = ruleInfos.map(({ id }) => id)
  const unknown = rules.find((rule) => !ids.includes(rule))
  if (unknown) return fault(`没有“${unknown}”这条规则。${advice(unknown, ids)}`)
  const [watch, fix, dryRun] = [values.has('watch'), values.has('fix'), values.has('dry-run')]
  if (dryRun && !fix) return fault('--dry-run 要和 --fix 一起写。')
  if (watch && fix) return fault('--watch 和 --fix 不能一起写。')
  return {
    format: known,
    quiet: values.has('quiet'),
    rules,
    only: values.get('only') ?? [],
    changed: values.get('changed')?.at(-1),
    watch,
    fix,
    dryRun,
    help: values.has('help'),
  }
}

function fault(message: string): InvocationFault {
  return { fault: message }
}
