import { parseArgs } from 'node:util'
import { nearest } from '../content/nearest.ts'
import { kindsOf } from '../scaffold/kinds.ts'
import type { Kind } from '../scaffold/kinds.ts'
import { readable } from './import.ts'
import { sheetForms } from './sheet/draft.ts'
import type { SheetForm } from './sheet/draft.ts'

export interface ImportOptions {
  /** Files to import; `-` is the standard input. */
  files: string[]
  kind: Kind
  slug?: string
  /** The course a lesson is imported into. */
  course?: string
  /** Folder to write below instead of the portal's root. */
  out?: string
  report: 'human' | 'json'
  /** What a sheet becomes. */
  as?: SheetForm
  /** The draft that a sheet is added to. */
  into?: string
}

const kinds = kindsOf().filter(({ isSource }) => !isSource)

export const importUsage = `用法：npm run import -- <文件>… [选项]

文件可以是 ${readable.join('、')}；写 - 或不写文件就读粘贴到标准输入的文字。

  --kind <种类>     写成哪一种条目：${kinds.map(({ name }) => name).join('、')}；不写是 case 案例
  --slug <名字>     文件名；不写就用标题的拼音
  --course <课程>   写成课时的时候，属于哪门课程
  --as <写法>       表格写成什么：table 表格、facts 只写事实、chart 图表；不写是 table
  --into <草稿>     把表格加进已有的草稿，写它的文件名
  --out <文件夹>    写到这个文件夹，不写进门户
  --report json     在标准输出给出 JSON 报告；不写是给人看的清单
  --help            显示这一页

写出草稿、来源、图片和一份待办清单（imports/ 里），原文件不动，已有的文件不改；--into 只改它指的草稿。
退出码：0 都导入了，1 有文件没有导入，2 命令写得不对。
`

const options = {
  kind: { type: 'string' },
  slug: { type: 'string' },
  course: { type: 'string' },
  out: { type: 'string' },
  as: { type: 'string' },
  into: { type: 'string' },
  report: { type: 'string' },
  help: { type: 'boolean' },
} as const

/** Read the arguments; a fault says in Chinese what is wrong and what is allowed. */
export function readImportOptions(
  args: readonly string[],
): ImportOptions | { fault: string } | { help: true } {
  const { tokens } = parseArgs({ args: [...args], options, strict: false, tokens: true })
  const files: string[] = []
  const given = new Map<string, string>()
  for (const token of tokens) {
    if (token.kind === 'positional') files.push(token.value)
    if (token.kind !== 'option') continue
    if (token.name === 'help' || token.name === 'h') return { help: true }
    if (!(token.name in options)) {
      const guess = nearest(token.name, Object.keys(options))
      return {
        fault: `没有 ${token.rawName} 这个选项。${guess ? `你是不是要写 --${guess}？` : ''}`,
      }
    }
    if (!token.value) return { fault: `--${token.name} 后面要写值。` }
    given.set(token.name, token.value)
  }
  return checked(files, given)
}

function checked(
  files: string[],
  given: ReadonlyMap<string, string>,
): ImportOptions | { fault: string } {
  const wanted = given.get('kind') ?? 'case'
  const kind = kinds.find(({ name, label }) => name === wanted || label === wanted)
  const names = kinds.map(({ name }) => name)
  if (!kind) {
    const guess = nearest(wanted, names)
    return {
      fault: `没有“${wanted}”这一种。${guess ? `你是不是要写 ${guess}？` : `可以写：${names.join('、')}。`}`,
    }
  }
  const report = given.get('report') ?? 'human'
  if (report !== 'human' && report !== 'json')
    return { fault: `没有“${report}”这种报告，可以写：human、json。` }
  if (given.has('slug') && files.length > 1) return { fault: '一次导入几个文件时，不能写 --slug。' }
  const slug = given.get('slug')
  if (slug !== undefined && !/^[a-z0-9-]+$/.test(slug))
    return { fault: '--slug 只能用小写字母、数字和连字符（a-z、0-9、-）。' }
  if (kind.name === 'lesson' && !given.has('course'))
    return { fault: '导入成课时，要写明课程：--course 课程的文件夹名。' }
  const as = given.get('as')
  const form = sheetForms.find((one) => one === as)
  if (as !== undefined && form === undefined)
    return { fault: `没有“${as}”这种写法，可以写：${sheetForms.join('、')}。` }
  const [course, out, into] = [given.get('course'), given.get('out'), given.get('into')]
  const beside = ['as', 'kind', 'out'].find((name) => into !== undefined && given.has(name))
  if (beside) return { fault: `--into 是加进已有的草稿，不能和 --${beside} 一起写。` }
  return {
    files: files.length > 0 ? files : ['-'],
    kind,
    report,
    ...(slug === undefined ? {} : { slug }),
    ...(course === undefined ? {} : { course }),
    ...(out === undefined ? {} : { out }),
    ...(form === undefined ? {} : { as: form }),
    ...(into === undefined ? {} : { into }),
  }
}
