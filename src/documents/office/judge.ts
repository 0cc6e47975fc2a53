import { decodeXml, relationshipsOf, unpack } from '../archive.ts'
import type { Archive } from '../archive.ts'
import { isSafeAddress, shortAddress } from '../fault.ts'
import type { DocumentFault } from '../fault.ts'
import { descendants, isTooDeep, parseXml, textOf } from '../tree.ts'
import type { Element } from '../tree.ts'
import { partTypes, relationshipTypes, slideActions } from './allowed.ts'
import { contentTypesOf, isOfItsType } from './content-types.ts'
import { strangeFields } from './fields.ts'

const resave = '用 Word 或 PowerPoint 打开，删去宏、控件和插入的对象，另存为不带宏的文档。'
const unlink =
  '用 Word 或 PowerPoint 打开，把连着外面的图片、模板和链接换成文档自己的内容，另存再放进来。'

/** The part a document begins with, by its ending: a type of another name would open something else. */
const mainTypes: Readonly<Record<string, string>> = {
  '.docx': 'wordprocessingml.document.main+xml',
  '.pptx': 'presentationml.presentation.main+xml',
  '.xlsx': 'spreadsheetml.sheet.main+xml',
}

/** What in an Office file would run, or fetch from outside: all that is not known to be harmless. */
export function judgeOffice(bytes: Uint8Array, ending: string, depth = 0): DocumentFault[] {
  const archive = unpack(bytes)
  if ('fault' in archive)
    return [{ what: '这个文档损坏了，里面有什么查不清', hint: '打开并修复，另存再放进来。' }]
  const { oversized, twins, damaged } = archive
  const [large] = oversized
  if (large !== undefined)
    return [{ what: `文档里的 ${large} 解开以后大得不正常，会让读者的设备卡住`, hint: resave }]
  const [odd] = [...twins, ...damaged]
  if (odd !== undefined)
    return [{ what: `文档里的 ${shortAddress(odd)} 损坏或有两份，里面有什么查不清`, hint: resave }]
  const found = new Map<string, DocumentFault>()
  for (const fault of faultsIn(archive, ending, depth)) found.set(fault.what, fault)
  return [...found.values()]
}

function* faultsIn(archive: Archive, ending: string, depth: number): Generator<DocumentFault> {
  const types = contentTypesOf(archive)
  const main = [...relationshipsOf(archive, '').values()].find(
    ({ type }) => type === 'officeDocument',
  )
  if (!types(main?.target ?? '')?.endsWith(mainTypes[ending] ?? '?'))
    yield { what: `文档的正文不是 ${ending} 的，可能带宏`, hint: resave }
  for (const [name, bytes] of archive.parts) {
    if (name === '[Content_Types].xml') continue
    const type = types(name)
    if (type === undefined || !partTypes.has(type) || !isOfItsType(bytes, type))
      yield { what: `文档里夹带了不认得的部件 ${shortAddress(name)}，可能会运行`, hint: resave }
    else if (type.endsWith('.sheet')) {
      if (depth > 0) yield { what: '文档里一层套一层地夹着别的文档', hint: resave }
      else for (const { what } of judgeOffice(bytes, '.xlsx', depth + 1)) yield inside(what)
    } else if (type.endsWith('.relationships+xml')) yield* relationshipFaults(archive, name)
    else if (isXml(type)) yield* textFaults(name, bytes)
  }
}

const isXml = (type: string) => type.endsWith('xml') || type.endsWith('vmlDrawing')

const inside = (what: string): DocumentFault => ({ what: `文档里的表格：${what}`, hint: resave })

function* relationshipFaults(archive: Archive, name: string): Generator<DocumentFault> {
  const part = name.replace(/_rels\/([^/]*)\.rels$/, '$1')
  for (const { type, target, external } of relationshipsOf(archive, part).values()) {
    const isLink = type === 'hyperlink'
    if (external && !(isLink && isSafeAddress(target)))
      yield { what: `文档连着外面的“${shortAddress(target)}”，一打开就可能去取`, hint: unlink }
    else if (!relationshipTypes.has(type))
      yield { what: `文档里夹带了不认得的部件（${shortAddress(type)}），可能会运行`, hint: resave }
  }
}

function* textFaults(name: string, bytes: Uint8Array): Generator<DocumentFault> {
  const text = decodeXml(bytes)
  const root = parseXml(text)
  if (/<!(DOCTYPE|ENTITY)/i.test(text) || isTooDeep(root))
    return yield { what: `文档里的 ${name} 不合规范，里面有什么查不清`, hint: resave }
  for (const field of strangeFields(root))
    yield {
      what: `文档里有会运行或取外面内容的域（${shortAddress(field)}）`,
      hint: '在 Word 里选中这个域，按 Ctrl+Shift+F9 变成普通文字，另存再放进来。',
    }
  for (const element of descendants(root)) yield* elementFaults(element)
}

function* elementFaults(element: Element): Generator<DocumentFault> {
  const local = localName(element.name)
  if (local === 'script' || local === 'foreignObject')
    yield { what: '文档里有带脚本的图', hint: resave }
  if (local === 'HyperlinkBase' && !isHarmless(textOf(element)))
    yield { what: `文档的链接都以“${shortAddress(textOf(element))}”为起点`, hint: unlink }
  for (const [key, value] of Object.entries(element.attributes)) {
    const attribute = localName(key)
    if (attribute === 'action' && /^hlink/.test(local) && !slideActions.test(value))
      yield { what: `幻灯片上有会运行程序或宏的动作（${shortAddress(value)}）`, hint: unlink }
    if (/^(src|href|althref)$/i.test(attribute) && !isHarmless(value))
      yield { what: `文档连着外面的“${shortAddress(value)}”，一打开就可能去取`, hint: unlink }
  }
}

/** Nothing, a place in the document itself or a picture in the text, or a page of the web. */
function isHarmless(address: string): boolean {
  return /^\s*(#.*|data:image\/(png|jpeg|gif);.*)?$/is.test(address) || isSafeAddress(address)
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}
