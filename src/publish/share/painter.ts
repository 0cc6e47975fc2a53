import { initWasm, Resvg } from '@resvg/resvg-wasm'
import { palettePng } from './png.ts'

export interface Painter {
  /** An SVG of few colours as a PNG, in its own size or a given width in pixels. */
  paint: (svg: string, width?: number) => Uint8Array
}

/**
 * A painter for SVG with text in the given fonts and no others, so that the same drawing gives the same
 * bytes on every machine. `wasm` is the code of `@resvg/resvg-wasm`; a process may load it once only.
 */
export async function openPainter(wasm: Uint8Array, fonts: Uint8Array[]): Promise<Painter> {
  await initWasm(wasm)
  return {
    paint(svg, width) {
      const drawing = new Resvg(svg, {
        font: { fontBuffers: fonts, loadSystemFonts: false },
        ...(width === undefined ? {} : { fitTo: { mode: 'width', value: width } }),
      })
      const image = drawing.render()
      const { width: columns, height, pixels } = image
      const png = palettePng({ width: columns, height, pixels })
      image.free()
      drawing.free()
      return png
    },
  }
}
