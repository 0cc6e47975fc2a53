import { textRule } from '../engine/rule.ts'

/** What is left of text that was read in the wrong encoding. */
const garbled =
  /\ufffd+|锟斤拷(?:锟斤拷|锟|斤|拷)*|(?:烫){3,}|(?:屯){3,}|ï¿½|(?:â€[\u0080-\u00ff\u2018-\u2122œ]|Ã[\u0080-\u00bf]|[äåæçèé][\u0080-\u00bf¤-¿][\u0080-\u00bf¤-¿])+/g

export const textIsNotGarbled = textRule({
  id: 'text-is-not-garbled',
  summary: '文件里没有乱码。',
  severity: 'error',
  *check({ text }) {
    for (const { 0: found, index } of text.matchAll(garbled))
      yield {
        at: { span: [index, index + found.length] },
        message: `这里是乱码“${found.slice(0, 12)}”，原来的字已经丢了。`,
        hint: '对照来源重新输入；文件用 UTF-8 保存。',
      }
  },
})
