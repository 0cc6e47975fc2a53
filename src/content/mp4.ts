/** What the check asks of a film. Source of the format: ISO/IEC 14496-12 (boxes), 14496-15 (avcC). */
export interface Film {
  /** Whether the index stands before the pictures, so that playing starts while loading. */
  indexFirst: boolean
  /** Seconds. */
  duration?: number
  /** Four letters: `avc1` is H.264. */
  codec?: string
  /** H.264's profile_idc; 66, 77, 88 and 100 are always 8-bit 4:2:0. */
  profile?: number
  width?: number
  height?: number
  /** Whether it has a sound track. */
  sound?: boolean
  /** `AAC`, `MP3`, or the four letters of another code; absent when there is no sound. */
  soundCodec?: string
  /** Its pictures come in fragments, each with an index of its own: the file as a whole has no length. */
  fragmented: boolean
  /** Whether it goes on to the end of what its index promises. */
  complete: boolean
  /** Whether it says where it was taken. */
  tellsPosition: boolean
}

/** Reads bytes of a file; fewer than asked at its end. */
export type ReadBytes = (offset: number, length: number) => Uint8Array

interface Box {
  type: string
  /** Offsets of its content. */
  start: number
  end: number
}

const largestIndex = 16 * 1024 * 1024
const mostBoxes = 10_000

/** Read a film's index. Undefined when there is none, or it is broken. */
export function readFilm(read: ReadBytes, bytes: number): Film | undefined {
  const boxes = topBoxes(read, bytes)
  const index = boxes.find(({ type }) => type === 'moov')
  if (!index || index.end - index.start > largestIndex || index.end > bytes) return undefined
  const content = read(index.start, index.end - index.start)
  const view = new DataView(content.buffer, content.byteOffset, content.byteLength)
  const media = boxes.find(({ type }) => type === 'mdat')
  try {
    const fragmented =
      boxes.some(({ type }) => type === 'moof') || find(view, ['mvex']) !== undefined
    const duration = durationIn(view)
    return {
      indexFirst: media === undefined || index.start < media.start,
      ...(duration ? { duration } : {}),
      fragmented,
      complete: boxes.every(({ end }) => end <= bytes),
      tellsPosition: [content, ...besideIndex(read, boxes)].some(namesPlace),
      ...soundIn(view),
      ...pictureIn(view),
    }
  } catch (error) {
    // A box that promises more than the file holds ends the reading.
    if (error instanceof RangeError) return undefined
    throw error
  }
}

function topBoxes(read: ReadBytes, bytes: number): Box[] {
  const boxes: Box[] = []
  for (let at = 0; at + 8 <= bytes && boxes.length < mostBoxes;) {
    const head = read(at, 16)
    if (head.length < 8) break
    const view = new DataView(head.buffer, head.byteOffset, head.byteLength)
    const box = boxAt(view, 0, bytes - at)
    if (!box) break
    boxes.push({ type: box.type, start: at + box.start, end: at + box.end })
    at += box.end
  }
  return boxes
}

function boxAt(view: DataView, at: number, end: number): Box | undefined {
  if (at + 8 > view.byteLength) return undefined
  const short = view.getUint32(at)
  const long = short === 1 && at + 16 <= view.byteLength
  const size = long ? Number(view.getBigUint64(at + 8)) : short === 0 ? end - at : short
  const start = at + (long ? 16 : 8)
  if (at + size < start) return undefined
  const type = String.fromCharCode(...[4, 5, 6, 7].map((byte) => view.getUint8(at + byte)))
  return { type, start, end: at + size }
}

function* boxesIn(view: DataView, start: number, end: number): Generator<Box> {
  for (let at = start, count = 0; at < end && count < mostBoxes; count++) {
    const box = boxAt(view, at, end)
    if (!box || box.end > end) return
    yield box
    at = box.end
  }
}

function find(
  view: DataView,
  [type, ...rest]: string[],
  start = 0,
  end = view.byteLength,
): Box | undefined {
  for (const box of boxesIn(view, start, end))
    if (box.type === type) return rest.length > 0 ? find(view, rest, box.start, box.end) : box
  return undefined
}

