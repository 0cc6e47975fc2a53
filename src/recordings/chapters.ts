import { decodeAny } from '../import/encoding.ts'
import type { WrittenCue } from '../formats/webvtt.ts'

const row = /^\s*(?:(\d{1,2})[:：])?(\d{1,3})[:：](\d{2})(?:\.\d+)?\s*[-–—、.]?\s*(.*?)\s*$/

/**
 * Chapters from a list that people write, a line each: `0:00 开头`. The first begins with the film, each
 * ends where the next begins.
 */
export function readChapters(
  bytes: Uint8Array,
  duration: number,
): { cues: WrittenCue[] } | { fault: string } {
  const lines =
    decodeAny(bytes)
      ?.text.replace(/^\ufeff/, '')
      .split('\n') ?? []
  const starts: { start: number; title: string }[] = []
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') continue
    const [, hours = '0', minutes = '0', seconds = '0', title = ''] = row.exec(line) ?? []
    const start = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)
    const fault = !row.test(line)
      ? '要写成“分:秒 标题”，例如“1:20 怎样开课”'
      : faultOf({ start, title }, starts.at(-1)?.start, duration)
    if (fault) return { fault: `章节的第 ${index + 1} 行“${line.trim().slice(0, 40)}”：${fault}。` }
    starts.push({ start, title })
  }
  if (starts.length === 0) return { fault: '章节文件里一行也没有。一行写一章，例如“0:00 开头”。' }
  const cues = starts.map(({ start, title }, index) => ({
    start: index === 0 ? 0 : start,
    end: starts[index + 1]?.start ?? duration,
    lines: [title],
  }))
  return { cues }
}

function faultOf(
  { start, title }: { start: number; title: string },
  before: number | undefined,
  duration: number,
): string | undefined {
  if (title === '') return '没有标题'
  if (before !== undefined && start <= before) return '不比上一章晚'
  return start >= duration ? `片子只有 ${Math.floor(duration)} 秒` : undefined
}
