import { entryRule } from '../engine/rule.ts'
import { spanIn } from '../reading/prose/passage.ts'
import { excerpt } from '../reading/prose/pattern-matches.ts'

const address = /(?:https?:\/\/|www\.)[\x21\x23-\x26\x2a-\x3b\x3d\x3f-\x5a\x5f\x61-\x7a~]+/gi

export const addressIsLinked = entryRule({
  id: 'address-is-linked',
  summary: '正文里的网址写成链接。',
  severity: 'warning',
  *check({ entry, prose }) {
    for (const passage of prose(entry)) {
      if (!/^(?:paragraph|cell|note)$/.test(passage.kind) || !/:\/\/|www\./i.test(passage.text))
        continue
      for (const { index, 0: written } of passage.text.matchAll(address)) {
        // A link or definition that stayed text is told as such.
        if (/[\])】］][(（:]?[ \t<]*$/.test(passage.text.slice(Math.max(0, index - 8), index)))
          continue
        const found = written.replace(/[.,;:!?']+$/, '')
        yield {
          at: { span: spanIn(passage, index, index + found.length) },
          message: `网址“${excerpt(found)}”不是链接，读者点不开。`,
          hint: '写成 [那一页的题目](网址)，网址以 https:// 开头；引用来源就写 [^事实编号]。',
        }
      }
    }
  },
})
