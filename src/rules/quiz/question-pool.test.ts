import { describe, expect, test } from 'vitest'
import { buildLibrary } from '../../content/library.ts'
import { examplePortal } from '../handbook/portal.ts'
import { expectedBy } from '../reading/question-pool.ts'
import { quizJudgementsAreBalanced } from './quiz-judgements-are-balanced.ts'
import { quizLengthTellsNothing } from './quiz-length-tells-nothing.ts'
import { quizMultiplesLeaveDoubt } from './quiz-multiples-leave-doubt.ts'
import { quizPositionsAreEven } from './quiz-positions-are-even.ts'
import type { LibraryRule } from '../engine/rule.ts'
import { runRules } from '../engine/run.ts'

interface Asked {
  kind: 'single' | 'multiple' | 'judge'
  options?: string[]
  answer: string | string[] | boolean
}

/** What a rule says of lessons that ask these questions, five a lesson. */
function saidOf(rule: LibraryRule, asked: readonly Asked[], front = ''): string[] {
  const lessons = Array.from({ length: Math.ceil(asked.length / 5) }, (_, lesson) => ({
    path: `content/training/demo/lesson-${lesson}.md`,
    text: `---\n${front}quiz: ${JSON.stringify(asked.slice(lesson * 5, lesson * 5 + 5).map(questionOf))}\n---\n`,
    raw: false,
  }))
  const library = buildLibrary(examplePortal(lessons).portal)
  return runRules({ library, rules: [rule], today: '2026-11-23' }).map(({ message }) => message)
}

function questionOf(asked: Asked, index: number) {
  return { ...asked, question: `示例题${index}`, explanation: '示例的解析。', cites: ['demo-f01'] }
}

const judgements = (isTrue: number, isFalse: number): Asked[] => [
  ...Array.from({ length: isTrue }, () => ({ kind: 'judge', answer: true }) as const),
  ...Array.from({ length: isFalse }, () => ({ kind: 'judge', answer: false }) as const),
]
const choices = (letters: string, options = ['甲项', '乙项', '丙项', '丁项']): Asked[] =>
  [...letters].map((answer) => ({ kind: 'single', options, answer }))

describe('quiz-judgements-are-balanced', () => {
  test.each([
    [8, 12],
    [12, 8],
    [10, 10],
    [0, 9],
  ])('%d true and %d false pass', (isTrue, isFalse) => {
    expect(saidOf(quizJudgementsAreBalanced, judgements(isTrue, isFalse))).toEqual([])
  })

  test('says which side one guesses', () => {
    expect(saidOf(quizJudgementsAreBalanced, judgements(7, 13))).toEqual([
      '全站 20 道判断题，答案是“对”的占 35%，读者总选“错”就能过半。',
    ])
    expect(saidOf(quizJudgementsAreBalanced, judgements(13, 7))).toEqual([
      '全站 20 道判断题，答案是“对”的占 65%，读者总选“对”就能过半。',
    ])
  })
})

describe('quiz-positions-are-even', () => {
  test('what chance brings passes', () => {
    expect(saidOf(quizPositionsAreEven, choices('ABCDABCDABCDABCDABBA'))).toEqual([])
  })

  test('an answer in one place, or never in one, is named', () => {
    expect(saidOf(quizPositionsAreEven, choices('CCCCCCCCCCABDABDABDC'))).toEqual([
      '20 道单选题里，答案是 C 的有 11 道，平均分布约为 5 道，读者能猜出规律。',
    ])
    expect(saidOf(quizPositionsAreEven, choices('ABCABCABCABCABCABCAB'))).toEqual([
      '20 道单选题里，答案是 D 的有 0 道，平均分布约为 5 道，读者能猜出规律。',
    ])
  })

  test('options that are shuffled stand anywhere', () => {
    expect(saidOf(quizPositionsAreEven, choices('AAAAAAAAAA'), 'shuffle: true\n')).toEqual([])
  })
})

describe('quiz-length-tells-nothing', () => {
  const options = ['短', '也短', '这一项写得最长', '一般长']

  test('the longest may be right as often as chance has it', () => {
    expect(saidOf(quizLengthTellsNothing, choices('ABCDABCDABCD', options))).toEqual([])
  })

  test('more often is named', () => {
    expect(saidOf(quizLengthTellsNothing, choices('CCCCCCCABDAB', options))).toEqual([
      '12 道单选题里，最长的选项就是答案的有 7 道，碰巧约为 3 道，不读课文也能猜中。',
    ])
  })

  test('where two options are as long nothing can be guessed', () => {
    expect(saidOf(quizLengthTellsNothing, choices('AAAAAAAAAAAA'))).toEqual([])
  })
})

describe('quiz-multiples-leave-doubt', () => {
  const multiple = (answer: string[]): Asked => ({
    kind: 'multiple',
    options: ['甲项', '乙项', '丙项', '丁项'],
    answer,
  })

  test('one wrong option is not the norm', () => {
    const open = Array.from({ length: 4 }, () => multiple(['A', 'C']))
    const closed = Array.from({ length: 3 }, () => multiple(['A', 'B', 'D']))
    expect(saidOf(quizMultiplesLeaveDoubt, [...open, ...closed])).toEqual([])
    expect(saidOf(quizMultiplesLeaveDoubt, [...open.slice(1), ...closed])).toEqual([
      '6 道多选题里有 3 道只错一项，读者找出最不像的一项就能全对。',
    ])
  })
})

test('the spread of chance', () => {
  const { mean, deviation } = expectedBy(Array.from({ length: 16 }, () => 1 / 4))
  expect(mean).toBe(4)
  expect(deviation).toBeCloseTo(Math.sqrt(3))
})
