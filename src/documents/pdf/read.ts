import { inflated } from '../inflate.ts'
import { isDictionary, nameAt, nameOf, parserOf, pdfLibrary } from './objects.ts'
import type { Definition, Dictionary, ParseAt, Value } from './objects.ts'

/** Every object of a PDF file that any reader could find, however it looks for them. */
export interface PdfFile {
  definitions: readonly Definition[]
  /** Dictionaries that lead to the catalogue, the last saving's and those of earlier ones. */
  trailers: readonly Dictionary[]
}

export type PdfFault = 'encrypted' | 'unreadable' | 'bomb'

/** Bytes that a stream of objects may have when inflated; a book's has a few hundred thousand. */
const largest = 32 * 1024 * 1024
const mostObjects = 500_000

/** White space and comments. Source: ISO 32000-1, 7.2.2 and 7.2.3. */
const gap = String.raw`(?:[\0\t\n\f\r ]|%[^\r\n]*[\r\n])`
const header = new RegExp(String.raw`(\d{1,10})${gap}+\+?\d{1,5}${gap}*$`)

/**
 * Read a file without its cross-reference table, which readers repair by their own lights: wherever an
 * object is defined, in whatever saving and even inside a stream, some reader may come upon it.
 */
export function readPdf(bytes: Uint8Array): PdfFile | PdfFault {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  try {
    const library = pdfLibrary()
    const parse = parserOf(library, bytes)
    const direct = definitionsIn(text, parse)
    const trailers = trailersOf(text, parse, direct)
    if (trailers.some(({ entries }) => entries.has('Encrypt'))) return 'encrypted'
    const packed: Definition[] = []
    for (const { value } of direct) {
      const content = objectStream(value)
      if (content === 'bomb') return 'bomb'
      if (content) packed.push(...packedIn(content, parserOf(library, content.bytes)))
      if (direct.length + packed.length > mostObjects) return 'bomb'
    }
    const definitions = [...direct, ...packed]
    return trailers.some(({ entries }) => entries.has('Root'))
      ? { definitions, trailers }
      : 'unreadable'
  } catch {
    // What the grammar does not know, or what readers could take in two ways.
    return 'unreadable'
  }
}

function definitionsIn(text: string, parse: ParseAt): Definition[] {
  const found: Definition[] = []
  for (const { index } of text.matchAll(/obj(?![A-Za-z])/g)) {
    const number = header.exec(text.slice(Math.max(0, index - 200), index))?.[1]
    if (number === undefined) continue
    const isEmpty = new RegExp(`^${gap}*endobj`).test(text.slice(index + 3, index + 203))
    found.push({ number: Number(number), value: isEmpty ? null : parse(index + 3) })
    if (found.length > mostObjects) throw new Error('More objects than any document has.')
  }
  return found
}

/** Trailers as they are written, and the dictionaries of cross-reference streams, which serve as such. */
function trailersOf(
  text: string,
  parse: ParseAt,
  definitions: readonly Definition[],
): Dictionary[] {
  const written = Array.from(text.matchAll(/trailer(?![A-Za-z])/g)).map(({ index }) => {
    const start = index + 'trailer'.length
    return new RegExp(`^${gap}*<<`).test(text.slice(start, start + 200)) ? parse(start) : null
  })
  const streams = definitions.map(({ value }) => value)
  return [...written, ...streams.filter((value) => isDictionary(value) && isTrailer(value))].filter(
    isDictionary,
  )
}

function isTrailer(dictionary: Dictionary): boolean {
  return nameAt(dictionary, 'Type') === 'XRef' || dictionary.entries.has('Root')
}

interface ObjectStream {
  bytes: Uint8Array
  count: number
  first: number
}

/** What an object stream holds, whether or not it says that it is one. Source: ISO 32000-1, 7.5.7. */
function objectStream(value: Value): ObjectStream | 'bomb' | undefined {
  if (!isDictionary(value) || !value.data) return undefined
  const [count, first] = [value.entries.get('N'), value.entries.get('First')]
  if (typeof count !== 'number' || typeof first !== 'number') return undefined
  const filters = filtersOf(value)
  const isPlain = filters.length === 0
  if ((!isPlain && filters.join() !== 'FlateDecode') || value.entries.has('DecodeParms'))
    throw new Error('Packed in a way that no producer packs objects.')
  const bytes = isPlain ? value.data : inflated(value.data, largest)
  return bytes ? { bytes, count, first } : 'bomb'
}

function packedIn({ bytes, count, first }: ObjectStream, parse: ParseAt): Definition[] {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, first))
  const numbers = (head.match(/\d+/g) ?? []).map(Number)
  return Array.from({ length: Math.min(count, numbers.length / 2) }, (_, index) => ({
    number: numbers[2 * index] ?? 0,
    value: parse(first + (numbers[2 * index + 1] ?? 0)),
  }))
}

/** How a stream is packed, outermost first; the long names of the short ones. */
export function filtersOf({ entries }: Dictionary): string[] {
  const filter = entries.get('Filter') ?? null
  const list = Array.isArray(filter) ? filter : [filter]
  return list.flatMap((one) => (one === null ? [] : (nameOf(one) ?? '?')))
}
