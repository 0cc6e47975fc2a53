import { expect, test } from 'vitest'
import { markOptions, verdict } from './marking.ts'

test.for([
  ['one right, chosen', 3, [1], [1], ['none', 'right', 'none'], true, '答对了'],
  ['one right, another chosen', 3, [0], [1], ['wrong', 'missed', 'none'], false, '再想想'],
  ['all of several', 4, [2, 0], [0, 2], ['right', 'none', 'right', 'none'], true, '答对了'],
  ['some of several', 4, [0], [0, 2], ['right', 'none', 'missed', 'none'], false, '还差一点'],
  ['all and one too many', 3, [0, 1, 2], [0, 1], ['right', 'right', 'wrong'], false, '还差一点'],
  ['nothing', 2, [], [0], ['missed', 'none'], false, '再想想'],
] as const)('%s', ([, count, chosen, right, marks, passed, word]) => {
  const marked = markOptions(count, chosen, right)
  expect(marked).toEqual(marks)
  expect(verdict(marked)).toEqual({ passed, word })
})

test('a key that names no option marks none as right', () => {
  expect(markOptions(2, [0], [-1])).toEqual(['wrong', 'none'])
})
