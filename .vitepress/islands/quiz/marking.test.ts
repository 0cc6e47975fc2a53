import { expect, test } from 'vitest'
import { markOptions, markWords, verdict } from './marking.ts'

const options = (count: number) => Array.from({ length: count }, (_, index) => `选项${index}`)

test.for([
  ['single', 'the right one', 3, [1], [1], ['', '选对了', ''], true, '答对了'],
  ['single', 'another', 3, [0], [1], ['选错了', '正确答案', ''], false, '没答对，看看为什么'],
  ['judge', 'the wrong word', 2, [1], [0], ['正确答案', '选错了'], false, '没答对，看看为什么'],
  ['multiple', 'all', 4, [2, 0], [0, 2], ['选对了', '', '选对了', ''], true, '答对了'],
  ['multiple', 'some', 4, [0], [0, 2], ['选对了', '', '漏选', ''], false, '还差一点'],
  ['multiple', 'one too many', 2, [0, 1], [0], ['选对了', '选错了'], false, '还差一点'],
  ['multiple', 'others', 3, [2], [0, 1], ['漏选', '漏选', '选错了'], false, '没答对，看看为什么'],
] as const)('%s: %s', ([kind, , count, chosen, right, words, passed, word]) => {
  const marks = markOptions({ kind, options: options(count), right: [...right] }, chosen)
  expect(marks.map((mark) => markWords[mark])).toEqual(words)
  expect(verdict(marks)).toEqual({ passed, word })
})

test('a key that names no option marks none as right', () => {
  const question = { kind: 'single', options: options(2), right: [-1] } as const
  expect(markOptions({ ...question, right: [-1] }, [0])).toEqual(['wrong', 'none'])
})
