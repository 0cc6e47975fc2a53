import { claimsOf, supportById, supportFor } from '../reading/figures/claims.ts'
import { citedFacts } from '../reading/figures/cited-figures.ts'
import type { Figure } from '../reading/figures/written-figures.ts'
import type { Support } from '../reading/figures/fact-support.ts'
import { verdictOn } from '../reading/figures/figure-verdict.ts'
import type { ProsePassage } from '../reading/prose/passage.ts'
import { spanIn } from '../reading/prose/passage.ts'
import { entryRule } from '../engine/rule.ts'

export const figureIsCited = entryRule({
  id: 'figure-is-cited',
  summary: '案例、视频、榜样和课时里的数字，都标着它的事实。',
  severity: 'warning',
  collections: ['cases', 'videos', 'people', 'lessons', 'terms'],
  *check(context) {
    const { entry, share } = context
    const cited = citedFacts([entry])
    // A lesson that rests on no fact teaches by examples of its own.
    if (entry.collection === 'lessons' && cited.size === 0) return
    let support: Support | undefined
    for (const { passage, facts, figures } of claimsOf(context)) {
      if (facts.length > 0) continue
      for (const figure of figures) {
        if (!figure.strong || isAside(passage, figure.from, figure.to)) continue
        if (isCommonKnowledge(passage.text, figure)) continue
        if (entry.collection === 'lessons' && !isFactual(passage.text, figure.from)) continue
        support ??= supportFor(cited, share(supportById))
        if (support && verdictOn(figure, support).kind === 'agrees') continue
        yield {
          at: { span: spanIn(passage, figure.from, figure.to) },
          message: `“${figure.text}”后面没有标出处。`,
          hint: '在数字后面写上 [^事实编号]；来源里没有这个数的，删去它。',
        }
      }
    }
  },
})

/** Quoted figures are talked about, not stated. */
function isAside({ quoted, inQuote }: ProsePassage, from: number, to: number): boolean {
  return inQuote || quoted.some(([start, end]) => from >= start && to <= end)
}

/** Whole days and the anniversaries that everyone reckons: 24小时开放, 中国共产党成立104周年. */
function isCommonKnowledge(text: string, { value, measure, from }: Figure): boolean {
  if (measure === '小时') return value === 24
  const before = text.slice(Math.max(0, from - 14), from)
  return (
    measure === '周年' &&
    /(?:中国共产党|中华人民共和国|新中国|建党|建国|五四运动|抗日战争|长征|改革开放)[^，。；]*$/.test(
      before,
    )
  )
}

/** Exercises and made-up situations of a lesson state nothing: 让工具写一段200字左右的简讯. */
function isFactual(text: string, at: number): boolean {
  const start = Math.max(text.lastIndexOf('。', at), text.lastIndexOf('\n', at)) + 1
  const sentence = text.slice(start, at + 40)
  return !/假设|比如|例如|如果|某|让|请|试着|不要|查一查|改成|写成|练习|走查|上句|下句/.test(
    sentence,
  )
}
