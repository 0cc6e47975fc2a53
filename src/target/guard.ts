import { existsSync, lstatSync, statSync } from 'node:fs'
import { join, parse } from 'node:path'
import { isOutput, isPortal, isReleaseStore, isReport, namesIn, strangersIn } from './marks.ts'
import { foldedName, foldersAbove, namesBelow, realPath } from './paths.ts'
import { isWorkFolder, workFolder, workNames } from './work-folder.ts'

/**
 * What a command does at a path, and so what may stand there:
 * - `output`: becomes the folder of a build; everything that was in it goes.
 * - `releases`: keeps releases below it.
 * - `portal`: new entries are written below it.
 * - `house`: files of the repository that a command makes again; no link may lead them elsewhere.
 * - `report`: one file, written over.
 */
export type Purpose = 'output' | 'releases' | 'portal' | 'house' | 'report'

export interface Target {
  path: string
  purpose: Purpose
  /** How it was given, for the sentence: `--out`. */
  option?: string | undefined
  /** Folders the command reads from. */
  reads?: readonly string[]
}

/** Where a command runs. */
interface Surroundings {
  portal: string
  program: string
  home: string
  /** The folder the process runs in. */
  current: string
}

/** Folders of a portal or of the program in which people write, or that packages are installed in. */
const sources: Readonly<Record<string, string>> = {
  '.git': '那里是版本库',
  '.github': '那里是流水线',
  '.gitlab': '那里是流水线',
  builder: '那里是程序',
  collected: '那里是从别的门户收来的案例',
  content: '那里是编辑写的内容',
  docs: '那里是手册和页面',
  films: '那里是短片的分镜',
  node_modules: '那里是安装的软件包',
  schemas: '那里是字段的说明',
  scripts: '那里是程序',
  seeds: '那里是来源和事实',
  src: '那里是程序',
}

/**
 * Why a command must not write to a path, and how to proceed, in Chinese; undefined when it may. What
 * stands in the place of an output may be half of a change to it: `settle` finishes that before the
 * content is judged, and after the place was.
 */
export function targetFault(
  target: Target,
  around: Surroundings,
  settle: (folder: string) => void = () => undefined,
): string | undefined {
  try {
    const place = placeFault(target, around)
    if (place) return sentence(target, place)
    settle(realPath(target.path))
    const content = contentFault(target)
    return content && sentence(target, content)
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    return sentence(target, reasons[code ?? ''] ?? `磁盘回答：${message}`)
  }
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: '这个账号没有权限看那里',
  ELOOP: '那里的链接绕成了圈',
  ENAMETOOLONG: '路径太长',
  ENOTDIR: '路径的中间有一段是文件，不是文件夹',
  EPERM: '这个账号没有权限看那里',
}

function sentence({ path, purpose, option }: Target, reason: string): string {
  const proceed: Record<Purpose, string> = {
    output: `请${option ? `用 ${option} ` : ''}写一个还没有的、空的，或以前构建输出的文件夹；里面的东西确实不要了，请自己先移走。`,
    releases: '请写一个还没有的、空的，或以前发布过的文件夹，例如 --to /srv/chaotou。',
    portal: '请写门户的文件夹（里面有 site.yaml 或 content/），或者一个空的文件夹。',
    house: '请把它换成真的文件夹或文件，再运行一次。',
    report: '请写一个还没有的文件，或以前写出的报告。',
  }
  return `没有写到 ${path}：${reason}。什么也没有动。${proceed[purpose]}`
}

/** What is wrong with a place, whatever stands there. */
function placeFault(target: Target, around: Surroundings): string | undefined {
  const { path, purpose } = target
  const real = realPath(path)
  if (real === parse(real).root) return '那是整个磁盘的根'
  if (namesBelow(real, around.home)?.length === 0) return '那是您的主文件夹，里面是您自己的文件'
  if (/[/\\]\.git([/\\]|$)/i.test(real)) return '那里是版本库'
  if (purpose === 'house') return leadsAway(real, around)
  return (
    (purpose === 'portal' ? undefined : holdsSources(target, around)) ??
    insideSources(real, around) ??
    insideOurs(real)
  )
}

