import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { initWasm, Resvg } from '@resvg/resvg-wasm'

type Rendered = ReturnType<InstanceType<typeof Resvg>['render']>

export interface Painter {
  /** Four bytes a pixel, row by row. */
  pixels: (svg: string) => Uint8Array
  png: (svg: string, width?: number) => Uint8Array
}

/** A painter for SVG without text; a process may load its code once only. */
export async function openPainter(): Promise<Painter> {
  const wasm = createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')
  await initWasm(readFileSync(wasm))
  const draw = <Bytes>(
    svg: string,
    width: number | undefined,
    take: (image: Rendered) => Bytes,
  ) => {
    const drawing = new Resvg(svg, {
      font: { loadSystemFonts: false },
      ...(width === undefined ? {} : { fitTo: { mode: 'width', value: width } }),
    })
    const image = drawing.render()
    const taken = take(image)
    image.free()
    drawing.free()
    return taken
  }
  return {
    pixels: (svg) => draw(svg, undefined, (image) => image.pixels.slice()),
    png: (svg, width) => draw(svg, width, (image) => image.asPng()),
  }
}
