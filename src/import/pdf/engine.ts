import { init } from '@embedpdf/pdfium'
import type { WrappedPdfiumModule } from '@embedpdf/pdfium'

/** A character where it stands on its page, in points from the lower left corner. */
export interface Glyph {
  text: string
  left: number
  right: number
  bottom: number
  top: number
  size: number
}

export interface PdfPage {
  glyphs: Glyph[]
  pictures: { bytes?: Uint8Array; top: number; width: number; height: number }[]
}

/** Why a file cannot be read: PDFium's own numbers. Source: fpdfview.h, FPDF_ERR_*. */
type PdfFault = 'locked' | 'damaged'

/** Pages and characters that are read. */
export const limits = { pages: 100, glyphs: 400_000 }

const pictureObject = 3

/** Read a PDF's characters and pictures page by page, in the order in which they stand in the file. */
export async function readPages(
  bytes: Uint8Array,
): Promise<{ pages: PdfPage[]; count: number } | { fault: PdfFault }> {
  const module = await init({})
  module.PDFiumExt_Init()
  const memory = new Memory(module)
  const at = memory.put(bytes)
  const document = module.FPDF_LoadMemDocument(at, bytes.length, '')
  if (document === 0) {
    const isLocked = module.FPDF_GetLastError() === 4
    return { fault: isLocked ? 'locked' : 'damaged' }
  }
  const count = module.FPDF_GetPageCount(document)
  const pages: PdfPage[] = []
  let glyphs = 0
  for (let index = 0; index < Math.min(count, limits.pages) && glyphs < limits.glyphs; index++) {
    const page = readPage(module, memory, document, index)
    glyphs += page.glyphs.length
    pages.push(page)
  }
  module.FPDF_CloseDocument(document)
  return { pages, count }
}

function readPage(
  module: WrappedPdfiumModule,
  memory: Memory,
  document: number,
  index: number,
): PdfPage {
  const page = module.FPDF_LoadPage(document, index)
  if (page === 0) return { glyphs: [], pictures: [] }
  const text = module.FPDFText_LoadPage(page)
  const glyphs = text === 0 ? [] : glyphsOf(module, memory, text)
  const pictures = picturesOf(module, memory, page)
  if (text !== 0) module.FPDFText_ClosePage(text)
  module.FPDF_ClosePage(page)
  return { glyphs, pictures }
}

function glyphsOf(module: WrappedPdfiumModule, memory: Memory, text: number): Glyph[] {
  const count = Math.min(module.FPDFText_CountChars(text), limits.glyphs)
  return Array.from({ length: Math.max(count, 0) }, (_, index): Glyph => {
    const box = memory.doubles(4, (left, right, bottom, top) =>
      module.FPDFText_GetCharBox(text, index, left, right, bottom, top),
    )
    const [left = 0, right = 0, bottom = 0, top = 0] = box
    const code = module.FPDFText_GetUnicode(text, index)
    const size = module.FPDFText_GetFontSize(text, index)
    return {
      text: code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '',
      left,
      right,
      bottom,
      top,
      size,
    }
  })
}

function picturesOf(
  module: WrappedPdfiumModule,
  memory: Memory,
  page: number,
): PdfPage['pictures'] {
  const count = Math.min(module.FPDFPage_CountObjects(page), 5000)
  const found: PdfPage['pictures'] = []
  for (let index = 0; index < count; index++) {
    const object = module.FPDFPage_GetObject(page, index)
    if (module.FPDFPageObj_GetType(object) !== pictureObject) continue
    const [left = 0, bottom = 0, right = 0, top = 0] = memory.floats(4, (a, b, c, d) =>
      module.FPDFPageObj_GetBounds(object, a, b, c, d),
    )
    const bytes = jpegOf(module, memory, object)
    found.push({ ...(bytes ? { bytes } : {}), top, width: right - left, height: top - bottom })
  }
  return found
}

/** The bytes of a picture that is kept as JPEG; others would have to be drawn anew. */
function jpegOf(
  module: WrappedPdfiumModule,
  memory: Memory,
  object: number,
): Uint8Array | undefined {
  const length = module.FPDFImageObj_GetImageDataRaw(object, 0, 0)
  if (length === 0 || length > 20 * 1024 * 1024) return undefined
  const bytes = memory.take(length, (at) => module.FPDFImageObj_GetImageDataRaw(object, at, length))
  return bytes[0] === 0xff && bytes[1] === 0xd8 ? bytes : undefined
}

/** Room in the engine's memory for what its functions read and write. */
class Memory {
  readonly #module: WrappedPdfiumModule['pdfium']

  constructor({ pdfium }: WrappedPdfiumModule) {
    this.#module = pdfium
  }

  put(bytes: Uint8Array): number {
    const at = this.#module.wasmExports.malloc(bytes.length)
    this.#heap().set(bytes, at)
    return at
  }

  take(length: number, fill: (at: number) => unknown): Uint8Array {
    const at = this.#module.wasmExports.malloc(length)
    fill(at)
    const bytes = this.#heap().slice(at, at + length)
    this.#module.wasmExports.free(at)
    return bytes
  }

  doubles(count: number, fill: (...at: [number, number, number, number]) => unknown): number[] {
    return this.#numbers(count, 8, 'double', fill)
  }

  floats(count: number, fill: (...at: [number, number, number, number]) => unknown): number[] {
    return this.#numbers(count, 4, 'float', fill)
  }

  #numbers(
    count: number,
    width: number,
    type: 'double' | 'float',
    fill: (...at: [number, number, number, number]) => unknown,
  ): number[] {
    const at = this.#module.wasmExports.malloc(count * width)
    const filled = fill(at, at + width, at + 2 * width, at + 3 * width)
    const values = Array.from({ length: count }, (_, index) =>
      filled ? Number(this.#module.getValue(at + index * width, type)) : 0,
    )
    this.#module.wasmExports.free(at)
    return values
  }

  /** The engine's memory as it is now: it moves when it grows. */
  #heap(): Uint8Array {
    const heap: unknown = Reflect.get(this.#module, 'HEAPU8')
    if (heap instanceof Uint8Array) return heap
    throw new Error('The PDF engine has no memory.')
  }
}
