import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { dayOf } from '../src/check/check.ts'
import { addressOf } from '../src/content/address.ts'
import { readPortal } from '../src/content/files.ts'
import { buildLibrary } from '../src/content/library.ts'
import type { Library } from '../src/content/library.ts'
import { readTyped } from '../src/model/form.ts'
import { newUsage, parseLoosely, readNewOptions } from '../src/scaffold/options.ts'
import type { NewOptions } from '../src/scaffold/options.ts'
import { courseFault, questionsFor, slugFault } from '../src/scaffold/plan.ts'
import { proposedSlug } from '../src/scaffold/slug.ts'
import { newFile } from '../src/scaffold/scaffold.ts'
import { nextSteps } from '../src/scaffold/next-steps.ts'
import { sourceFromPage } from '../src/import/source-page.ts'
import { createAsker, Interrupted } from './ask.ts'
import { commandOf, handleProcessErrors, refuse } from './command.ts'
import { guardTarget } from './guard-target.ts'
import { occupied, writeNew } from './write-new.ts'
import { portalRoot } from '../builder/folders.ts'

const root = portalRoot()

async function main(options: NewOptions): Promise<number> {
  guardTarget('new', { path: root, purpose: 'portal' })
  const library = buildLibrary(readPortal(root))
  if (options.page !== undefined) {
    const read = readPage(options.page)
    if (typeof read === 'string') return refuse('new', read)
    options.values = { ...read, ...options.values }
  }
  // A pipe is only read from when nothing else says what to write: it may never end.
  const asks = !options.yes && (process.stdin.isTTY || options.values.title === undefined)
  const asker = asks ? createAsker() : undefined
  try {
    for (const asked of asker ? questionsFor(options, library) : [])
      take(options, asked.name, (await asker?.ask(asked)) ?? '')
    return await write(options, library, asker)
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error
    process.stdout.write('\n停下了，什么也没有写。\n')
    return 130
  } finally {
    asker?.close()
  }
}

type Asker = ReturnType<typeof createAsker>

async function write(options: NewOptions, library: Library, asker?: Asker): Promise<number> {
  const { kind, values, course } = options
  if (values.title === undefined) return refuse('new', '要写标题：--title 标题。')
  const wrongCourse = kind.name === 'lesson' ? courseFault(course, library) : undefined
  if (wrongCourse) return refuse('new', wrongCourse)
  const placed = (slug: string) => (course === undefined ? slug : `${course}/${slug}`)
  const isTaken = (slug: string) => existsSync(join(root, kind.fileOf(placed(slug))))
  const slug = await chosenSlug(options, proposedSlug(String(values.title), isTaken), asker)
  const fault = slugFault(slug)
  if (fault) return refuse('new', `--slug：${fault}`)
  const file = newFile({ kind, slug: placed(slug), values, today: dayOf(new Date()) })
  if (occupied(root, [file])) {
    process.stderr.write(`${file.path} 已经有了，没有改动它。换一个 --slug，或直接打开它修改。\n`)
    return 1
  }
  writeNew(root, [file])
  process.stdout.write(`写好了 ${file.path}\n${nextSteps(file, kind)}`)
  if (kind.isSource) return 0
  const wanted = options.open ?? (await asker?.confirm('现在打开预览吗？')) ?? false
  if (wanted) openPreview(addressOf(file.path)?.url ?? '/')
  return 0
}

async function chosenSlug({ slug }: NewOptions, proposed: string, asker?: Asker): Promise<string> {
  if (slug !== undefined || !asker) return slug ?? proposed
  const question = '文件名，也就是网址里的名字'
  return (
    (await asker.ask({ name: 'slug', question, standard: proposed, fault: slugFault })) || proposed
  )
}

function take(options: NewOptions, name: string, answer: string): void {
  if (answer === '') return
  const field = options.kind.fields.find((one) => one.name === name)
  if (name === 'course') options.course = answer
  const read = field && readTyped(field, answer, parseLoosely)
  if (read && 'value' in read) options.values[name] = read.value
}

function readPage(path: string): Record<string, unknown> | string {
  const file = existsSync(path) ? path : join(root, path)
  if (!existsSync(file)) return `没有 ${path} 这个文件。`
  return sourceFromPage(readFileSync(file))
}

function openPreview(url: string): void {
  process.stdout.write('正在打开预览，按 Ctrl+C 结束。\n')
  spawn(process.execPath, [...commandOf('dev'), '--open', url], { stdio: 'inherit' })
}

handleProcessErrors()
const options = readNewOptions(process.argv.slice(2))
if ('help' in options) process.stdout.write(newUsage)
else if ('fault' in options) process.exitCode = refuse('new', options.fault)
else process.exitCode = await main(options)
