import type { Entry } from '../../content/library.ts'
import { spanIn } from '../reading/prose/passage.ts'
import type { ProsePassage } from '../reading/prose/passage.ts'
import { entryRule } from '../engine/rule.ts'
import type { Finding } from '../engine/rule.ts'
import { rewritten } from '../reading/prose/paragraph-lines.ts'

const inner = (mark: string) => `(?=[^\\s${mark}])([^${mark}\\n]{0,200}[^\\s${mark}])`
/** Marks of other dialects and of an IME around words, and what they would be here. */
const foreign = [
  new RegExp(`＊＊${inner('＊')}＊＊|[＊*]{2}${inner('＊*')}(?:＊＊|＊\\*|\\*＊)`, 'g'),
  new RegExp(`(?<!_)__${inner('_')}__(?!_)`, 'g'),
  new RegExp(`(?<!=)==${inner('=')}==(?!=)`, 'g'),
]
/** Bold whose marks stand off from the words. */
const spaced =
  /(?<!\*)\*\*[ \t\u3000]+([^*\n]{1,200}?)[ \t\u3000]*\*\*(?!\*)|(?<!\*)\*\*([^*\n]{1,200}?)[ \t\u3000]+\*\*(?!\*)/g
const han = /\p{Script=Han}/u

export const emphasisTakesEffect = entryRule({
  id: 'emphasis-takes-effect',
  summary: '加粗的记号成对，在页面上确实是加粗。',
  severity: 'error',
  *check({ entry, prose }) {
    for (const passage of prose(entry)) {
      if (passage.kind === 'field' || !/\*\*|＊|__|==/.test(passage.text)) continue
      yield* foreignMarks(entry, passage)
      yield* loneMarks(entry, passage)
    }
  },
})

function* foreignMarks(entry: Entry, passage: ProsePassage): Generator<Finding> {
  for (const pattern of foreign)
    for (const { index, 0: written } of passage.text.matchAll(pattern)) {
      if (!han.test(written)) continue
      const mark = written.slice(0, 2)
      yield {
        ...rebold(entry, passage, [index, index + written.length]),
        message: `这里的 ${mark} 没有加粗，会照样显示在页面上。`,
        hint: '加粗写成 **文字**：半角星号，里侧不空格。',
      }
    }
}

function* loneMarks(entry: Entry, passage: ProsePassage): Generator<Finding> {
  const hint = '成对写，里侧不空格：**文字**。'
  const message = '这里的 ** 没有加粗，星号会照样显示在页面上。'
  const paired = Array.from(passage.text.matchAll(spaced), ({ index, 0: written }) => ({
    from: index,
    to: index + written.length,
  }))
  for (const { from, to } of paired) yield { ...rebold(entry, passage, [from, to]), message, hint }
  for (const { index, 0: stars } of passage.text.matchAll(/(?<!\d)\*{2,}|\*{2,}(?![\d*])/g))
    if (!paired.some(({ from, to }) => from <= index && index < to))
      yield { at: { span: spanIn(passage, index, index + stars.length) }, message, hint }
}

/** The place of words between marks of two letters, and the edit that makes them bold. */
function rebold(
  entry: Entry,
  passage: ProsePassage,
  [from, to]: readonly [number, number],
): Pick<Finding, 'at' | 'fix'> {
  const span = spanIn(passage, from, to)
  const words = entry.text.slice(span[0] + 2, span[1] - 2).trim()
  // Stars inside would end it early, and a backslash before would keep it from beginning.
  const isPlain = !words.includes('*') && entry.text[span[0] - 1] !== '\\' && words !== ''
  const fix = isPlain ? rewritten(entry, span, `**${words}**`) : undefined
  return { at: { span }, ...(fix ? { fix } : {}) }
}
