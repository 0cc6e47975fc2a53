import { each, proseRule } from '../engine/prose-rule.ts'

const marks = '，。、；：？！'

export const punctuationStandsOnce = proseRule({
  id: 'punctuation-stands-once',
  summary: '同一处只写一个标点。',
  severity: 'warning',
  spares: 'quotations',
  // Three full stops are a mistaken ellipsis, which has a rule of its own.
  trace: /[，。、；：？！]{2}/,
  find: each(new RegExp(`(?!。{3})[${marks}]{2,}`, 'g'), ({ 0: found }) => {
    if (found === '？！') return undefined
    const [first = ''] = found
    const same = Array.from(found).every((mark) => mark === first)
    const hint = same ? `留一个“${first}”。` : '看这里停顿多长、是不是问句，留一个。'
    const message = `这里连写了${found.length}个标点“${found}”。`
    return same ? { message, hint, mended: first } : { message, hint }
  }),
})
