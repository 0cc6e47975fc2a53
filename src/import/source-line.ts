import { dateIn } from './html/page.ts'
import type { ReadDocument } from './blocks.ts'

/** What a source line says: `来源：光明网-党建频道 2021-09-13 责编：张三`. */
type SourceLine = Pick<
  ReadDocument['meta'],
  'publisher' | 'published' | 'editor' | 'author' | 'url'
>

const labels: [keyof SourceLine, RegExp][] = [
  ['publisher', /(?:来源|稿源|信息来源|转载自|出处)/],
  ['published', /(?:发布时间|发布日期|发表时间|日期|时间)/],
  ['editor', /(?:责任编辑|责编|编辑)/],
  ['author', /(?:作者|记者|通讯员|撰稿)/],
  ['url', /(?:原文链接|网址|链接|原文地址)/],
]
const label = labels.map(([name, { source }]) => `(?<${name}>${source})`).join('|')
const one = new RegExp(String.raw`[（(【\[]?\s*(?:${label})\s*[:：]\s*`, 'g')

/**
 * Read a line that tells where a text comes from. A line counts only when it is short and begins with
 * such a label, or with a date and then a label; sentences that mention a source do not.
 */
export function readSourceLine(text: string): SourceLine | undefined {
  const line = text.trim()
  if (line.length > 160 || line.includes('。')) return undefined
  const marks = [...line.matchAll(one)]
  const [first] = marks
  if (!first) return undefined
  const before = line.slice(0, first.index).trim()
  if (before !== '' && dateIn(before) === undefined) return undefined
  const found: Record<string, string> = {}
  for (const [index, mark] of marks.entries()) {
    const value = line.slice(mark.index + mark[0].length, marks[index + 1]?.index).trim()
    const name = Object.entries(mark.groups ?? {}).find(([, text]) => text !== undefined)?.[0]
    const bare = clean(name ?? '', value)
    if (name && /[\p{L}\p{N}]/u.test(bare)) found[name] = bare
  }
  const published = dateIn(found.published ?? '') ?? dateIn(line)
  return { ...found, ...(published ? { published } : {}) }
}

/** What pages put behind a source for their readers to press. */
const controls =
  /\s*[[【（(]?(?:字体|字号|大\s*中\s*小|默认\s*大|打印|收藏|分享|浏览|阅读|点击|访问|关闭|纠错|举报)(?:次数|量)?(?:[:：\s\]】）)|].*)?$/

/** A value without the date, the time and the brackets that stand behind it. */
function clean(name: string, value: string): string {
  const bare = value.replace(/[)）】\]]+$/, '').trim()
  if (name === 'url') return bare
  return (
    bare
      .replace(/\s*(19|20)\d{2}\s*[-/.年].*$/, '')
      .replace(controls, '')
      .replace(/[|｜,，;；]+$/, '')
      .trim() || bare
  )
}
