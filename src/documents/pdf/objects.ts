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
/** A dictionary; of a stream, `data` holds the bytes from its beginning to the end of the file. */
export interface Dictionary {
  entries: ReadonlyMap<string, Value>
  data?: Uint8Array
}

/** An object as it is defined in one place; later savings of a file define a number again. */
export interface Definition {
  number: number
  value: Value
}

type PdfLibrary = typeof import('@cantoo/pdf-lib')

/** The library that knows PDF's grammar; loading it takes a third of a second, so only when there is a PDF. */
export function pdfLibrary(): PdfLibrary {
  return createRequire(import.meta.url)('@cantoo/pdf-lib')
}

/**
 * Parses one object at an offset in bytes; throws where none stands, or where PDF readers could
 * understand it in two ways.
 */
export type ParseAt = (offset: number) => Value

/** A parser of the objects in these bytes; the offsets it is given count from their start. */
export function parserOf(library: PdfLibrary, bytes: Uint8Array): ParseAt {
  const parser = new (strictParser(library))(bytes)
  return (offset) => {
    const value = plainValue(library, parser.parseAt(offset))
    const { keywordEnd } = parser
    if (keywordEnd === undefined || !isDictionary(value)) return value
    return { ...value, data: bytes.subarray(afterLineBreak(bytes, keywordEnd)) }
  }
}

/**
 * The library's parser, made strict: a key that stands twice in a dictionary is refused, and a stream is
 * not decoded: only the end of its keyword is kept. A function, because the class it extends is loaded late.
 */
function strictParser({ PDFDict, PDFParser }: PdfLibrary) {
  return class extends PDFParser {
    /** Where the keyword `stream` of the object just parsed ends; undefined for one without a stream. */
    keywordEnd: number | undefined

    parseAt(offset: number): PDFObject {
      this.keywordEnd = undefined
      this.bytes.moveTo(offset)
      this.skipWhitespaceAndComments()
      return this.parseObject()
    }

    protected override parseDict() {
      const entries = new Map<ReturnType<typeof this.parseName>, PDFObject>()
      this.openDictionary()
      for (
        this.skipWhitespaceAndComments();
        !this.closesDictionary();
        this.skipWhitespaceAndComments()
      ) {
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
      if (this.matchKeyword(streamKeyword)) this.keywordEnd = this.bytes.offset()
      else this.bytes.moveTo(end)
      return dictionary
    }

    private openDictionary(): void {
      this.bytes.assertNext(0x3c)
      this.bytes.assertNext(0x3c)
    }

    /** Whether the dictionary ends here; its `>>` is then read. */
    private closesDictionary(): boolean {
      if (this.bytes.peek() !== 0x3e) return false
      this.bytes.assertNext(0x3e)
      this.bytes.assertNext(0x3e)
      return true
    }
  }
}

const streamKeyword = Array.from('stream', (letter) => letter.charCodeAt(0))

/** A stream begins after the line break that ends its keyword. Source: ISO 32000-1, 7.3.8.1. */
function afterLineBreak(bytes: Uint8Array, offset: number): number {
  if (bytes[offset] === 0x0d) return offset + (bytes[offset + 1] === 0x0a ? 2 : 1)
  return bytes[offset] === 0x0a ? offset + 1 : offset
}

/** The library's objects as plain values. */
function plainValue(library: PdfLibrary, object: PDFObject): Value {
  const { PDFArray, PDFBool, PDFDict, PDFHexString, PDFName, PDFNumber, PDFRef, PDFString } =
    library
  if (object instanceof PDFDict)
    return {
      entries: new Map(
        object.entries().map(([key, value]) => [key.decodeText(), plainValue(library, value)]),
      ),
    }
  if (object instanceof PDFArray) return object.asArray().map((item) => plainValue(library, item))
  if (object instanceof PDFName) return { name: object.decodeText() }
  if (object instanceof PDFString || object instanceof PDFHexString)
    return { text: object.decodeText() }
  if (object instanceof PDFRef) return { ref: object.objectNumber }
  if (object instanceof PDFNumber) return object.asNumber()
  return object instanceof PDFBool ? object.asBoolean() : null
}

/** Whether a value is a dictionary, and no array, name, string or reference. */
export function isDictionary(value: Value | undefined): value is Dictionary {
  return typeof value === 'object' && value !== null && 'entries' in value && !Array.isArray(value)
}

/** The name a dictionary gives under a key; undefined where it gives none. */
export function nameAt(dictionary: Dictionary, key: string): string | undefined {
  return nameOf(dictionary.entries.get(key))
}

/** What a name is called, without its slash; undefined for a value that is no name. */
export function nameOf(value: Value | undefined): string | undefined {
  return typeof value === 'object' && value !== null && 'name' in value ? value.name : undefined
}
