import { each, proseRule } from '../engine/prose-rule.ts'

const pattern = /[０-９Ａ-Ｚａ-ｚ％](?:[０-９Ａ-Ｚａ-ｚ％]|．(?=[０-９]))*/g

export const digitsAreHalfWidth = proseRule({
  id: 'digits-are-half-width',
  summary: '阿拉伯数字和字母用半角。',
  severity: 'warning',
  trace: /[％-ｚ]/,
  find: each(pattern, ({ 0: found, index, input }) => {
    const mended = found.normalize('NFKC')
    const message = `“${found}”是全角的数字或字母。`
    const hint = `改成半角的“${mended}”。`
    // At the start of a line `1. ` would begin a list.
    const startsList =
      /^(?:$|\n)/.test(input.slice(0, index).slice(-1)) &&
      /^[.)]/.test(input.slice(index + found.length))
    return startsList ? { message, hint } : { message, hint, mended }
  }),
})
