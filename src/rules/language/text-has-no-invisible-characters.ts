import { invisible } from '../../model/characters.ts'
import { charactersOf, codePoint } from '../reading/text-characters.ts'
import { textRule } from '../engine/rule.ts'

export const textHasNoInvisibleCharacters = textRule({
  id: 'text-has-no-invisible-characters',
  summary: '文件里没有看不见的字符。',
  severity: 'error',
  silenceable: false,
  *check(context) {
    for (const { character, span, literal } of charactersOf(context, invisible)) {
      const finding = {
        at: { span },
        message: `这里有一个看不见的字符（${codePoint(character)}）。`,
        hint: '删去它：它会让搜索、复制和朗读出错。多半是从网页或聊天里粘贴来的。',
      }
      yield literal ? { ...finding, fix: { span, text: '' } } : finding
    }
  },
})
