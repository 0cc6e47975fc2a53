import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { relative, resolve } from 'node:path'
import { packageFolder, programFile } from '../builder/folders.ts'
import { optionalVersions } from '../builder/optional-packages.ts'
import { dayOf } from '../src/check/check.ts'
import { formOf, readTyped } from '../src/model/form.ts'
import { provinces } from '../src/model/regions.ts'
import { site } from '../src/model/site.ts'
import { newPortal } from '../src/scaffold/new-portal.ts'
import type { PortalAnswers } from '../src/scaffold/new-portal.ts'
import type { Asked } from '../src/scaffold/plan.ts'
import { createAsker, Interrupted } from './ask.ts'
import { readCommand, refuse } from './command.ts'
import { guardTarget } from './guard-target.ts'
import { writeNew } from './write-new.ts'

/** `chaotou init <folder>`: a portal of one's own, content alone, the program pinned as a package. */
const { positionals, values } = readCommand({
  name: 'init',
  says: '建一个自己的门户：配置、示例、单页和流水线，程序是软件包。只写进还没有的或空的文件夹。',
  words: '<文件夹>',
  options: {
    yes: { type: 'boolean', default: false, says: '不提问，没有写的先用示例的值' },
    name: { type: 'string', value: '名称', says: '门户的名称' },
    host: { type: 'string', value: '单位', says: '主办单位' },
    contact: { type: 'string', value: '联系方式', says: '读者反映问题用的电话、邮箱或地址' },
    region: { type: 'string', value: '地区', says: '例如 浙江省/杭州市；不写是全国' },
    base: { type: 'string', value: '路径', says: '部署在哪个路径下，例如 /dangjian/' },
    url: { type: 'string', value: '网址', says: '公开的网址' },
    icp: { type: 'string', value: '编号', says: 'ICP备案号，还没有的不写' },
    police: { type: 'string', value: '编号', says: '公安备案号，还没有的不写' },
    package: {
      type: 'string',
      value: '版本',
      says: '程序的版本，或软件包文件：file:../chaotou-0.1.0.tgz；不写是现在这一版',
    },
  },
})
const fields = formOf(site)
const asked = ['name', 'host', 'contact', 'region', 'base', 'url', 'icp', 'police'] as const
process.exitCode = await main()

async function main(): Promise<number> {
  const [path, extra] = positionals
  if (path === undefined) return refuse('init', '要写新门户的文件夹，例如 chaotou init 我的门户。')
  if (extra !== undefined)
    return refuse('init', `多了“${extra}”。文件夹的名字里有空格的，要用引号括起来。`)
  const folder = guardTarget('init', { path, purpose: 'portal' })
  // A folder with `content/` may be another program's.
  const there = existsSync(folder) ? readdirSync(folder).filter((name) => name !== '.git') : []
  if (there.length > 0) {
    process.stderr.write(
      `${folder} 里已经有东西（${there.slice(0, 3).join('、')}），什么也没有写：换一个还没有的或空的文件夹。\n`,
    )
    return 1
  }
  const answers: PortalAnswers = {}
  for (const name of asked) {
    const given = values[name]
    const fault = given === undefined ? undefined : faultOf(name, given)
    if (fault) return refuse('init', `--${name}：${fault}`)
    if (given !== undefined) answers[name] = given
  }
  try {
    if (!values.yes) await askRest(answers)
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error
    process.stdout.write('\n停下了，什么也没有写。\n')
    return 130
  }
  return write(folder, answers)
}

function write(folder: string, answers: PortalAnswers): number {
  const version = values.package === undefined ? ownVersion() : pinned(values.package, folder)
  const files = newPortal(
    { answers, version, optional: optionalVersions(), today: dayOf(new Date()) },
    (path) => readFileSync(programFile(path), 'utf8'),
  )
  writeNew(folder, files)
  process.stdout.write(
    `写好了 ${files.length} 个文件，在 ${folder}。接下来：\n\n  cd ${quoted(relative('.', folder) || '.')}\n  npm install\n  npm start\n\n再照 README.md 把示例换成自己的。\n`,
  )
  return 0
}

/** A tarball is named from the new folder, whatever folder it was named from. */
function pinned(given: string, folder: string): string {
  if (!given.startsWith('file:')) return given
  return `file:${relative(folder, resolve(given.slice('file:'.length))).replaceAll('\\', '/')}`
}

/** The version of the program that runs. */
function ownVersion(): string {
  const file = packageFolder() === undefined ? 'package.json' : '../package.json'
  // The program's own.
  return (JSON.parse(readFileSync(programFile(file), 'utf8')) as { version: string }).version
}

function quoted(path: string): string {
  return /^[\p{L}\p{N}._/-]+$/u.test(path) ? path : `'${path.replaceAll("'", `'\\''`)}'`
}

async function askRest(answers: PortalAnswers): Promise<void> {
  const asker = createAsker()
  try {
    for (const name of asked.filter((one) => answers[one] === undefined)) {
      const answer = await asker.ask(questionOf(name))
      if (answer !== '') answers[name] = answer
    }
  } finally {
    asker.close()
  }
}

function questionOf(name: (typeof asked)[number]): Asked {
  const title = fields.find((field) => field.name === name)?.title ?? '地区，例如 浙江省/杭州市'
  const isSampled = name === 'name' || name === 'host'
  return {
    name,
    question: title,
    standard: isSampled ? '先用示例的值' : '先不写',
    fault: (answer) => faultOf(name, answer),
  }
}

/** Why a value cannot be taken, in Chinese. */
function faultOf(name: (typeof asked)[number], value: string): string | undefined {
  if (name === 'region') {
    const [province = ''] = value.split('/')
    return province in provinces
      ? undefined
      : `没有“${province}”这个地区：从省级写起，例如 浙江省/杭州市。`
  }
  const field = fields.find((one) => one.name === name)
  const read = field && readTyped(field, value, (typed) => typed)
  return read && 'fault' in read ? read.fault : undefined
}
