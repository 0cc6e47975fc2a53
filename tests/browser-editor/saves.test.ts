import { readdirSync, readFileSync } from 'node:fs'
import { parse, parseDocument } from 'yaml'
import { describe, expect, test } from 'vitest'
import { adminConfig } from '../../src/admin/config.ts'
import { fileFormat } from '../../src/admin/entry-format.ts'
import type { FileFormat } from '../../src/admin/entry-format.ts'
import type { FormField } from '../../src/admin/fields.ts'
import { readPortal } from '../../src/content/files.ts'
import { buildLibrary } from '../../src/content/library.ts'
import { isFuzzing } from '../fast-check.ts'
import { changedLines, editsOf, isData, linesOf, placed } from './edits.ts'
import type { Data, Edit, Placed } from './edits.ts'
import { open, save } from './form.ts'

interface Form {
  name: string
  folder: string
  format: string
  fields: FormField[]
}

const library = buildLibrary(readPortal('.'))
const courses = readdirSync('content/training').map((slug) => ({ slug, title: slug }))
const config = adminConfig(library.site, courses)
// The configuration is plain data in the CMS's own shape.
const forms = (config.cms as { collections: Form[] }).collections

function formatOf({ format }: Form): FileFormat {
  const { extension, reading } = config.formats[format] ?? {}
  if (!reading) throw new Error(`no format ${format}`)
  return fileFormat(extension === 'md', reading)
}

/** The files of a form; a course is the `index` of its folder, which the lessons' form leaves out. */
function filesOf({ folder, format }: Form): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(`.${config.formats[format]?.extension}`))
    .filter((file) => (format === 'courses') === file.endsWith('index.md'))
    .map((file) => `${folder}/${file}`)
}

/** YAML of a file, and the line it begins on. */
function yamlOf(text: string): { yaml: string; line: number } {
  const [, yaml] = /^---\n([\s\S]*?\n)---\n/.exec(text) ?? []
  return yaml === undefined ? { yaml: text, line: 0 } : { yaml, line: 1 }
}

/** A file as the form holds it, and as it is written. */
interface Read {
  opened: Data
  written: Data
  places: Placed
}

function read(text: string, form: Form): Read {
  const { yaml } = yamlOf(text)
  const written = parse(yaml) as Data
  return { opened: open(text, form.fields, formatOf(form)), written, places: placed(yaml) }
}

/** What is wrong with a save; nothing when it is exactly the edit. */
function faultOf(
  text: string,
  { opened, written, places }: Read,
  edit: Edit,
  form: Form,
): string | undefined {
  const format = formatOf(form)
  const data = structuredClone(opened)
  edit.apply(data)
  const after = save(data, form.fields, format)
  const document = parseDocument(yamlOf(after).yaml)
  if (document.errors[0]) return `does not parse: ${document.errors[0].message}`
  const expected = structuredClone(written)
  edit.apply(expected)
  const said = meant(document.toJS(), form)
  if (said !== meant(expected, form)) return `says ${differing(said, meant(expected, form))}`
  return strayLine(text, after, linesOf(places, edit.place))
}

function strayLine(
  text: string,
  after: string,
  allowed: ReturnType<typeof linesOf>,
): string | undefined {
  const { line } = yamlOf(text)
  const old = text.split('\n')
  const [above, beneath] = allowed
    ? [old.slice(0, allowed[0] + line), old.slice(allowed[1] + line + 1)].map(withText)
    : [[], []]
  const [was, now] = [withText(old), withText(after.split('\n'))]
  // Where nothing may go, everything stands, with lines between.
  if (!allowed) return changedLines(was, now) ? 'touches lines where it only adds some' : undefined
  const isKept =
    above?.every((written, index) => written === now[index]) &&
    beneath?.every((written, index, rest) => written === now.at(index - rest.length))
  return isKept
    ? undefined
    : `touches other lines than ${allowed.map((one) => one + line + 1).join('–')}`
}

/** Blank lines around what goes may go with it. */
const withText = (lines: string[]): string[] => lines.filter((line) => line.trim() !== '')

/** Data as text: what is empty or left at its default left out, numbers and truth values as the model has them. */
function meant(data: unknown, { format }: Form): string {
  const reading = config.formats[format]?.reading
  const text = (value: unknown, path: string): unknown => {
    if (Array.isArray(value)) return value.map((item) => text(item, `${path}.*`))
    if (isData(value)) {
      const entries = Object.entries(value)
        .map(([key, item]) => [key, text(item, path ? `${path}.${key}` : key)] as const)
        .filter(([, item]) => item !== undefined)
        .sort(([a], [b]) => (a < b ? -1 : 1))
      return entries.length > 0 ? Object.fromEntries(entries) : undefined
    }
    if (value === null || value === '' || value === reading?.defaults[path]) return undefined
    const [yes, no] = reading?.words[path] ?? []
    if (yes !== undefined && (value === yes || value === no)) return value === yes
    const isNumber = reading?.numbers.includes(path) && /^-?\d+(\.\d+)?$/.test(String(value))
    return isNumber ? Number(value) : value
  }
  return JSON.stringify(text(data, ''))
}

