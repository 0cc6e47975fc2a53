import { parse } from 'yaml'
import type { ImportFinding, ReadDocument } from '../blocks.ts'
import { dateIn } from '../html/page.ts'

/** A file's fields taken off its text. */
interface FileHead {
  body: string
  meta: ReadDocument['meta']
  findings: ImportFinding[]
}

/** Names that other programs give to what a source needs. */
const names: [keyof ReadDocument['meta'], string[]][] = [
  ['title', ['title', '标题']],
  ['published', ['date', 'published', 'created', '日期', '发布日期']],
  ['author', ['author', 'authors', '作者']],
  ['publisher', ['publisher', 'source', '来源', '发布方']],
  ['url', ['url', 'link', 'source_url', 'permalink', '网址']],
]

/** Take the front matter off: what the source needs is used, and all of it is told. */
export function takeFileHead(text: string): FileHead {
  const found = /^(---|\+\+\+)[ \t]*\n([\s\S]*?)\n\1[ \t]*(?:\n|$)/.exec(text)
  if (!found) return { body: text, meta: {}, findings: [] }
  const [all, fence, inside = ''] = found
  // A rule at the top and another further down enclose text, not fields.
  if (fence === '---' && !/^[\w一-鿿-]+\s*:/m.test(inside))
    return { body: text, meta: {}, findings: [] }
  const fields = fence === '---' ? fieldsOf(inside) : {}
  const meta: ReadDocument['meta'] = {}
  for (const [name, keys] of names) {
    const value = keys.map((key) => worded(fields[key])).find((one) => one !== '')
    if (value) meta[name] = name === 'published' ? (dateIn(value) ?? '') : value
  }
  if (!meta.published) delete meta.published
  if (meta.url && !/^https?:\/\//.test(meta.url)) delete meta.url
  const lines = inside.split('\n').filter((line) => line.trim() !== '').length
  const used = Object.keys(meta).length
  const message = `文件开头的字段有${lines}行，用上了${used}项（标题、日期、作者、来源、网址），其余没有放进草稿。`
  return {
    body: text.slice(all.length),
    meta,
    findings: [{ kind: 'lost', message, text: inside }],
  }
}

function fieldsOf(text: string): Record<string, unknown> {
  try {
    const value: unknown = parse(text, { maxAliasCount: 0, schema: 'failsafe' })
    return typeof value === 'object' && value !== null ? { ...value } : {}
  } catch {
    // No YAML: its lines are told, and nothing is used of them.
    const [, title = ''] = /^title\s*:\s*["']?(.+?)["']?\s*$/m.exec(text) ?? []
    return title === '' ? {} : { title }
  }
}

function worded(value: unknown): string {
  if (typeof value === 'string') return value.trim()
  return Array.isArray(value) ? value.map(worded).filter(Boolean).join('、') : ''
}
