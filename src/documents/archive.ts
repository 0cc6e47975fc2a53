import { unzipSync } from 'fflate'
import { parseXml } from './tree.ts'
import type { Element } from './tree.ts'

/** Bytes a part may have when unpacked, and all parts together; a page of text has a few thousand. */
const limits = { part: 64 * 1024 * 1024, all: 256 * 1024 * 1024, parts: 20_000, ratio: 400 }

/** The parts of an Office file, by their name without a leading slash. */
export interface Archive {
  parts: ReadonlyMap<string, Uint8Array>
  /** Parts that were left packed because they are too large. */
  oversized: string[]
}

const broken = '文件损坏，解不开：请用 Word 打开并修复，另存为 .docx 再导入。'

/** Unpack an Office file, or say in one sentence why not. */
export function unpack(bytes: Uint8Array): Archive | { fault: string } {
  const fault = notZip(bytes)
  if (fault) return { fault }
  let [total, count, bomb, damaged] = [0, 0, false, false]
  const oversized: string[] = []
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, size, originalSize }) => {
        count += 1
        if (count > limits.parts) bomb = true
        // The list of parts is not where the file says: what stands there is no name.
        if (/\p{Cc}/u.test(name)) damaged = true
        if (bomb || damaged || name.endsWith('/')) return false
        const isBomb = originalSize > 1024 * 1024 && originalSize > size * limits.ratio
        if (isBomb || originalSize > limits.part || total + originalSize > limits.all) {
          oversized.push(name)
          return false
        }
        // A part cannot be smaller unpacked than packed: such a header lies.
        if (size > originalSize * 2 + 1024) return false
        total += originalSize
        return true
      },
    })
    if (bomb)
      return { fault: '文件里的部件多得不正常，没有读：请用 Word 打开后另存为 .docx 再导入。' }
    if (damaged) return { fault: broken }
    const parts = new Map(
      Object.entries(files).map(([name, data]) => [partName(name), data] as const),
    )
    return { parts, oversized }
  } catch {
    return { fault: broken }
  }
}

/** Names are compared without a leading slash and with forward slashes. */
function partName(name: string): string {
  return name.replaceAll('\\', '/').replace(/^\/+/, '')
}

const legacy = '请用 Word 或 WPS 打开，另存为 .docx 再导入。'
const heads: [string, string][] = [
  ['{\\rtf', `这是 RTF 文件，不是 .docx：${legacy}`],
  ['%PDF', '这是 PDF 文件，不是 .docx：请找到原来的 Word 文件，或把文字粘贴到 .txt 再导入。'],
  ['<!DOCTYPE', '这是网页，不是 .docx：把扩展名改成 .html 再导入。'],
  ['<html', '这是网页，不是 .docx：把扩展名改成 .html 再导入。'],
  ['<?xml', `这是 XML 文件，不是 .docx：${legacy}`],
]

function notZip(bytes: Uint8Array): string | undefined {
  if (bytes.length === 0) return '文件是空的，没有内容可以导入。'
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0)
    return compound(bytes)
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return undefined
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 64)).trimStart()
  const known = heads.find(([start]) => head.toLowerCase().startsWith(start.toLowerCase()))
  return known?.[1] ?? `这不是 Word 的 .docx 文件：${legacy}`
}

/** Compound files hold old Word documents, and new ones that are encrypted. */
function compound(bytes: Uint8Array): string {
  const text = new TextDecoder('utf-16le').decode(bytes.subarray(0, bytes.length & ~1))
  if (text.includes('EncryptedPackage'))
    return '文件有密码保护，打不开：请用 Word 打开，去掉密码另存为 .docx 再导入。'
  return `这是旧版的 .doc 文件，不是 .docx：${legacy}`
}

/** A part as an element tree; undefined when it is not there or not text. */
export function xmlPart({ parts }: Archive, name: string): Element | undefined {
  const bytes = parts.get(name) ?? caseless(parts, name)
  return bytes && parseXml(decodeXml(bytes))
}

function caseless(parts: Archive['parts'], name: string): Uint8Array | undefined {
  const wanted = name.toLowerCase()
  for (const [key, bytes] of parts) if (key.toLowerCase() === wanted) return bytes
  return undefined
}

function decodeXml(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 120))
  const named = /encoding=["']([\w-]+)["']/.exec(head)?.[1] ?? 'utf-8'
  try {
    return new TextDecoder(named).decode(bytes)
  } catch {
    return new TextDecoder().decode(bytes)
  }
}

export interface Relationship {
  type: string
  target: string
  external: boolean
}

/** What a part refers to, by id. Targets inside the file are part names. */
export function relationshipsOf(archive: Archive, part: string): Map<string, Relationship> {
  const cut = part.lastIndexOf('/') + 1
  const folder = part.slice(0, cut)
  const root = xmlPart(archive, `${folder}_rels/${part.slice(cut)}.rels`)
  const found = new Map<string, Relationship>()
  for (const list of root?.children ?? [])
    for (const node of typeof list === 'object' ? list.children : []) {
      if (typeof node !== 'object') continue
      const { Id = '', Type = '', Target = '', TargetMode } = node.attributes
      const external = TargetMode === 'External'
      const target = external ? Target : resolveTarget(folder, Target)
      found.set(Id, { type: Type.slice(Type.lastIndexOf('/') + 1), target, external })
    }
  return found
}

function resolveTarget(folder: string, target: string): string {
  const path = target.startsWith('/') ? target : folder + target
  const steps: string[] = []
  for (const step of path.replaceAll('\\', '/').split('/'))
    if (step === '..') steps.pop()
    else if (step !== '' && step !== '.') steps.push(step)
  return steps.join('/')
}