function leadsAway(real: string, { program }: Surroundings): string | undefined {
  const names = namesBelow(real, program)
  if (!names) return `那里是个链接，通向门户以外的 ${real}`
  const isHome = /^(content\/media|docs\/handbook\/images|\.screenshots)\//.test(
    `${names.join('/')}/`,
  )
  return isHome ? undefined : `那里是个链接，通向 ${names.join('/') || '门户自己'}`
}

/** The portal, the program, the folder one stands in, what is read: a target above them holds them. */
function holdsSources({ path, reads = [] }: Target, around: Surroundings): string | undefined {
  const held: [folder: string, name: string][] = [
    [around.portal, '门户的内容'],
    [around.program, '潮头的程序'],
    [around.current, '命令正在里面运行的文件夹'],
    ...reads.map((folder): [string, string] => [folder, `这个命令要读的 ${folder}`]),
  ]
  for (const [folder, name] of held) {
    const names = namesBelow(folder, path)
    if (names?.length === 0) return `那里就是${name}`
    if (names) return `${name}在它里面`
  }
  const above = reads.find((folder) => namesBelow(path, folder))
  return above && `它在这个命令要读的 ${above} 里面`
}

function insideSources(real: string, { portal, program }: Surroundings): string | undefined {
  const closed = Object.entries(sources)
  for (const root of [portal, program]) {
    for (const [name, what] of closed) if (namesBelow(real, join(root, name))) return what
    const [first, second] = (namesBelow(real, root) ?? []).map(foldedName)
    if (first === undefined) continue
    // On another disk `Content` and `content` are one folder.
    const named = closed.find(([name]) => name === first)
    if (named) return named[1]
    if (first === '.vitepress' && !second?.startsWith('dist')) return '那里是程序和它的缓存'
  }
  return undefined
}

function insideOurs(real: string): string | undefined {
  const above = foldersAbove(real)
  if ([real, ...above].some(isWorkFolder)) return '那里是构建时用的文件夹，构建完就没有了'
  for (const folder of above) {
    if (isReleaseStore(folder)) return `它在发布目录 ${folder} 里面，那里只由 npm run release 写`
    if (isOutput(folder)) return `它在另一次构建的输出 ${folder} 里面`
  }
  return undefined
}

/** What is wrong with what stands there. */
function contentFault({ path, purpose }: Target): string | undefined {
  const beside = purpose === 'output' ? namesIn(workFolder(realPath(path))) : []
  const others = beside.filter((name) => !workNames.some((known) => known === name.split('.')[0]))
  if (others.length > 0)
    return `构建要用旁边的 ${workFolder(path)}，里面却有别的东西：${listedNames(others)}`
  if (!existsSync(path)) return undefined
  if (purpose === 'house') return undefined
  const isFolder = statSync(path).isDirectory()
  if (purpose === 'report')
    return isFolder ? '那是一个文件夹' : isReport(path) ? undefined : '那里有一个不是报告的文件'
  if (!isFolder) return '那是一个文件，不是文件夹'
  const names = namesIn(path)
  if (names.length === 0) return undefined
  if (purpose === 'portal') return isPortal(path) ? undefined : foreign(names)
  if (purpose === 'releases') return isReleaseStore(path) ? undefined : foreign(names)
  if (!isOutput(path)) return foreign(names)
  const strangers = strangersIn(path)
  return strangers.length > 0 ? `里面有不是构建写出的文件：${listedNames(strangers)}` : undefined
}

function foreign(names: readonly string[]): string {
  return `里面已经有别的东西：${listedNames(names)}`
}

function listedNames(names: readonly string[]): string {
  const more = names.length > 3 ? `等${names.length}个` : ''
  return `${names.slice(0, 3).join('、')}${more}`
}

/** Where a command shall write: a link that is the target itself is followed, so that it stays a link. */
export function targetPath(path: string): string {
  const found = lstatSync(path, { throwIfNoEntry: false })
  return found?.isSymbolicLink() ? realPath(path) : path
}
