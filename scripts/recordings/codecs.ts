import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import decodeJpeg, { init as initJpegDecoder } from '@jsquash/jpeg/decode.js'
import encodeJpeg, { init as initJpegEncoder } from '@jsquash/jpeg/encode.js'
import decodePng, { init as initPng } from '@jsquash/png/decode.js'
import resize, { initResize } from '@jsquash/resize'
import decodeWebp, { init as initWebpDecoder } from '@jsquash/webp/decode.js'
import encodeWebp, { init as initWebpEncoder } from '@jsquash/webp/encode.js'
import type { PictureFile } from '../../src/recordings/picture-file.ts'
import type { Pixels } from '../../src/recordings/pixels.ts'

const { resolve } = createRequire(import.meta.url)

/** WebAssembly of a package, compiled: browsers fetch it, here it is read from the disk. */
function compiled(path: string): WebAssembly.Module {
  return new WebAssembly.Module(readFileSync(resolve(`@jsquash/${path}`)))
}

/** How a codec made by Emscripten is started; what it prints in English is said in Chinese by who asked. */
function started(path: string) {
  const options = {
    printErr: () => undefined,
    instantiateWasm(imports: WebAssembly.Imports, done: (instance: WebAssembly.Instance) => void) {
      const instance = new WebAssembly.Instance(compiled(path), imports)
      done(instance)
      return instance.exports
    },
  }
  return options
}

/** The codecs hand over their pixels in a class that only browsers have. */
class ImageDataHere implements Pixels {
  readonly data: Uint8ClampedArray
  readonly width: number
  readonly height: number
  constructor(data: Uint8ClampedArray, width: number, height: number) {
    this.data = data
    this.width = width
    this.height = height
  }
}
// The browser's class has more, which the codecs do not ask for.
if (!('ImageData' in globalThis)) Object.assign(globalThis, { ImageData: ImageDataHere })

/** The pixels of a picture as they lie in its file. Throws when they cannot be read. */
export async function decode(bytes: Uint8Array, type: PictureFile['type']): Promise<Pixels> {
  const buffer = Uint8Array.from(bytes).buffer
  if (type === 'image/png') {
    await initPng(compiled('png/codec/pkg/squoosh_png_bg.wasm'))
    return decodePng(buffer)
  }
  if (type === 'image/webp') {
    await initWebpDecoder(started('webp/codec/dec/webp_dec.wasm'))
    return decodeWebp(buffer)
  }
  await initJpegDecoder(started('jpeg/codec/dec/mozjpeg_dec.wasm'))
  return decodeJpeg(buffer)
}

export async function scaled(
  pixels: Pixels,
  size: Pick<Pixels, 'width' | 'height'>,
): Promise<Pixels> {
  if (size.width === pixels.width && size.height === pixels.height) return pixels
  await initResize(compiled('resize/lib/resize/pkg/squoosh_resize_bg.wasm'))
  return resize(asImageData(pixels), { ...size, method: 'lanczos3' })
}

export async function jpegOf(pixels: Pixels, quality: number): Promise<Uint8Array> {
  await initJpegEncoder(started('jpeg/codec/enc/mozjpeg_enc.wasm'))
  return new Uint8Array(await encodeJpeg(asImageData(pixels), { quality }))
}

export async function webpOf(
  pixels: Pixels,
  options: { quality: number; lossless?: number },
): Promise<Uint8Array> {
  await initWebpEncoder(started('webp/codec/enc/webp_enc_simd.wasm'))
  return new Uint8Array(await encodeWebp(asImageData(pixels), options))
}

function asImageData({ data, width, height }: Pixels): ImageData {
  return new ImageData(Uint8ClampedArray.from(data), width, height)
}
