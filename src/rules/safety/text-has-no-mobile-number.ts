import { textRule } from '../engine/rule.ts'
import { sensitiveFindings } from '../reading/sensitive-text.ts'
import type { Shape } from '../reading/sensitive-text.ts'

const number: Shape = {
  pattern: /(?<![\w.-])(?:\+?86[ -]?)?1[3-9]\d(?:[ -]?\d{4}){2}(?![\w]|[.-]\d)/g,
}

export const textHasNoMobileNumber = textRule({
  id: 'text-has-no-mobile-number',
  summary: '任何文件里都没有手机号码。',
  severity: 'error',
  check: (context) =>
    sensitiveFindings(context, [number], (masked) => ({
      message: `这里像是一个手机号码：${masked}。`,
      hint: '删去它。要给读者联系方式，写单位的公开电话（例如 12377）；确实是公开号码的，静默这一条并写明理由。',
    })),
})
