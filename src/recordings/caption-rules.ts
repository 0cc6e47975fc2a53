import { readingWidth } from '../content/captions.ts'
import { segment } from '../content/segment.ts'
import type { WrittenCue } from '../formats/webvtt.ts'
import type { Spoken } from './caption-file.ts'

/** What a viewer can follow; the rules `cues-are-short` and `cues-are-readable` hold films to it. */
const most = { lines: 2, width: 18, perSecond: 9 }

interface FittedCues {
  cues: WrittenCue[]
  /** What was changed and what a person must still mend, a sentence each. */
  changes: string[]
}

/**
 * Captions as our rules want them: at most two lines of 18 characters, none over the next, none past the
 * film's end, each as long on the screen as it takes to read where the film leaves room for that.
 */
export function fitCaptions(
  spoken: readonly Spoken[],
  { duration, words }: { duration: number; words: readonly string[] },
): FittedCues {
  const inFilm = spoken.filter(({ start }) => start < duration - 0.05)
  const untangled = inFilm.map((one, index) => ({
    ...one,
    end: endOf(one, inFilm[index + 1], duration),
  }))
  const cues = untangled.flatMap((one) => split(one, words))
  const tooFast = cues.filter(
    ({ start, end, lines }) => readingWidth(lines.join('')) > (end - start) * most.perSecond + 0.01,
  )
  const parted = cues.length - inFilm.length
  const late = spoken.length - inFilm.length
  return {
    cues,
    changes: [
      ...(parted > 0
        ? [`有的字幕太长，按每条两行、每行 ${most.width} 个字拆开，多出 ${parted} 条。`]
        : []),
      ...(late > 0
        ? [
            `有 ${late} 条字幕在片子结束以后，没有写：${spoken[inFilm.length]?.text.replaceAll('\n', '') ?? ''}……`,
          ]
        : []),
      ...(tooFast.length > 0
        ? [
            `有 ${tooFast.length} 条每秒超过 ${most.perSecond} 个字，读不完，检查会逐条列出：把话写短。`,
          ]
        : []),
    ],
  }
}

/** Where a caption goes: later than it was when it is too quick to read, never into the next one. */
function endOf({ start, end, text }: Spoken, next: Spoken | undefined, duration: number): number {
  const limit = Math.min(next?.start ?? duration, duration)
  const needed = start + Math.ceil((readingWidth(text) / most.perSecond) * 100) / 100
  return Math.min(limit, Math.max(end, needed))
}

/** A caption cut into as many as it needs; each has its share of the time. */
function split({ start, end, text, facts }: Spoken, words: readonly string[]): WrittenCue[] {
  const chunks = chunksOf(text, words)
  const total = chunks.reduce((sum, lines) => sum + readingWidth(lines.join('')), 0)
  let at = start
  return chunks.map((lines, index) => {
    const share = total === 0 ? 1 : readingWidth(lines.join('')) / total
    const until = index === chunks.length - 1 ? end : round(at + (end - start) * share)
    const cue = { id: facts, start: at, end: until, lines }
    at = until
    return cue
  })
}

const round = (seconds: number) => Math.round(seconds * 1000) / 1000

/** A text as captions of one or two lines: as it was when it fits, else parted where it pauses. */
function chunksOf(text: string, words: readonly string[]): string[][] {
  const written = text.split('\n')
  if (written.length <= most.lines && written.every(fits)) return [written]
  const whole = runOn(written)
  if (fits(whole)) return [[whole]]
  const two = halves(whole, words)
  if (two.every(fits)) return [two]
  // Too long for one caption: two halves, each parted again when it must be.
  return two.length < 2 ? [two] : two.flatMap((half) => chunksOf(half, words))
}

const fits = (line: string) => readingWidth(line) <= most.width

/** Lines as one: between two Latin letters a space stands. */
function runOn(lines: readonly string[]): string {
  return lines
    .join('\n')
    .replace(/(?<=[\w,.])\n(?=\w)/g, ' ')
    .replaceAll('\n', '')
}

/** A text in two, after a mark near the middle if there is one, else between two words. */
function halves(text: string, words: readonly string[]): string[] {
  const parts = segment(text, words).flatMap((part) => part.split(/(?<=[，。；：、！？,.;!?] ?)/))
  const cuts = parts.slice(0, -1).map((_, index) => parts.slice(0, index + 1).join(''))
  const cost = (before: string) => {
    const [left, right] = [readingWidth(before), readingWidth(text.slice(before.length))]
    const over = most.width * most.lines
    const excess = left + right <= over ? Math.max(0, left - most.width, right - most.width) : 0
    return excess * 100 + pauseCost(before) + Math.abs(left - right)
  }
  const best = cuts.reduce((a, b) => (cost(b) < cost(a) ? b : a), cuts[0] ?? text)
  if (best === text) return hardHalves(text)
  return [best.trim(), text.slice(best.length).trim()]
}

function pauseCost(before: string): number {
  if (/[。！？；.!?;]\s*$/.test(before)) return 0
  return /[，：,:]\s*$/.test(before) ? 3 : /[、]\s*$/.test(before) ? 6 : 12
}

/** A text without a place to break is broken in its middle. */
function hardHalves(text: string): string[] {
  const letters = Array.from(text)
  const middle = Math.ceil(letters.length / 2)
  return letters.length < 2
    ? [text]
    : [letters.slice(0, middle).join(''), letters.slice(middle).join('')]
}