function durationIn(view: DataView): number | undefined {
  const header = find(view, ['mvhd'])
  if (!header) return undefined
  const long = view.getUint8(header.start) === 1
  const at = header.start + (long ? 20 : 12)
  const duration = long ? Number(view.getBigUint64(at + 4)) : view.getUint32(at + 4)
  const scale = view.getUint32(at)
  return scale > 0 ? duration / scale : undefined
}

/** What an MPEG-4 sound is coded in, by its objectTypeIndication. Source: ISO/IEC 14496-1, 7.2.6.6, and MP4RA. */
const soundCodes: Readonly<Record<number, string>> = {
  0x40: 'AAC',
  0x67: 'AAC',
  0x69: 'MP3',
  0x6b: 'MP3',
}

function soundIn(view: DataView): Pick<Film, 'sound' | 'soundCodec'> {
  const described = describedBy(view, 'soun')
  if (described === undefined) return { sound: false }
  const entry = boxAt(view, described.start + 8, described.end)
  if (!entry) return { sound: true }
  const code = entry.type === 'mp4a' ? objectType(view, entry) : undefined
  return {
    sound: true,
    soundCodec: code === undefined ? entry.type : (soundCodes[code] ?? `${code}`),
  }
}

/** The code in the descriptor of a sound: after the tags of ES (3) and of its decoder (4). */
function objectType(view: DataView, entry: Box): number | undefined {
  const header = descriptorBox(view, entry)
  if (!header) return undefined
  let at = descriptorIn(view, header.start + 4)
  const flags = view.getUint8(at + 2)
  at +=
    3 +
    (flags & 0x80 ? 2 : 0) +
    (flags & 0x40 ? 1 + view.getUint8(at + 3) : 0) +
    (flags & 0x20 ? 2 : 0)
  return view.getUint8(descriptorIn(view, at))
}

/** Where the descriptor of a sound stands: QuickTime's own descriptions are longer, and wrap it. */
function descriptorBox(view: DataView, { start, end }: Box): Box | undefined {
  for (const fields of [28, 44, 64]) {
    const found =
      find(view, ['esds'], start + fields, end) ?? find(view, ['wave', 'esds'], start + fields, end)
    if (found) return found
  }
  return undefined
}

/** Where a descriptor's content begins: after its tag and a size of one to four bytes. */
function descriptorIn(view: DataView, tag: number): number {
  let at = tag + 1
  while (view.getUint8(at) & 0x80) at += 1
  return at + 1
}

/** Boxes of metadata that stand beside the index, as XMP does. */
function besideIndex(read: ReadBytes, boxes: readonly Box[]): Uint8Array[] {
  return boxes
    .filter(({ type }) => /^(uuid|meta|udta)$/.test(type))
    .map(({ start, end }) => read(start, Math.min(end - start, largestIndex)))
}

/**
 * Places in metadata: Apple's and Android's `©xyz`, 3GPP's `loci`, QuickTime's key, XMP's Exif, and the
 * tracks of action cameras.
 */
const placeNames =
  /\xa9xyz|loci\0|com\.apple\.quicktime\.location\.ISO6709|exif:GPSL(at|ong)itude|gpmd|camm\0/

function namesPlace(bytes: Uint8Array): boolean {
  return placeNames.test(
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1'),
  )
}

/** How the first track of a kind (`vide`, `soun`) is described. */
function describedBy(view: DataView, kind: string): Box | undefined {
  for (const track of boxesIn(view, 0, view.byteLength)) {
    if (track.type !== 'trak') continue
    const handler = find(view, ['mdia', 'hdlr'], track.start, track.end)
    const letters = handler && [8, 9, 10, 11].map((at) => view.getUint8(handler.start + at))
    if (letters && String.fromCharCode(...letters) === kind)
      return find(view, ['mdia', 'minf', 'stbl', 'stsd'], track.start, track.end)
  }
  return undefined
}

function pictureIn(view: DataView): Pick<Film, 'codec' | 'profile' | 'width' | 'height'> {
  const described = describedBy(view, 'vide')
  const entry = described && boxAt(view, described.start + 8, described.end)
  if (!entry) return {}
  const config = find(view, ['avcC'], entry.start + 78, entry.end)
  return {
    codec: entry.type,
    width: view.getUint16(entry.start + 24),
    height: view.getUint16(entry.start + 26),
    ...(config ? { profile: view.getUint8(config.start + 1) } : {}),
  }
}
