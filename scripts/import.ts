import { existsSync, readFileSync, statSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import { dayOf } from '../src/check/check.ts'
import { readPortal } from '../src/content/files.ts'
import { buildLibrary } from '../src/content/library.ts'
import type { Entry, Library } from '../src/content/library.ts'
import { importFile, largestFile } from '../src/import/import.ts'
import type { PictureCodecs } from '../src/import/picture-views.ts'
import { knowledgeOf } from '../src/import/knowledge.ts'
import { importUsage, readImportOptions } from '../src/import/options.ts'
import type { ImportOptions } from '../src/import/options.ts'
import { humanReport, jsonReport, todoList } from '../src/import/report.ts'
import type { Outcome } from '../src/import/report.ts'
import { draftNamed } from '../src/scaffold/add-to-entry.ts'
import { courseFault } from '../src/scaffold/plan.ts'
import { proposedSlug } from '../src/scaffold/slug.ts'
import { filesBeside } from './beside.ts'
import { handleProcessErrors, refuse } from './command.ts'
import { guardTarget } from './guard-target.ts'
import { writeInto } from './into-draft.ts'
import { occupied, writeNew } from './write-new.ts'
import { portalRoot } from '../builder/folders.ts'

const root = portalRoot()

async function main(options: ImportOptions): Promise<number> {
  const target = guardTarget('import', {
    path: options.out ?? root,
    purpose: 'portal',
    option: options.out === undefined ? undefined : '--out',
  })
  const library = buildLibrary(readPortal(root))
  if (options.kind.name === 'lesson') {
    const fault = courseFault(options.course, library)
    if (fault) return refuse('import', fault)
  }
  const draft = options.into === undefined ? undefined : draftNamed(options.into, library)
  if (draft && 'fault' in draft) return refuse('import', `--into：${draft.fault}`)
  const outcomes: Outcome[] = []
  // One after another: each takes names that the next must not take.
  for (const file of options.files)
    outcomes.push(await tryOne(file, options, { target, library, draft }))
  process.stdout.write(options.report === 'json' ? jsonReport(outcomes) : humanReport(outcomes))
  for (const outcome of outcomes)
    if ('fault' in outcome && options.report === 'json')
      process.stderr.write(`${outcome.file}：没有导入。${outcome.fault}\n`)
  return outcomes.some((outcome) => 'fault' in outcome) ? 1 : 0
}

/** Codecs weigh megabytes: they are loaded when a picture is cut or turned. */
const codecs: PictureCodecs = {
  decode: async (bytes, type) => (await import('./recordings/codecs.ts')).decode(bytes, type),
  encode: async (bitmap, type) => {
    const { jpegOf, webpOf } = await import('./recordings/codecs.ts')
    return type === 'image/jpeg' ? jpegOf(bitmap, 88) : webpOf(bitmap, { quality: 75, lossless: 1 })
  },
}

interface Place {
  /** Folder to write below. */
  target: string
  library: Library
  /** The draft that sheets are added to. */
  draft: Entry | undefined
}

async function tryOne(file: string, options: ImportOptions, place: Place): Promise<Outcome> {
  try {
    return await importOne(file, options, place)
  } catch (error) {
    // A fault of the program: the file is left alone, and the others go on.
    const reason = error instanceof Error ? error.message.split('\n')[0] : String(error)
    return { file, fault: `程序没能读懂这个文件（${reason}），请把它和这句话报告给维护者。` }
  }
}

async function importOne(
  file: string,
  options: ImportOptions,
  { target, library, draft: into }: Place,
): Promise<Outcome> {
  const input = readInput(file)
  if ('fault' in input) return { file, ...input }
  const { kind, course } = options
  const placed = (slug: string) => (course === undefined ? slug : `${course}/${slug}`)
  const paths = (slug: string) => [
    kind.fileOf(placed(slug)),
    `seeds/${slug}.yaml`,
    `imports/${slug}.md`,
  ]
  const isTaken = (slug: string) => paths(slug).some((path) => existsSync(join(target, path)))
  if (options.slug !== undefined && isTaken(options.slug))
    return { file, fault: `${options.slug} 已经有了，没有改动它：换一个 --slug。` }
  const slugFor = (title: string) => options.slug ?? proposedSlug(title, isTaken)
  const inCourse = { ...kind, fileOf: (slug: string) => kind.fileOf(placed(slug)) }
  const fileName = file === '-' ? '粘贴的文字' : basename(file, extname(file))
  const today = dayOf(new Date())
  const draft = await importFile(input.bytes, input.extension, {
    ...knowledgeOf(library),
    kind: inCourse,
    fileName,
    slugFor,
    today,
    ...(options.as === undefined ? {} : { as: options.as }),
    ...(into === undefined ? {} : { into: into.file }),
    ...(file === '-' ? {} : { beside: filesBeside(file) }),
    codecs,
  })
  if ('fault' in draft) return { file, ...draft }
  const todo = `imports/${draft.slug}.md`
  // Facts alone are a source file and no entry.
  const texts =
    draft.draft.path === draft.source.path ? [draft.source] : [draft.draft, draft.source]
  const files = [...texts, ...draft.pictures, { path: todo, text: todoList(basename(file), draft) }]
  const there = occupied(target, files)
  if (there) return { file, fault: `${there} 已经有了，没有改动它，也没有写别的：换一个 --slug。` }
  writeNew(target, files)
  if (into && draft.addition)
    writeInto(root, into, {
      text: draft.addition.text,
      part: '成效',
      lists: { sources: [draft.slug] },
    })
  return { file, draft, todo }
}

function readInput(file: string): { bytes: Uint8Array; extension: string } | { fault: string } {
  if (file === '-') {
    if (process.stdin.isTTY) process.stderr.write('把文字粘贴进来，结束时按 Ctrl+D。\n')
    return { bytes: readFileSync(0), extension: '' }
  }
  if (!existsSync(file)) return { fault: '没有这个文件。' }
  const stat = statSync(file)
  if (!stat.isFile()) return { fault: '这不是普通文件。' }
  if (stat.size > largestFile) return { fault: '文件超过 100 MB，没有读：请压缩图片后再导入。' }
  return { bytes: readFileSync(file), extension: extname(file).toLowerCase() }
}

handleProcessErrors()
const options = readImportOptions(process.argv.slice(2))
if ('help' in options) process.stdout.write(importUsage)
else process.exitCode = 'fault' in options ? refuse('import', options.fault) : await main(options)
