import { charactersOf, codePoint } from '../reading/text-characters.ts'
import { textRule } from '../engine/rule.ts'

/**
 * Control and format characters that nobody sees. Joiners and selectors inside an emoji and a
 * selector after an ideograph are part of what is seen; directions have a rule of their own.
 */
const invisible =
  /(?!\p{Bidi_Control})[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200c\u2028\u2029\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffc\u{1bca0}-\u{1bca3}\u{1d173}-\u{1d17a}\u{e0000}-\u{e0fff}]|(?<![\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f])\u200d|\u200d(?!\p{Extended_Pictographic})|(?<![\p{Emoji}\p{Extended_Pictographic}\p{sc=Han}])[\ufe00-\ufe0f]/gu

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
