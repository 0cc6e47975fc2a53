import { expect, test } from 'vitest'
import { quoted } from './quotation.ts'

test('quotation marks nest', () => {
  expect(quoted('“一协会两联盟”是工作架构')).toBe('“‘一协会两联盟’是工作架构”')
  expect(quoted('统筹')).toBe('“统筹”')
})
