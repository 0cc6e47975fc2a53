import { textRule } from '../engine/rule.ts'
import { masked, sensitiveIn } from '../reading/sensitive-text.ts'
import type { Shape } from '../reading/sensitive-text.ts'

const emailShape: Shape = {
  trace: '@',
  pattern: /(?<![\w.+-])[\w.+-]{1,64}@(?:[a-z0-9-]{1,63}\.){1,8}[a-z]{2,24}(?![\w-])/gi,
}

export const textHasNoEmail = textRule({
  id: 'text-has-no-email',
  summary: '任何文件里都没有电子邮箱；门户自己的联系邮箱写在 site.yaml。',
  severity: 'error',
  *check(context) {
    // The contact may be a sentence with the address in it.
    const contact = context.library.site.contact?.toLowerCase() ?? ''
    for (const { value, span } of sensitiveIn(context, [emailShape])) {
      if (contact.includes(value.toLowerCase())) continue
      yield {
        at: { span },
        message: `这里有一个电子邮箱：${masked(value)}。`,
        hint: '删去它。门户的联系邮箱写在 site.yaml 的 contact；确实是单位公开邮箱的，静默这一条并写明理由。',
      }
    }
  },
})
