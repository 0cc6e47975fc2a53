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
    return {
      indexFirst: media === undefined || index.start < media.start,
      duration: durationIn(view),
      sound: hasSound(view),
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

function hasSound(view: DataView): boolean {
  for (const track of boxesIn(view, 0, view.byteLength)) {
    const handler =
      track.type === 'trak' ? find(view, ['mdia', 'hdlr'], track.start, track.end) : undefined
    // 'soun'
    if (handler && view.getUint32(handler.start + 8) === 0x736f756e) return true
  }
  return false
}

function pictureIn(view: DataView): Pick<Film, 'codec' | 'profile' | 'width' | 'height'> {
  for (const track of boxesIn(view, 0, view.byteLength)) {
    if (track.type !== 'trak') continue
    const handler = find(view, ['mdia', 'hdlr'], track.start, track.end)
    // 'vide'
    if (!handler || view.getUint32(handler.start + 8) !== 0x76696465) continue
    const described = find(view, ['mdia', 'minf', 'stbl', 'stsd'], track.start, track.end)
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
  return {}
}
