import { createRequire } from 'node:module'
import type { PDFObject } from '@cantoo/pdf-lib'

/** A value of a PDF file, whatever it was written like: names and strings are decoded. */
export type Value = null | boolean | number | Name | Text | Ref | Value[] | Dictionary
interface Name {
  name: string
}
interface Text {
  text: string
}
/** Number of an object that stands elsewhere. */
interface Ref {
  ref: number
}
/** A dictionary; `data` holds the file from where its stream begins. */
export interface Dictionary {
  entries: ReadonlyMap<string, Value>
  data?: Uint8Array
}

/** An object as it is defined in one place; later savings of a file define a number again. */
export interface Definition {
  number: number
  value: Value
}

/** The library that knows the grammar; reading it takes a third of a second, so only when there is a PDF. */
type Library = typeof import('@cantoo/pdf-lib')
export function pdfLibrary(): Library {
  return createRequire(import.meta.url)('@cantoo/pdf-lib')
}

/** Parses one object at a place of a buffer; throws where none stands, or one that readers could take in two ways. */
export type ParseAt = (offset: number) => Value

export function parserOf(library: Library, bytes: Uint8Array): ParseAt {
  const { PDFDict, PDFParser } = library
  class Parser extends PDFParser {
    /** Where the stream of the object just parsed begins. */
    stream: number | undefined

    at(offset: number): PDFObject {
      this.stream = undefined
      this.bytes.moveTo(offset)
      this.skipWhitespaceAndComments()
      return this.parseObject()
    }

    protected override parseDict() {
      const entries = new Map<ReturnType<typeof this.parseName>, PDFObject>()
      this.opens()
      for (this.skipWhitespaceAndComments(); !this.closes(); this.skipWhitespaceAndComments()) {
        const key = this.parseName()
        if (entries.has(key)) throw new Error('A key stands twice.')
        entries.set(key, this.parseObject())
      }
      return PDFDict.fromMapWithContext(entries, this.context)
    }

    protected override parseDictOrStream() {
      const dictionary = this.parseDict()
      const end = this.bytes.offset()
      this.skipWhitespaceAndComments()
      if (this.matchKeyword(keyword)) this.stream = afterLineBreak(bytes, this.bytes.offset())
      else this.bytes.moveTo(end)
      return dictionary
    }

    private opens(): void {
      this.bytes.assertNext(0x3c)
      this.bytes.assertNext(0x3c)
    }

    private closes(): boolean {
      if (this.bytes.peek() !== 0x3e) return false
      this.bytes.assertNext(0x3e)
      this.bytes.assertNext(0x3e)
      return true
    }
  }
  const parser = new Parser(bytes)
  return (offset) => {
    const value = plain(library, parser.at(offset))
    const { stream } = parser
    const isStream = stream !== undefined && isDictionary(value)
    return isStream ? { ...value, data: bytes.subarray(stream) } : value
  }
}

const keyword = Array.from('stream', (letter) => letter.charCodeAt(0))

/** A stream begins after the line break that ends its keyword. Source: ISO 32000-1, 7.3.8.1. */
function afterLineBreak(bytes: Uint8Array, offset: number): number {
  if (bytes[offset] === 0x0d) return offset + (bytes[offset + 1] === 0x0a ? 2 : 1)
  return bytes[offset] === 0x0a ? offset + 1 : offset
}

/** The library's objects as plain values. */
function plain(library: Library, object: PDFObject): Value {
  const { PDFArray, PDFBool, PDFDict, PDFHexString, PDFName, PDFNumber, PDFRef, PDFString } =
    library
  if (object instanceof PDFDict)
    return {
      entries: new Map(
        object.entries().map(([key, value]) => [key.decodeText(), plain(library, value)]),
      ),
    }
  if (object instanceof PDFArray) return object.asArray().map((item) => plain(library, item))
  if (object instanceof PDFName) return { name: object.decodeText() }
  if (object instanceof PDFString || object instanceof PDFHexString)
    return { text: object.decodeText() }
  if (object instanceof PDFRef) return { ref: object.objectNumber }
  if (object instanceof PDFNumber) return object.asNumber()
  return object instanceof PDFBool ? object.asBoolean() : null
}

export function isDictionary(value: Value | undefined): value is Dictionary {
  return typeof value === 'object' && value !== null && 'entries' in value && !Array.isArray(value)
}

/** The name a dictionary gives under a key. */
export function nameAt(dictionary: Dictionary, key: string): string | undefined {
  return nameOf(dictionary.entries.get(key))
}

export function nameOf(value: Value | undefined): string | undefined {
  return typeof value === 'object' && value !== null && 'name' in value ? value.name : undefined
}
