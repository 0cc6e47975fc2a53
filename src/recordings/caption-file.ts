import { decodeAny } from '../import/encoding.ts'

/** What somebody says in a film, as a file of captions has it; seconds. */
export interface Spoken {
  start: number
  end: number
  text: string
  /** The facts it rests on, where the file names them as our own captions do. */
  facts?: string
}

interface CaptionFile {
  spoken: Spoken[]
  /** What was changed in reading, a sentence each. */
  changes: string[]
}

/** `00:01:02,345`, `1:02.34`: hours may be left out, and a comma stand for the point. */
const clock = String.raw`(?:(\d{1,2})[:：])?(\d{1,2})[:：](\d{1,2}(?:[.,，:：]\d{1,3})?)`
const srtTimes = new RegExp(String.raw`^\s*${clock}\s*-{1,2}[>＞]\s*${clock}`)
const assTime = /^(\d+):(\d{1,2}):(\d{1,2}(?:\.\d+)?)$/
const factIds = /^[a-z0-9]+-f\d+(?: [a-z0-9]+-f\d+)*$/

/**
 * Read captions as editing programs write them: SubRip, WebVTT, SubStation Alpha; by content, whatever
 * the file is called and however it is encoded.
 */
export function readCaptionFile(bytes: Uint8Array): CaptionFile | { fault: string } {
  const decoded = decodeAny(bytes)
  if (!decoded || decoded.text.trim() === '')
    return { fault: decoded ? '字幕文件是空的。' : '这不是文字文件，读不出字幕。' }
  const text = decoded.text.replace(/^\ufeff/, '')
  const isAss = /^\s*\[(Script Info|Events|V4\+? Styles)\]/im.test(text)
  const read = isAss ? fromAss(text) : fromSrt(text)
  const spoken = joined(read.filter(({ text }) => text !== ''))
  if (spoken.length === 0) return { fault: withoutTimes(text) }
  const changes = [
    ...(decoded.encoding === 'utf-8' ? [] : [`字幕的编码是 ${decoded.encoding}，改成了 UTF-8。`]),
    ...(isAss ? ['字幕的字体、位置和特效没有带过来。'] : []),
  ]
  return { spoken, changes }
}

function withoutTimes(text: string): string {
  if (/^\s*\[\d+:\d+(\.\d+)?\]/m.test(text))
    return '这是歌词（LRC），没有每一句的结束时间，请导出 SRT。'
  return text.includes('-->') || /^Dialogue:/m.test(text)
    ? '字幕文件里没有一句读得出时间，请重新导出 SRT。'
    : '这里只有文字，没有每一句的时间。请在剪辑软件里导出 SRT；没有字幕的，不写字幕文件，命令会给一张带时间的空表。'
}

function fromSrt(text: string): Spoken[] {
  const lines = text.split('\n')
  const starts = lines.flatMap((line, row) => (srtTimes.test(line) ? [row] : []))
  return starts.flatMap((row, index) => {
    const found = srtTimes.exec(lines[row] ?? '')
    if (!found) return []
    const [, fromHour, fromMinute, fromSecond, toHour, toMinute, toSecond] = found
    const next = starts[index + 1] ?? lines.length
    const body = lines.slice(row + 1, next)
    const above = (lines[row - 1] ?? '').trim()
    return [
      {
        start: seconds(fromHour, fromMinute, fromSecond),
        end: seconds(toHour, toMinute, toSecond),
        text: plain(ownLines(body, next < lines.length ? above : undefined).join('\n')),
        ...(factIds.test(above) ? { facts: above } : {}),
      },
    ]
  })
}

/**
 * The lines of a cue: without the number or the facts of the next one, and without notes and styles.
 * `number` is what stood above this one's times, when another follows.
 */
function ownLines(lines: readonly string[], number: string | undefined): string[] {
  const own = lines.map((line) => line.trim())
  while (own.at(-1) === '') own.pop()
  const last = own.at(-1) ?? ''
  // What stands alone above the next line of times is its number; so is the number after this one's.
  const isAlone = own.length === 1 || own.at(-2) === ''
  const isNumber = /^\d+$/.test(last) && (isAlone || last === String(Number(number) + 1))
  if (number !== undefined && (factIds.test(last) || isNumber)) own.pop()
  const note = own.findIndex(
    (line, row) => /^(NOTE|STYLE|REGION)\b/.test(line) && own[row - 1] === '',
  )
  return note < 0 ? own : own.slice(0, note)
}

function fromAss(text: string): Spoken[] {
  const [, events = ''] = /^\s*\[Events\]\s*$([\s\S]*)/im.exec(text) ?? []
  const [, format = 'Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text'] =
    /^\s*Format:(.*)$/im.exec(events) ?? []
  const columns = format.split(',').map((name) => name.trim().toLowerCase())
  const value = (cells: readonly string[], name: string) =>
    cells[columns.indexOf(name)]?.trim() ?? ''
  return Array.from(events.matchAll(/^\s*Dialogue:(.*)$/gim)).flatMap(([, row = '']) => {
    const all = row.split(',')
    const cells = [...all.slice(0, columns.length - 1), all.slice(columns.length - 1).join(',')]
    const [start, end] = [value(cells, 'start'), value(cells, 'end')].map(assSeconds)
    const words = cells.at(-1) ?? ''
    // A drawing is no words.
    if (start === undefined || end === undefined || /\{[^}]*\\p[1-9]/.test(words)) return []
    return [{ start, end, text: plain(words.replace(/\\[Nn]/g, '\n').replaceAll('\\h', ' ')) }]
  })
}

function assSeconds(written: string): number | undefined {
  const [, hours, minutes, rest] = assTime.exec(written) ?? []
  return rest === undefined ? undefined : seconds(hours, minutes, rest)
}

function seconds(hours = '0', minutes = '0', rest = '0'): number {
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(rest.replace(/[,，:：]/, '.'))
}

const entities: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  nbsp: ' ',
  lrm: '',
  rlm: '',
}

/** Without tags, override codes and entities; lines trimmed. */
function plain(text: string): string {
  return text
    .replace(/\{\\[^}]*\}/g, '')
    .replace(/<\/?[a-z][^<>]*>|<\d[\d:.]*>/gi, '')
    .replace(/&(lt|gt|amp|nbsp|lrm|rlm);/g, (_, name: string) => entities[name] ?? '')
    .split('\n')
    .map((line) => line.replace(/[\u00a0\u3000\s]+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n')
}

/** In the order of time; what stands at one time, as two languages do, is one. */
function joined(spoken: readonly Spoken[]): Spoken[] {
  const sorted = [...spoken].sort((a, b) => a.start - b.start)
  const result: Spoken[] = []
  for (const one of sorted) {
    const last = result.at(-1)
    if (last && Math.abs(last.start - one.start) < 0.05) {
      if (last.text !== one.text) last.text += `\n${one.text}`
      last.end = Math.max(last.end, one.end)
    } else result.push({ ...one })
  }
  return result
}
