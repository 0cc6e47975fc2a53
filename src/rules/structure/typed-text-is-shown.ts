import { textFrom } from '../../content/digest.ts'
import { lostText } from '../../content/lost-text.ts'
import type { Loss, LossKind } from '../../content/lost-text.ts'
import { readFields } from '../reading/prose/field-passages.ts'
import { swallowedIn } from '../reading/prose/lost-yaml-text.ts'
import { entryRule } from '../engine/rule.ts'
import { excerpt } from '../reading/prose/pattern-matches.ts'

export const typedTextIsShown = entryRule({
  id: 'typed-text-is-shown',
  summary: '写下的每个字都显示在页面上；不显示的，都是起了作用的记号。',
  severity: 'error',
  *check({ entry }) {
    const body = textFrom(entry.text, entry.bodyLine)
    const start = entry.text.length - body.length
    const yaml = entry.text.slice(0, start)
    yield* swallowedIn({ yaml, locate: entry.locate, fields: readFields(entry) })
    for (const loss of lostText(body, entry.body)) {
      const words = wordsFor[loss.kind]
      if (!words) continue
      const [message, hint] = words(excerpt(body.slice(loss.from, loss.to)), loss)
      yield { at: { span: [start + loss.from, start + loss.to] }, message, hint }
    }
  },
})

/** What each kind of loss is told as; notes and cells are told by their own rules. */
const wordsFor: Partial<Record<LossKind, (text: string, loss: Loss) => [string, string]>> = {
  text: (text) => [
    `“${text}”不会显示在页面上。`,
    '这里嵌套得太深，或记号没有写全。拆成普通段落，前后各空一行。',
  ],
  fence: () => [
    '代码块没有收尾，后面的正文都成了代码。',
    '在代码末尾另起一行，写和开头一样的三个反引号或波浪线；不是代码的，前面加反斜线。',
  ],
  info: (text) => [
    `代码块开头的“${text}”不会显示。`,
    '三个反引号或波浪线后面只写语言名，例如 yaml；说明写在代码块外面。不是代码的，前面加反斜线。',
  ],
  title: (text) => [
    `链接里引号中的文字不会显示：“${text}”。`,
    '把它写进链接文字或句子里，圆括号里只留地址。',
  ],
  number: (text, { shown: number = '' }) => [
    `编号写的是${text}，页面会显示成${number}。`,
    `编号依次写；要跳号或照原文编号，就不用列表：写成“（${text}）”开头的段落。`,
  ],
  closing: (text) => [
    `标题末尾的“${text}”不会显示。`,
    `删去它；要显示井号，前面加反斜线：\\${text}。`,
  ],
  escape: (text) => [
    `这里的反斜线不会显示（“${text}”）。`,
    '要显示反斜线，写两个：\\\\；路径整个放进反引号里；不要反斜线，删去它。',
  ],
  date: (text) => [
    `“${text}”开头的数字和点成了列表的编号。`,
    '日期写成2021年6月9日；确实不是编号的，在点前面加反斜线：2021\\. 。',
  ],
  name: (text) => [
    `“${text}”前后的下划线成了强调的记号，不会显示。`,
    '名字放进反引号里；要强调，写成 **字**。',
  ],
  emphasis: (text) => [
    `“${text}”里的两个星号成了斜体的记号，不会显示。`,
    '要强调，写成 **字**；要写乘号，写 × 或 \\*。',
  ],
}
