import type { Span } from '../../engine/rule.ts'

const role = '(?:记者|通讯员|摄影|摄影报道|编辑|责编|作者|主持人|主讲人|供图|制图|文/图|图/文)'
const name = '(?:\\p{sc=Han}{2,4}|\\p{sc=Han}[ \\u3000]+\\p{sc=Han})'
const pattern = new RegExp(
  [
    // （新华社记者 张三 李四）, （张三 李四）
    `[（(](?:[^（）()\\n]{0,16}${role})[^（）()\\n]{0,60}[）)]`,
    `(?<=^|[。”\\n])[（(]${name}(?:[ \\u3000、]+${name}){0,6}[）)]`,
    // 主持人 张三 记者 李四
    `(?:^|(?<=[。\\n]))(?:${role}[ \\u3000]+${name}[ \\u3000]*)+(?=$|\\n)`,
    // 委员：王 强 李小明
    `(?<=[：:])${name}(?:[ \\u3000]+${name})+(?=[，。；、]|$|\\n)`,
    // 新华社北京7月1日电
    '(?<=日[电讯])[ \\u3000]+(?=[（\\p{sc=Han}“])',
  ].join('|'),
  'gu',
)

/** Datelines, bylines and lists of names, where newspapers part words by blanks. */
export function bylinesIn(text: string): Span[] {
  if (!/[ \u3000]/.test(text)) return []
  return Array.from(text.matchAll(pattern), ({ 0: found, index }): Span => {
    return [index, index + found.length]
  })
}

/** Whether a paragraph is nothing but a byline, which ends without a full stop. */
export function isByline(text: string): boolean {
  const [first] = bylinesIn(text.trim())
  return first !== undefined && first[0] === 0 && first[1] === text.trim().length
}
