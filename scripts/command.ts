import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { packageFolder } from '../builder/folders.ts'
import { advice } from '../src/content/nearest.ts'
import { diskSentence } from '../src/model/disk.ts'
import { fullDiskFault } from '../src/release/space.ts'
import { columnsOf } from '../src/report/excerpt.ts'

/** An option of a command: what it takes, and what it is for. */
interface Option {
  type: 'string' | 'boolean'
  /** Shown in the usage: `--out <文件夹>`. */
  value?: string
  says: string
  default?: string | boolean | string[]
  /** May be given more than once. */
  multiple?: boolean
  choices?: readonly string[]
  /** A whole number from 1. */
  counts?: boolean
}

/** How the commands that answer people and programs take `--format`. */
export const humanOrJson = {
  type: 'string',
  value: '格式',
  default: 'human',
  choices: ['human', 'json'],
  says: 'human 或 json；不写是 human',
} as const

interface Command<Options extends Record<string, Option>> {
  /** As `npm run` knows it. */
  name: string
  says: string
  options: Options
  /** What stands without an option, as the usage shows it: `<旧输出> <新输出>`. */
  words?: string
}

/**
 * Read a command's arguments. `--help` prints the usage and ends the process with 0; a wrong invocation
 * is answered with one sentence that says what is allowed, and 2.
 */
export function readCommand<const Options extends Record<string, Option>>(
  command: Command<Options>,
  args = process.argv.slice(2),
) {
  handleProcessErrors()
  const { name, options } = command
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(usageOf(command))
    process.exit(0)
  }
  const fault = faultOf(command, args)
  if (fault) refuse(name, fault)
  return parseArgs({ args, options, allowPositionals: true })
}

/** What is typed before a command's arguments; a portal that begins has no `package.json` yet. */
function callOf(name: string): string {
  return name === 'init' && packageFolder() !== undefined ? 'chaotou init' : `npm run ${name} --`
}

/** End the process for a wrong invocation. */
export function refuse(name: string, fault: string): never {
  process.stderr.write(`${fault}\n用法见 ${callOf(name)} --help。\n`)
  process.exit(2)
}

/** How Node is asked to run another command: the words after its own name. */
export function commandOf(name: string): string[] {
  const folder = packageFolder()
  return folder ? [join(folder, 'chaotou.js'), name] : ['--import', 'tsx', `scripts/${name}.ts`]
}

/** Vite takes what follows these signs in a file's address for something else, wherever the program lies. */
export function programFault(folder = process.cwd()): string | undefined {
  if (packageFolder() !== undefined || !/[#?]/.test(folder)) return undefined
  return `“${folder}”里有 # 或 ?，构建和边写边看用的 Vite 读不了这样的路径：给文件夹改名，或把潮头移到别的文件夹。内容可以留在原处，用 PORTAL_ROOT 指过去。`
}

/**
 * Why a folder is no portal, in one Chinese sentence: built from nothing, a site would be empty. Of one that
 * cannot be read, reading it says more.
 */
export function portalFault(root: string): string | undefined {
  let names: string[]
  try {
    names = readdirSync(root)
  } catch {
    return undefined
  }
  if (names.includes('site.yaml') || names.includes('content')) return undefined
  return `${root} 不是门户：那里没有 site.yaml，也没有 content 文件夹。到门户的文件夹里运行，或用 PORTAL_ROOT 指过去。`
}

/** What is wrong with a TCP port, in one Chinese sentence: also where it came from the environment. */
export function portFault(port: string): string | undefined {
  if (/^[1-9]\d{0,4}$/.test(port) && Number(port) < 65_536) return undefined
  return `端口要写 1 到 65535 的整数，现在是“${port}”。`
}

/**
 * What happens around a command ends it with a sentence or in silence, never with a stack: a disk that
 * refuses, and a reader that has seen enough, as `head` has.
 */
export function handleProcessErrors(): void {
  process.on('uncaughtException', (error) => {
    const sentence = fullDiskFault(error, process.cwd()) ?? diskSentence(error)
    process.stderr.write(`${sentence ?? (error.stack || String(error))}\n`)
    process.exit(1)
  })
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    process.exit()
  })
}

/** What is wrong with arguments, in one Chinese sentence. */
export function faultOf(
  { options, words }: Command<Record<string, Option>>,
  args: readonly string[],
): string | undefined {
  const { tokens } = parseArgs({ args: [...args], options, strict: false, tokens: true })
  for (const token of tokens) {
    if (token.kind === 'positional' && !words)
      return `多了“${token.value}”。有空格的值要用引号括起来。`
    const fault = token.kind === 'option' ? optionFault(token, options) : undefined
    if (fault) return fault
  }
  return undefined
}

function optionFault(
  { name, rawName, value }: { name: string; rawName: string; value?: string | undefined },
  options: Record<string, Option>,
): string | undefined {
  const option = rawName.startsWith('--') ? options[name] : undefined
  if (!option)
    return `没有 ${rawName} 这个选项。${advice(name, [...Object.keys(options), 'help'], '--')}`
  if (option.type === 'boolean') return value === undefined ? undefined : `--${name} 后面不写值。`
  if (!value) return `--${name} 后面要写值。`
  if (option.choices && !option.choices.includes(value))
    return `--${name} 没有“${value}”这一种。${advice(value, option.choices)}`
  if (option.counts && !/^[1-9]\d*$/.test(value)) return `--${name} 要写正整数，现在是“${value}”。`
  return undefined
}

export function usageOf({ name, says, options, words }: Command<Record<string, Option>>): string {
  const rows = [
    ...Object.entries(options).map(([option, { value, says }]) => [
      `--${option}${value ? ` <${value}>` : ''}`,
      says,
    ]),
    ['--help', '显示这一页'],
  ]
  const width = Math.max(...rows.map(([left = '']) => columnsOf(left)))
  const list = rows.map(
    ([left = '', right = '']) => `  ${left}${' '.repeat(width - columnsOf(left))}  ${right}\n`,
  )
  const call = [callOf(name), ...(words ? [words] : []), '[选项]'].join(' ')
  return `用法：${call}\n\n${says}\n\n${list.join('')}\n退出码：0 做成了，1 没有做成，2 命令写得不对。\n`
}
