import { isIdNumber } from '../reading/resident-id-number.ts'
import { textRule } from '../engine/rule.ts'
import { sensitiveFindings } from '../reading/sensitive-text.ts'
import type { Shape } from '../reading/sensitive-text.ts'

/** UnionPay (62), Visa (4), Mastercard (51–55). Source: ISO/IEC 7812 issuer ranges. */
const card: Shape = {
  pattern: /(?<![\w.-])(?:62|4\d|5[1-5])\d{2}(?:[ -]?\d{4}){3}(?:[ -]?\d{1,3})?(?![\w]|[.-]\d)/g,
  holds: (value) => {
    const digits = value.replace(/\D/g, '')
    return isLuhn(digits) && !isIdNumber(digits)
  },
}

/** The check digit of ISO/IEC 7812-1, Annex B. */
function isLuhn(digits: string): boolean {
  let sum = 0
  for (let index = 0; index < digits.length; index++) {
    const digit = Number(digits[digits.length - 1 - index])
    sum += index % 2 === 0 ? digit : digit > 4 ? digit * 2 - 9 : digit * 2
  }
  return sum % 10 === 0
}

export const textHasNoBankCard = textRule({
  id: 'text-has-no-bank-card',
  summary: '任何文件里都没有银行卡号。',
  severity: 'error',
  silenceable: false,
  check: (context) =>
    sensitiveFindings(context, [card], (masked) => ({
      message: `这里像是一个银行卡号：${masked}。`,
      hint: '删去它。公开募捐的账户请链接到募捐平台的备案页面，不在这里写账号。',
    })),
})
