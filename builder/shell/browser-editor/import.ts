import { strToU8, zipSync } from 'fflate'
import type { Draft } from '../../../src/import/draft.ts'
import { formatOf } from '../../../src/import/file-format.ts'
import { importFile } from '../../../src/import/import.ts'
import type { TakenAlong } from '../../../src/import/knowledge.ts'
import { todoList } from '../../../src/import/report.ts'
import { kindsOf } from '../../../src/scaffold/kinds.ts'
import type { Kind } from '../../../src/scaffold/kinds.ts'
import { proposedSlug } from '../../../src/scaffold/slug.ts'

/** Kinds that a document becomes; a lesson needs its course, which the command asks for. */
const offered = ['case', 'video', 'person', 'topic', 'page']
const kinds = kindsOf().filter(({ name }) => offered.includes(name))

/** What the editor has not mended, and who will. */
const unmended = {
  kind: 'decide' as const,
  message:
    '标点和空格没有自动改：放进仓库以后检查会一处一处说，npm run check -- --fix 能改的自己改。',
}

/** The page that turns a file into a draft: all in the browser, nothing is sent. */
async function start(): Promise<void> {
  const response = await fetch('import.json')
  if (!response.ok) throw new Error(`import.json: ${response.status}`)
  // The build writes this file from the library.
  const knowledge = (await response.json()) as TakenAlong
  const select = part<HTMLSelectElement>('kind')
  for (const { name, label } of kinds) select.add(new Option(label, name))
  const input = part<HTMLInputElement>('file')
  input.disabled = false
  input.addEventListener('change', () => {
    const [file] = input.files ?? []
    const kind = kinds.find(({ name }) => name === select.value)
    if (file && kind) void show(file, kind, knowledge)
  })
}

async function show(file: File, kind: Kind, knowledge: TakenAlong): Promise<void> {
  const out = part('out')
  const say = part('say')
  say.textContent = '正在读……'
  out.replaceChildren()
  const draft = await read(file, kind, knowledge).catch((error: unknown) => ({
    fault: `程序没能读懂这个文件（${String(error)}），请把它和这句话报告给维护者。`,
  }))
  if ('fault' in draft) return void (say.textContent = `没有导入。${draft.fault}`)
  const name = `${draft.slug}.zip`
  say.textContent = `写成了草稿、来源和一张待办，图片${draft.pictures.length}张。原文件没有改动，也没有传到别处。`
  out.replaceChildren(
    heading(draft.title),
    button(`下载${name}`, () => save(packed(file.name, draft), name, 'application/zip')),
    paragraph('解开以后，里面的文件夹照原样放进仓库；或者先看下面，把文字贴进编辑器。'),
    ...written('待办', todoList(file.name, draft)),
    ...written('草稿', draft.draft.text),
    ...(draft.source.path === draft.draft.path ? [] : written('来源', draft.source.text)),
  )
}

async function read(file: File, kind: Kind, { organizations, files }: TakenAlong) {
  const [, base = file.name, extension = ''] = /^(.*?)(\.[^.]*)?$/.exec(file.name) ?? []
  const known = new Set(files)
  const bytes = new Uint8Array(await file.arrayBuffer())
  const format = formatOf(bytes, extension.toLowerCase(), base)
  if ('format' in format && format.format === 'pdf')
    return { fault: '浏览器里读不了PDF：请用 npm run import，或者先用WPS另存为.docx。' }
  return importFile(bytes, extension.toLowerCase(), {
    kind,
    fileName: base,
    organizations,
    slugFor: (title) =>
      proposedSlug(
        title,
        (slug) => known.has(kind.fileOf(slug)) || known.has(`seeds/${slug}.yaml`),
      ),
    today: new Date().toLocaleDateString('sv'),
    mend: (draft) => ({ file: draft, findings: [unmended] }),
  })
}

/** All files of a draft, in the folders they belong to. */
function packed(name: string, draft: Draft): Uint8Array<ArrayBuffer> {
  const texts = [draft.draft, draft.source].map(({ path, text }) => [path, strToU8(text)] as const)
  const pictures = draft.pictures.map(({ path, bytes }) => [path, bytes] as const)
  const todo = [`imports/${draft.slug}.md`, strToU8(todoList(name, draft))] as const
  return zipSync(Object.fromEntries([...texts, ...pictures, todo]))
}

function save(bytes: BlobPart, name: string, type: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([bytes], { type }))
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}

/** A text under its name, to be read and copied. */
function written(name: string, text: string): HTMLElement[] {
  const area = document.createElement('textarea')
  area.readOnly = true
  area.value = text
  area.rows = Math.min(24, text.split('\n').length + 1)
  area.setAttribute('aria-label', name)
  const copy = button(`复制${name}`, () => {
    area.select()
    void navigator.clipboard.writeText(text).then(() => (copy.textContent = `${name}复制好了`))
  })
  return [heading(name), copy, area]
}

function heading(text: string): HTMLElement {
  const element = document.createElement('h2')
  element.textContent = text
  return element
}

function paragraph(text: string): HTMLElement {
  const element = document.createElement('p')
  element.textContent = text
  return element
}

function button(text: string, act: () => void): HTMLElement {
  const element = document.createElement('button')
  element.type = 'button'
  element.textContent = text
  element.addEventListener('click', act)
  return element
}

function part<Kind extends HTMLElement>(id: string): Kind {
  const element = document.getElementById(id)
  if (!element) throw new Error(`no #${id}`)
  // The page that the build writes has these.
  return element as Kind
}

start().catch((error: unknown) => {
  part('say').textContent = `这一页没有打开：${String(error)}。请刷新再试。`
})
