import { isSafeAddress, shortAddress } from '../fault.ts'
import type { DocumentFault } from '../fault.ts'
import { actionTypes, annotationTypes, catalogKeys, filters, formKeys } from './allowed.ts'
import { namedSteps, nameTrees } from './allowed.ts'
import { isDictionary, nameAt, nameOf } from './objects.ts'
import type { Dictionary, Value } from './objects.ts'
import { filtersOf, readPdf } from './read.ts'
import type { PdfFault, PdfFile } from './read.ts'
import { unpackedSize } from './streams.ts'

const reprint = '用“打印”重新生成一份 PDF，脚本、动作和夹带的文件不会跟着走。'

const unread: Record<PdfFault, DocumentFault> = {
  encrypted: {
    what: '这个 PDF 设了密码或权限，里面有什么查不出来，有的读者也打不开',
    hint: '去掉密码和权限，另存一份再放进来。',
  },
  unreadable: { what: '这个 PDF 的结构不完整或不合规范，里面有什么查不清', hint: reprint },
  bomb: { what: '这个 PDF 里有的部分解开以后大得不正常，会让读者的设备卡住', hint: reprint },
}

/** Bytes that one stream may have when inflated, of drawing and of pixels, and all drawing together. */
const largest = { drawing: 64 * 1024 * 1024, pixels: 256 * 1024 * 1024, all: 256 * 1024 * 1024 }

/** What in a PDF file would run, lead out of it or choke its reader: all that is not known to be harmless. */
export function judgePdf(bytes: Uint8Array): DocumentFault[] {
  const file = readPdf(bytes)
  return typeof file === 'string' ? [unread[file]] : new Judge(file).faults()
}

class Judge {
  readonly #file: PdfFile
  readonly #byNumber = new Map<number, Value[]>()
  readonly #found = new Map<string, DocumentFault>()
  readonly #actions = new Set<Dictionary>()
  #drawn = 0

  constructor(file: PdfFile) {
    this.#file = file
    for (const { number, value } of file.definitions) {
      const known = this.#byNumber.get(number)
      if (known) known.push(value)
      else this.#byNumber.set(number, [value])
    }
  }

