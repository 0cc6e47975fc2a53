import { charactersOf, codePoint } from '../reading/text-characters.ts'
import { textRule } from '../engine/rule.ts'

export const textHasNoPrivateCharacters = textRule({
  id: 'text-has-no-private-characters',
  summary: '文件里没有只在某台电脑上才显示的自造字。',
  severity: 'error',
  *check(context) {
    for (const { character, span } of charactersOf(context, /\p{Co}/gu))
      yield {
        at: { span },
        message: `这里是一个自造字或图标字（${codePoint(character)}），读者看到的会是方框。`,
        hint: '对照来源换成标准的字；是项目符号的，用 Markdown 的列表。',
      }
  },
})
