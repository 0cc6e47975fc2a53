import { proseRule } from '../engine/prose-rule.ts'
import type { Flaw } from '../engine/prose-rule.ts'

const straight = /["＂]|(?<=[\p{sc=Han}，。：；？！])['＇]|['＇](?=[\p{sc=Han}])/gu
const vertical: Record<string, string> = { '「': '“', '」': '”', '『': '‘', '』': '’' }

export const quotationMarksAreCurved = proseRule({
  id: 'quotation-marks-are-curved',
  summary: '引号用“”和‘’。',
  severity: 'warning',
  trace: /["＂'＇「」『』]/,
  *find({ text }): Generator<Flaw> {
    if (!/\p{sc=Han}/u.test(text)) return
    const found = Array.from(text.matchAll(straight))
    const doubles = found.filter(({ 0: mark }) => /["＂]/.test(mark))
    // An odd one leaves open which of them open and which close.
    const sure = doubles.length % 2 === 0 && !/["＂]{2}/.test(text)
    for (const match of found) {
      const turn = doubles.indexOf(match)
      const mended = turn < 0 ? undefined : turn % 2 === 0 ? '“' : '”'
      yield {
        from: match.index,
        to: match.index + 1,
        message: `这里用了直引号“${match[0]}”。`,
        hint: mended && sure ? `改成弯引号“${mended}”。` : '改成成对的弯引号“”或‘’。',
        ...(sure ? { mended } : {}),
      }
    }
    for (const { 0: mark, index } of text.matchAll(/[「」『』]/g))
      yield {
        from: index,
        to: index + 1,
        message: `横排的文字里用了直角引号“${mark}”。`,
        hint: `改成“${vertical[mark]}”。直角引号用在竖排里。`,
      }
  },
})