  faults(): DocumentFault[] {
    const { definitions, trailers } = this.#file
    for (const { value } of [...definitions, ...trailers.map((value) => ({ value }))])
      for (const dictionary of dictionariesIn(value)) this.#dictionary(dictionary)
    for (const { entries } of trailers)
      for (const root of this.#resolve(entries.get('Root')))
        if (isDictionary(root)) this.#catalog(root)
    return [...this.#found.values()]
  }

  #find(what: string, hint = reprint): void {
    this.#found.set(what, { what, hint })
  }

  /** Every value an object has had; a saving that no reader takes is judged as well. */
  #resolve(value: Value | undefined, depth = 0): Value[] {
    if (value === undefined || depth > 8) return []
    if (typeof value !== 'object' || value === null || !('ref' in value)) return [value]
    return (this.#byNumber.get(value.ref) ?? []).flatMap((one) => this.#resolve(one, depth + 1))
  }

  #dictionary(dictionary: Dictionary): void {
    const { entries } = dictionary
    if (nameAt(dictionary, 'Type') === 'Catalog') this.#catalog(dictionary)
    if (nameAt(dictionary, 'Type') === 'Action') this.#action(dictionary)
    for (const key of ['A', 'PA', 'OpenAction']) this.#actionsIn(entries.get(key))
    for (const events of this.#resolve(entries.get('AA')))
      if (isDictionary(events)) for (const event of events.entries.values()) this.#event(event)
    if (entries.has('JS') || entries.has('JavaScript')) this.#find('PDF 里有脚本（JavaScript）')
    if (entries.has('EF') || nameAt(dictionary, 'Type') === 'EmbeddedFile')
      this.#find('PDF 里夹带了别的文件')
    if (entries.has('Rect') && nameAt(dictionary, 'Subtype')) this.#annotation(dictionary)
    for (const list of this.#resolve(entries.get('Annots')))
      for (const item of Array.isArray(list) ? list : [])
        for (const one of this.#resolve(item)) if (isDictionary(one)) this.#annotation(one)
    if (dictionary.data) this.#stream(dictionary, dictionary.data)
  }

  #catalog({ entries }: Dictionary): void {
    for (const [key, value] of entries) {
      if (this.#resolve(value).every((one) => one === null)) continue
      if (!catalogKeys.has(key))
        this.#find(`PDF 里有不认得的部分（${key}），可能会运行或夹带别的东西`)
    }
    this.#keysOf(entries.get('Names'), nameTrees)
    this.#keysOf(entries.get('AcroForm'), formKeys)
    for (const base of this.#resolve(entries.get('URI')))
      if (isDictionary(base)) this.#address(base.entries.get('Base'))
  }

  /** Keys of a dictionary that are not among the harmless ones; an empty list under them does nothing. */
  #keysOf(value: Value | undefined, allowed: ReadonlySet<string>): void {
    for (const one of this.#resolve(value))
      if (isDictionary(one))
        for (const [key, held] of one.entries)
          if (!allowed.has(key) && !this.#resolve(held).every(isEmpty))
            this.#find(
              `PDF 里有${key === 'EmbeddedFiles' ? '夹带的文件' : `会运行的部分（${key}）`}`,
            )
  }

  #actionsIn(value: Value | undefined): void {
    for (const one of this.#resolve(value))
      if (Array.isArray(one)) for (const item of one) this.#actionsIn(item)
      else if (isDictionary(one) && one.entries.has('S')) this.#action(one)
  }

  /** What happens by itself, on opening, printing or passing over: nothing may. */
  #event(value: Value): void {
    for (const one of this.#resolve(value))
      if (isDictionary(one) && one.entries.has('S')) this.#find('PDF 里有自动执行的动作')
  }

  #action(action: Dictionary): void {
    if (this.#actions.has(action)) return
    this.#actions.add(action)
    for (const type of this.#resolve(action.entries.get('S'))) {
      const name = nameOf(type) ?? '?'
      if (!actionTypes.has(name)) this.#find(`PDF 里有会运行的动作（${shortAddress(name)}）`)
      if (name === 'URI') this.#address(action.entries.get('URI'))
      const step = name === 'Named' ? this.#resolve(action.entries.get('N')) : []
      if (!step.every((one) => namedSteps.has(nameOf(one) ?? '?')))
        this.#find('PDF 里有会运行的动作（菜单命令）')
    }
    this.#actionsIn(action.entries.get('Next'))
  }

  #address(value: Value | undefined): void {
    for (const one of this.#resolve(value)) {
      const text = typeof one === 'object' && one !== null && 'text' in one ? one.text : ''
      if (text !== '' && !isSafeAddress(text) && !/^www\./i.test(text))
        this.#find(
          `PDF 里的链接“${shortAddress(text)}”不是网页、邮箱或电话`,
          '在原文档里改掉或删去这个链接，再导出一次 PDF。',
        )
    }
  }

  #annotation(dictionary: Dictionary): void {
    for (const type of this.#resolve(dictionary.entries.get('Subtype'))) {
      const name = nameOf(type)
      if (name !== undefined && !annotationTypes.has(name))
        this.#find(`PDF 的页面上有夹带或会播放、运行的东西（${shortAddress(name)}）`)
    }
  }

  #stream(stream: Dictionary, data: Uint8Array): void {
    const { entries } = stream
    const packing = filtersOf(stream)
    if (!packing.every((name) => filters.has(name))) this.#find('PDF 里有用不认得的方法打包的部分')
    if (entries.has('F') || entries.has('OPI') || (entries.has('Ref') && isForm(stream)))
      this.#find('PDF 会去取文件外面的内容')
    if (nameAt(stream, 'Type') === 'XObject' && !isForm(stream) && !isImage(stream))
      this.#find('PDF 里有会运行的程序（PostScript）')
    if (this.#isBomb(stream, data, packing)) this.#find(unread.bomb.what)
  }

  #isBomb(stream: Dictionary, data: Uint8Array, packing: readonly string[]): boolean {
    const most = isImage(stream) ? largest.pixels : largest.drawing
    // Deflated data says itself where it ends; a length that lies would hide the rest.
    const [length] = this.#resolve(stream.entries.get('Length'))
    const isFlate = packing[0] === 'FlateDecode'
    const own = typeof length === 'number' && !isFlate ? data.subarray(0, length) : data
    const size = unpackedSize(own, packing, most)
    if (!isImage(stream)) this.#drawn += size
    return size > most || this.#drawn > largest.all
  }
}

const isImage = (stream: Dictionary) => nameAt(stream, 'Subtype') === 'Image'
const isForm = (stream: Dictionary) => nameAt(stream, 'Subtype') === 'Form'

function isEmpty(value: Value): boolean {
  return value === null || (isDictionary(value) && value.entries.size === 0)
}

function* dictionariesIn(value: Value): Generator<Dictionary> {
  if (Array.isArray(value)) for (const item of value) yield* dictionariesIn(item)
  else if (isDictionary(value)) {
    yield value
    for (const item of value.entries.values()) yield* dictionariesIn(item)
  }
}
