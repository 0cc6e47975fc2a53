import { inflated } from '../inflate.ts'
import { pdfLibrary } from './objects.ts'

/** How many times larger a stream can become at the most, by the way it is packed. */
const ratios: Readonly<Record<string, number>> = { LZWDecode: 1400, RunLengthDecode: 64 }

/**
 * Bytes a stream has when unpacked as far as its pixels, or a number above `most` when there may be more.
 * Layers of text and of Deflate are undone; of the rest, the most they can hold counts.
 */
export function unpackedSize(data: Uint8Array, packing: readonly string[], most: number): number {
  let [content, factor] = [data, 1]
  try {
    for (const filter of packing) {
      if (filter.startsWith('ASCII')) content = withoutText(content, filter)
      else if (filter === 'FlateDecode') {
        const larger = inflated(content, most)
        if (!larger) return Infinity
        content = larger
      } else factor *= ratios[filter] ?? 1
      if (factor > 1 && content.length * factor > most) return Infinity
    }
  } catch {
    // Damaged data shows as nothing, or as far as it goes.
    return content.length
  }
  return content.length
}

function withoutText(content: Uint8Array, filter: string): Uint8Array {
  const { decodePDFRawStream, PDFContext, PDFRawStream } = pdfLibrary()
  const dictionary = PDFContext.create().obj({ Filter: filter })
  return decodePDFRawStream(PDFRawStream.of(dictionary, content)).decode()
}
