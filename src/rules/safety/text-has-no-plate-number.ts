import { textRule } from '../engine/rule.ts'
import { sensitiveFindings } from '../reading/sensitive-text.ts'
import type { Shape } from '../reading/sensitive-text.ts'

/** Source: GA 36-2018, forms of small vehicles' numbers, new energy included. */
const plate: Shape = {
  pattern:
    /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z][·•・ ]?(?:[A-HJ-NP-Z0-9]{4}[A-HJ-NP-Z0-9挂学警港澳]|[DF][A-HJ-NP-Z0-9]\d{4}|\d{5}[DF])(?![A-Za-z0-9])/g,
  holds: (value) => value.replace(/\D/g, '').length >= 3,
}

export const textHasNoPlateNumber = textRule({
  id: 'text-has-no-plate-number',
  summary: '任何文件里都没有车牌号码。',
  severity: 'error',
  check: (context) =>
    sensitiveFindings(context, [plate], (masked) => ({
      message: `这里像是一个车牌号码：${masked}。`,
      hint: '删去它，写“一辆轿车”就够了；图里的车牌也请打码。',
    })),
})
