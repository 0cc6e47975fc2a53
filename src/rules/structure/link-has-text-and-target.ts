import { entryRule } from '../engine/rule.ts'

export const linkHasTextAndTarget = entryRule({
  id: 'link-has-text-and-target',
  summary: '每个链接都有文字，也有地址。',
  severity: 'error',
  *check({ entry }) {
    for (const { text, target, position } of entry.body.links) {
      if (target === '' || target === '#')
        yield {
          at: { position },
          message: `“${text}”的链接没有地址。`,
          hint: '写上地址，或只留文字。',
        }
      else if (text.trim() === '')
        yield {
          at: { position },
          message: `指向 ${target} 的链接没有文字，读者看不见它。`,
          hint: '在方括号里写上那一页讲什么。',
        }
    }
  },
})
