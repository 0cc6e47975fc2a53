import { isIdNumber } from '../reading/resident-id-number.ts'
import { textRule } from '../engine/rule.ts'
import { sensitiveFindings } from '../reading/sensitive-text.ts'
import type { Shape } from '../reading/sensitive-text.ts'

const number: Shape = {
  pattern:
    /(?<![\dA-Za-z])[1-9]\d{5}[ -]?(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])[ -]?\d{3}[\dXx](?![\dA-Za-z])/g,
  holds: (value) => isIdNumber(value.replace(/[ -]/g, '')),
}

export const textHasNoIdNumber = textRule({
  id: 'text-has-no-id-number',
  summary: '任何文件里都没有居民身份证号码。',
  severity: 'error',
  silenceable: false,
  check: (context) =>
    sensitiveFindings(context, [number], (masked) => ({
      message: `这里像是一个居民身份证号码：${masked}。`,
      hint: '删去它。真的是某个人的号码时，提交历史里也要清除，请立刻告诉维护者。',
    })),
})
