import { charactersOf, codePoint } from '../reading/text-characters.ts'
import { textRule } from '../engine/rule.ts'

export const textHasOneDirection = textRule({
  id: 'text-has-one-direction',
  summary: '文件里没有改变文字方向的控制字符。',
  severity: 'error',
  silenceable: false,
  *check(context) {
    for (const { character, span, literal } of charactersOf(context, /\p{Bidi_Control}/gu)) {
      const finding = {
        at: { span },
        message: `这里有改变文字方向的控制字符（${codePoint(character)}）。`,
        hint: '删去它：它能让审阅的人看到的和读者看到的不一样。',
      }
      yield literal ? { ...finding, fix: { span, text: '' } } : finding
    }
  },
})
