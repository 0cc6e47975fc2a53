import webvtt from 'webvtt-parser'
import type { WebVTTError } from 'webvtt-parser'
import type { Position } from '../model/issue.ts'
import { captionFault } from './caption-faults.ts'

export interface Cue {
  /** Its identifier: on a film's captions, the facts it rests on. */
  id: string
  /** Seconds. */
  start: number
  end: number
  /** Where the line of its times stands. */
  position: Position
  /** Its lines without tags and entities. */
  lines: { text: string; position: Position }[]
}

export interface Captions {
  cues: Cue[]
  /** Whether it is a SubRip file under another name: its faults are one. */
  isSubRip: boolean
  /** Faults of form; faults of order, which the library finds too, are left to `cues`. */
  faults: { position: Position; message: string }[]
}

const times =
  /^[ \t]*(?:(\d{2,}):)?(\d{2}):(\d{2}\.\d{3})[ \t]*-->[ \t]*(?:(\d{2,}):)?(\d{2}):(\d{2}\.\d{3})/
const subRipTime = /^\s*\d\d:\d\d:\d\d,\d{3} --> /m
/** What the library reads in good time: it walks nested tags and settings more than once. */
const longest = { line: 1000, block: 2000 }
const mostFaults = 20

/**
 * Read a WebVTT file. The W3C's own validator judges its form; it keeps no places of cues, so those
 * are read from the lines of times.
 */
export function readCaptions(text: string, kind: 'captions' | 'chapters'): Captions {
  const lines = text.split('\n')
  const isSubRip = !text.replace(/^\uFEFF/, '').startsWith('WEBVTT') && subRipTime.test(text)
  return { cues: cuesIn(lines), faults: faultsIn(text, lines, kind), isSubRip }
}

/** The cues of a WebVTT file alone, for those who show them. */
export function readCues(text: string): Cue[] {
  return cuesIn(text.split('\n'))
}

/** What a cue says: its lines run on in Chinese; between two Latin letters a space stands. */
export function cueText({ lines }: Cue): string {
  return lines
    .map(({ text }) => text)
    .join('\n')
    .replace(/(?<=[\w,.])\n(?=\w)/g, ' ')
    .replaceAll('\n', '')
}

function cuesIn(lines: readonly string[]): Cue[] {
  const cues: Cue[] = []
  for (let row = 0; row < lines.length; row++) {
    const found = times.exec((lines[row] ?? '').slice(0, 100))
    if (!found) continue
    const [, fromHour, fromMinute, fromSecond, toHour, toMinute, toSecond] = found
    const cue: Cue = {
      id: (lines[row - 1] ?? '').includes('-->') ? '' : (lines[row - 1] ?? '').trim(),
      start: seconds(fromHour, fromMinute, fromSecond),
      end: seconds(toHour, toMinute, toSecond),
      position: lineRange(row, found[0]),
      lines: [],
    }
    for (row++; row < lines.length && lines[row] !== '' && !lines[row]?.includes('-->'); row++)
      cue.lines.push({ text: plain(lines[row] ?? ''), position: lineRange(row, lines[row] ?? '') })
    row -= 1
    cues.push(cue)
  }
  return cues
}

function faultsIn(
  text: string,
  lines: readonly string[],
  kind: 'captions' | 'chapters',
): Captions['faults'] {
  const tooLong = overlong(lines)
  if (tooLong) return [{ position: tooLong, message: '这一条字幕太长，像是粘贴进来的别的东西。' }]
  const mode = kind === 'chapters' ? 'chapters' : 'subtitles/captions/descriptions'
  try {
    const { errors } = new webvtt.WebVTTParser().parse(text, mode)
    return errors.flatMap((error) => located(error, lines)).slice(0, mostFaults)
  } catch {
    // The library trips over some tags that close in the wrong order.
    return [{ position: { line: 1, column: 1 }, message: '字幕里的标签没有配对。' }]
  }
}

function located(error: WebVTTError, lines: readonly string[]): Captions['faults'] {
  const fault = captionFault(error.message)
  if (!fault) return []
  const row = Math.min(error.line - (fault.above ? 1 : 0), lines.length) - 1
  const position = fault.inText
    ? inCue(row, error.col ?? 1, lines)
    : { line: Math.max(row, 0) + 1, column: within(error.col ?? 1, lines[row]) }
  return [{ position, message: fault.message }]
}

/** A column of a line: the library may name one of the line below it. */
function within(column: number, line = ''): number {
  return Math.min(column, line.length + 1)
}

/** The library counts a place in a cue's text from the cue's first line, and names the line after it. */
function inCue(after: number, column: number, lines: readonly string[]): Position {
  let row = after
  while (row > 0 && !lines[row - 1]?.includes('-->')) row -= 1
  let left = column - 1
  while (row < after - 1 && left > (lines[row]?.length ?? 0))
    left -= (lines[row++]?.length ?? 0) + 1
  return { line: row + 1, column: Math.min(left, lines[row]?.length ?? 0) + 1 }
}

function overlong(lines: readonly string[]): Position | undefined {
  let block = 0
  for (const [row, line] of lines.entries()) {
    block = line === '' ? 0 : block + line.length + 1
    if (line.length > longest.line || block > longest.block) return { line: row + 1, column: 1 }
  }
  return undefined
}

function seconds(hours = '0', minutes = '0', rest = '0'): number {
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(rest)
}

function lineRange(row: number, text: string): Position {
  return { line: row + 1, column: 1, endLine: row + 1, endColumn: text.length + 1 }
}

const entities: Record<string, string> = { lt: '<', gt: '>', amp: '&', nbsp: ' ', lrm: '', rlm: '' }

function plain(line: string): string {
  return line
    .replace(/<[^<>]*>/g, '')
    .replace(/&(lt|gt|amp|nbsp|lrm|rlm);/g, (_, name: string) => entities[name] ?? '')
    .trim()
}

/** Characters as a viewer reads them: Chinese and full-width ones are one, Latin ones a half. */
export function readingWidth(text: string): number {
  let width = 0
  for (const character of text.replace(/\s+/g, '')) width += character < '\u0100' ? 0.5 : 1
  return width
}
