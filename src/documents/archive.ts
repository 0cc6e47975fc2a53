import { crc32 } from 'node:zlib'
import { strFromU8, unzipSync } from 'fflate'
import type { UnzipFileInfo } from 'fflate'
import { parseXml } from './tree.ts'
import type { Element } from './tree.ts'

/** Bytes a part may have when unpacked, and all parts together; a page of text has a few thousand. */
const limits = { part: 64 * 1024 * 1024, all: 256 * 1024 * 1024, parts: 20_000, ratio: 400 }

/** The parts of an Office file, by their name without a leading slash. */
export interface Archive {
  parts: ReadonlyMap<string, Uint8Array>
  /** Parts that were left packed because they are too large. */
  oversized: string[]
  /** Names that stand twice, whatever their case: readers differ in which of the parts they take. */
  twins: string[]
  /** Parts that are not what the list of parts says they are: cut off, or with a size that lies. */
  damaged: string[]
}

/** Why an archive cannot be read: it is damaged, or has more parts than any document. */
export type ArchiveFault = 'damaged' | 'crowded'

/** Unpack a zip archive, within limits that no document of pages and pictures meets. */
export function unpack(bytes: Uint8Array): Archive | { fault: ArchiveFault } {
  const found = new Listing()
  try {
    const files = Object.entries(unzipSync(bytes, { filter: (part) => found.wants(part) }))
    if (found.fault) return { fault: found.fault }
    const sums = checksums(bytes)
    const { oversized, twins, damaged } = found
    damaged.push(...files.filter(([name, data]) => sums.get(name) !== crc32(data)).map(first))
    const parts = new Map(files.map(([name, data]) => [partName(name), data] as const))
    return { parts, oversized, twins, damaged }
  } catch {
    return { fault: 'damaged' }
  }
}

const first = ([name]: readonly [string, unknown]) => name

/** What the list of parts says, part by part, before anything is unpacked. */
class Listing {
  fault?: ArchiveFault
  readonly oversized: string[] = []
  readonly twins: string[] = []
  readonly damaged: string[] = []
  readonly #seen = new Set<string>()
  #total = 0

  wants({ name, size, originalSize }: UnzipFileInfo): boolean {
    // The list of parts is not where the file says: what stands there is no name.
    if (/\p{Cc}/u.test(name)) this.fault ??= 'damaged'
    const key = partName(name).toLowerCase()
    if (this.#seen.has(key)) this.twins.push(name)
    this.#seen.add(key)
    if (this.#seen.size > limits.parts) this.fault ??= 'crowded'
    if (this.fault || name.endsWith('/')) return false
    const isBomb = originalSize > 1024 * 1024 && originalSize > size * limits.ratio
    const isLarge = originalSize > limits.part || this.#total + originalSize > limits.all
    // A part cannot be smaller unpacked than packed: such a header lies.
    const isLying = size > originalSize * 2 + 1024
    if (isBomb || isLarge) this.oversized.push(name)
    else if (isLying) this.damaged.push(name)
    else this.#total += originalSize
    return !isBomb && !isLarge && !isLying
  }
}

/** The CRC-32 of each part, from the central directory. Source: PKWARE's APPNOTE 6.3.10, 4.3.12 and 4.3.16. */
function checksums(bytes: Uint8Array): Map<string, number> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const found = new Map<string, number>()
  let end = bytes.length - 22
  while (view.getUint32(end, true) !== 0x06054b50) end -= 1
  let at = view.getUint32(end + 16, true)
  while (view.getUint32(at, true) === 0x02014b50) {
    const [name, extra, comment] = [28, 30, 32].map((field) => view.getUint16(at + field, true))
    const [from, isUtf8] = [at + 46, (view.getUint16(at + 8, true) & 0x800) !== 0]
    const encoded = bytes.subarray(from, from + (name ?? 0))
    found.set(strFromU8(encoded, !isUtf8), view.getUint32(at + 16, true))
    at = from + (name ?? 0) + (extra ?? 0) + (comment ?? 0)
  }
  return found
}

/** Names are compared without a leading slash and with forward slashes. */
function partName(name: string): string {
  return name.replaceAll('\\', '/').replace(/^\/+/, '')
}

/** A part as an element tree; undefined when it is not there or not text. */
export function xmlPart({ parts }: Archive, name: string): Element | undefined {
  const bytes = parts.get(name) ?? caseless(parts, name)
  return bytes && parseXml(decodeXml(bytes))
}

function caseless(parts: Archive['parts'], name: string): Uint8Array | undefined {
  const wanted = name.toLowerCase()
  for (const [key, bytes] of parts) if (key.toLowerCase() === wanted) return bytes
  return undefined
}

export function decodeXml(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 120))
  const named = /encoding=["']([\w-]+)["']/.exec(head)?.[1] ?? 'utf-8'
  try {
    return new TextDecoder(named).decode(bytes)
  } catch {
    return new TextDecoder().decode(bytes)
  }
}

export interface Relationship {
  type: string
  target: string
  external: boolean
}

/** What a part refers to, by id. Targets inside the file are part names. */
export function relationshipsOf(archive: Archive, part: string): Map<string, Relationship> {
  const cut = part.lastIndexOf('/') + 1
  const folder = part.slice(0, cut)
  const root = xmlPart(archive, `${folder}_rels/${part.slice(cut)}.rels`)
  const found = new Map<string, Relationship>()
  for (const list of root?.children ?? [])
    for (const node of typeof list === 'object' ? list.children : []) {
      if (typeof node !== 'object') continue
      const { Id = '', Type = '', Target = '', TargetMode } = node.attributes
      const external = TargetMode === 'External'
      const target = external ? Target : resolveTarget(folder, Target)
      found.set(Id, { type: Type.slice(Type.lastIndexOf('/') + 1), target, external })
    }
  return found
}

function resolveTarget(folder: string, target: string): string {
  const path = target.startsWith('/') ? target : folder + target
  const steps: string[] = []
  for (const step of path.replaceAll('\\', '/').split('/'))
    if (step === '..') steps.pop()
    else if (step !== '' && step !== '.') steps.push(step)
  return steps.join('/')
}