/** Two texts from where they part. */
function differing(one: string, other: string): string {
  let at = 0
  while (one[at] === other[at]) at += 1
  return `…${one.slice(at - 20, at + 60)}, not …${other.slice(at - 20, at + 60)}`
}

/** Files of one format in which every field is edited; of more, each takes its share of the edits in turn, but for `npm run fuzz`. */
const enough = isFuzzing ? Infinity : 10

/** Of how many edits a file of a form takes one; the lessons of all courses have one format. */
function shareOf({ format }: Form): number {
  const alike = forms.filter((one) => one.format === format).flatMap(filesOf)
  return Math.max(1, Math.ceil(alike.length / enough))
}

/** Milliseconds for the files of one form, on a busy machine. */
const savesTime = 600_000

describe.each(forms)('$name', (form) => {
  test(
    'an edit of any field of any file changes that and nothing else',
    { timeout: savesTime },
    () => {
      const faults: string[] = []
      let count = 0
      const files = filesOf(form)
      const share = shareOf(form)
      for (const [place, path] of files.entries()) {
        const text = readFileSync(path, 'utf8')
        const file = read(text, form)
        const edits = editsOf(file.opened, form.fields)
        for (const edit of edits.filter((_, index) => (index + place) % share === 0)) {
          count += 1
          const fault = faultOf(text, file, edit, form)
          if (fault) faults.push(`${path}: ${edit.name}: ${fault.slice(0, 300)}`)
        }
      }
      expect(faults.slice(0, 10)).toEqual([])
      expect(count).toBeGreaterThan(20)
    },
  )
})

/** Fields in every shape that people and formatters write them in. */
const shapes = `# 来源：一份报道
id: "shapes"   # 编号

title: '它说''好'' # 不是注释'
kind:   report
publisher: >-
  很长的发布方，
  折成几行

url:
  "https://example.com/a"
published: 2021-09-13 # 没有引号
accessed: !!str 2026-11-22
quality: full
facts:
# 与键同列的列表
- id: sh-f01
  # 说明
  statement: |
    第一行
    第二行
  figure: 600
  unit: "家"  # 家数

-   id: sh-f02
    statement: 一句：话，
      接着写
    figure: '63'
    as_of:
- { id: sh-f03, statement: '在括号里', verified: false }
- id: sh-f04
  statement: "双引号里的
    两行"
  note: >+
    末尾留空行

# 最后的注释
`

describe('a source in every shape YAML has', () => {
  const form = forms.find(({ name }) => name === 'sources')
  if (!form) throw new Error('no form of sources')
  const write = (text: string) => {
    const file = read(text, form)
    return editsOf(file.opened, form.fields).flatMap((edit) => {
      const fault = faultOf(text, file, edit, form)
      return fault ? `${edit.name}: ${fault}` : []
    })
  }

  test('takes an edit of any field', () => expect(write(shapes)).toEqual([]))
  test('takes them without a line break at its end', () =>
    expect(write(shapes.trimEnd())).toEqual([]))
  test('is saved as it was when nothing was edited', () =>
    expect(save(open(shapes, form.fields, formatOf(form)), form.fields, formatOf(form))).toBe(
      shapes,
    ))

  test('writes no default that nobody entered, and keeps those that were', () => {
    const text =
      'id: a\nfacts:\n  - id: a-f01\n    verified: true\n  - id: a-f02\n    statement: 一\n'
    const data = open(text, form.fields, formatOf(form))
    expect((data.facts as Data[])[1]?.verified).toBe(true)
    Object.assign((data.facts as Data[])[1] ?? {}, { statement: '二' })
    expect(save(data, form.fields, formatOf(form))).toBe(text.replace('一', '二'))
  })

  test('a switch that was turned is written', () => {
    const text = 'id: a\nfacts:\n  - id: a-f01\n    statement: 一\n'
    const data = open(text, form.fields, formatOf(form))
    Object.assign((data.facts as Data[])[0] ?? {}, { verified: false })
    expect(save(data, form.fields, formatOf(form))).toBe(`${text}    verified: false\n`)
  })
})

describe('a statement to judge', () => {
  const form = forms.find(({ name }) => name === 'lessons-read-a-case')
  if (!form) throw new Error('no form of lessons')
  const lesson = (answer: string) =>
    `---\ntitle: 一\ndate: 2026-11-23\nstatus: draft\nquiz:\n  - kind: judge\n    question: 对吗？\n    answer: ${answer}\n---\n\n正文。\n`

  test.each(['true', 'false', '对', '错'])('whose answer is %s keeps it', (answer) => {
    const data = open(lesson(answer), form.fields, formatOf(form))
    data.title = '二'
    const after = save(data, form.fields, formatOf(form))
    expect(after).toBe(lesson(answer).replace('一', '二'))
  })
})
