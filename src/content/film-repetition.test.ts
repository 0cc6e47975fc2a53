import { expect, test } from 'vitest'
import { repetitionOf } from './film-repetition.ts'

const picture = ['600余家企业', '进入党建数据库']

test('a caption that reads its picture aloud is told by the run they share', () => {
  const { run, share } = repetitionOf('600余家企业，进入党建数据库。', picture, [])
  expect(run).toBe('600余家企业')
  expect(share).toBe(1)
})

test('marks and line breaks hide no repetition', () => {
  expect(repetitionOf('600余家\n企业。', picture, []).run).toBe('600余家企业')
})

test('a name may stand in both', () => {
  const both = ['“助力黔行”大行动']
  expect(repetitionOf('这就是“助力黔行”大行动', both, []).run).toBe('助力黔行大行动')
  expect(repetitionOf('它叫“助力黔行动”', ['“助力黔行动”'], []).run).toBe('')
  expect(repetitionOf('西湖汇公益联盟成立了', ['西湖汇公益联盟'], ['西湖汇公益联盟']).run).toBe('')
})

test('a caption that says something else repeats little', () => {
  const { run, share } = repetitionOf('这是属地的数，截至报道刊发时。', picture, [])
  expect(run.length).toBeLessThan(2)
  expect(share).toBe(0)
})
