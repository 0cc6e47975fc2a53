import { imageSize } from 'image-size'
import type { Element } from '../../documents/tree.ts'
import type { Picture } from '../blocks.ts'
import type { ReadContext } from '../read-context.ts'

/** Where pages keep the address of a picture that is loaded when it comes into sight. */
const lazy = ['data-src', 'data-original', 'data-lazy-src', 'data-actualsrc', 'original', '_src']
/** Pixels below which a picture is a spacer, and below which it is an ornament. */
const sides = { spacer: 3, ornament: 40 }
/** Bytes of one picture. */
const largest = 20 * 1024 * 1024

type FoundPicture =
  | { use: 'show'; picture: Picture }
  | { use: 'leave'; reason: 'spacer' | 'ornament' | 'large'; name: string }

/** The picture of an `img`: from the folder saved beside the page, out of the page, or its address alone. */
export function pictureOf(
  { attributes }: Element,
  base: string,
  { beside }: ReadContext,
): FoundPicture {
  const source = (attributes.src ?? '').trim()
  const later = lazy.map((name) => attributes[name]?.trim()).find(Boolean)
  const bytes =
    inline(source) ?? (/^(https?:|data:|\/\/)/i.test(source) ? undefined : nearby(source, beside))
  const written = later ?? source
  const address = absolute(written, base)
  const name = nameOf(source.startsWith('data:') ? written : source || written)
  const alt = (attributes.alt ?? '').trim()
  if (!bytes) return { use: 'show', picture: { alt, name, address } }
  if (bytes.length > largest) return { use: 'leave', reason: 'large', name: name || address }
  const side = longerSide(bytes)
  // A picture of one pixel stands for one that is loaded later.
  if (side < sides.spacer)
    return later
      ? { use: 'show', picture: { alt, name, address } }
      : { use: 'leave', reason: 'spacer', name }
  if (side < sides.ornament) return { use: 'leave', reason: 'ornament', name }
  return { use: 'show', picture: { bytes, alt, name, address } }
}

function nearby(source: string, beside: ReadContext['beside']): Uint8Array | undefined {
  const path = source.replace(/[?#].*$/, '').replace(/^\.\//, '')
  if (path === '' || !beside) return undefined
  return beside(decoded(path)) ?? beside(path)
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

/** Bytes of a picture written into the page. */
function inline(source: string): Uint8Array | undefined {
  const [, data] = /^data:image\/[\w.+-]+;base64,([\s\S]+)$/i.exec(source) ?? []
  if (data === undefined) return undefined
  const digits = data.replace(/[^A-Za-z0-9+/]/g, '')
  // One digit over is half a byte.
  const whole = digits.length % 4 === 1 ? digits.slice(0, -1) : digits
  return Uint8Array.from(atob(whole), (byte) => byte.charCodeAt(0))
}

/** An address in full, where the page's own is known. */
export function absolute(address: string, base: string): string {
  if (/^(data|javascript):/i.test(address) || !URL.canParse(address, base || undefined))
    return address
  return new URL(address, base || undefined).href
}

function nameOf(address: string): string {
  return decoded(address.split(/[?#]/)[0]?.split('/').at(-1) ?? '')
}

const longerSide = (bytes: Uint8Array) => Math.max(...sidesOf(bytes))

/** Sides in pixels; endless where they cannot be read, which is told elsewhere. */
function sidesOf(bytes: Uint8Array): [number, number] {
  try {
    const { width, height } = imageSize(bytes)
    return [width, height]
  } catch {
    return [Infinity, Infinity]
  }
}
