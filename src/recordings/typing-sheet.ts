import { gap } from '../model/placeholder.ts'
import type { WrittenCue } from '../formats/webvtt.ts'

/** Seconds of a caption of the sheet: as long as two lines of Chinese take to say. */
const length = { most: 5, least: 1 }
/** A silence as long as this is told to viewers who cannot hear. */
const longSilence = 8

interface Silence {
  start: number
  end: number
}

/** The silences in what ffmpeg's `silencedetect` prints; one that runs to the end has no end. */
export function silencesIn(printed: string, duration: number): Silence[] {
  const marks = [...printed.matchAll(/silence_(start|end): (-?[\d.]+)/g)]
  return marks.flatMap(([, kind, at], index) => {
    if (kind !== 'start') return []
    const end = marks[index + 1]?.[1] === 'end' ? Number(marks[index + 1]?.[2]) : duration
    return [{ start: Math.max(0, Number(at)), end: Math.min(end, duration) }]
  })
}

/** Captions to type into: a gap for each stretch of speech, none longer than a person says in one breath. */
export function typingSheet(duration: number, silences: readonly Silence[]): WrittenCue[] {
  return stretches(duration, silences).flatMap(({ start, end, isSilent }) => {
    if (isSilent) return [cue(start, end, `[${gap('音乐，或没有人说话时画面里有什么')}]`)]
    const count = Math.max(1, Math.ceil((end - start) / length.most))
    const each = (end - start) / count
    return Array.from({ length: count }, (_, index) =>
      cue(start + each * index, start + each * (index + 1), gap('这里说了什么')),
    )
  })
}

function cue(start: number, end: number, text: string): WrittenCue {
  const round = (seconds: number) => Math.round(seconds * 10) / 10
  return { start: round(start), end: round(end), lines: [text] }
}

/** The film from its beginning to its end: speech, and silences long enough to be told. */
function stretches(
  duration: number,
  silences: readonly Silence[],
): (Silence & { isSilent: boolean })[] {
  const result: (Silence & { isSilent: boolean })[] = []
  let at = 0
  for (const { start, end } of silences) {
    if (start - at >= length.least) result.push({ start: at, end: start, isSilent: false })
    else if (start > at && result.length > 0) (result.at(-1) as Silence).end = start
    if (end - start > longSilence) result.push({ start: Math.max(at, start), end, isSilent: true })
    at = Math.max(at, end)
  }
  if (duration - at >= length.least || result.length === 0)
    result.push({ start: at, end: duration, isSilent: false })
  return result
}
