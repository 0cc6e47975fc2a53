import { expect, test } from 'vitest'
import type { Activity } from './activity.ts'
import { cardsOf, isDue, waits } from './leitner.ts'

/** Answers to one question: `2026-01-01 ✗` in the order given, at noon where the reader is. */
function answers(...written: string[]): Activity[] {
  return written.map((line, index) => {
    const [day, mark] = line.split(' ')
    return {
      id: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
      at: `${day}T04:00:00.000Z`,
      page: '/training/c/one',
      title: '第一课',
      kind: 'lesson',
      verb: 'answered',
      question: '0000000a',
      asked: '问？',
      chosen: [],
      correct: mark === '✓',
    }
  })
}

const state = (...written: string[]) =>
  cardsOf(answers(...written), 480).map(({ box, due }) => `${box} ${due}`)

test('a question answered rightly is not reviewed', () => {
  expect(state('2026-01-01 ✓')).toEqual([])
})

test('a wrong answer opens the question at once, a right one sends it on, box by box', () => {
  expect(state('2026-01-01 ✗')).toEqual(['1 2026-01-01'])
  expect(state('2026-01-01 ✗', '2026-01-01 ✓')).toEqual(['2 2026-01-02'])
  expect(state('2026-01-01 ✗', '2026-01-01 ✓', '2026-01-02 ✓')).toEqual(['3 2026-01-05'])
  const all = ['2026-01-01 ✗', '2026-01-01 ✓', '2026-01-02 ✓', '2026-01-05 ✓', '2026-01-12 ✓']
  expect(state(...all)).toEqual(['5 2026-01-27'])
  expect(state(...all, '2026-01-27 ✓')).toEqual([])
})

test('answering rightly before the day changes nothing', () => {
  expect(state('2026-01-01 ✗', '2026-01-01 ✓', '2026-01-01 ✓', '2026-01-01 ✓')).toEqual([
    '2 2026-01-02',
  ])
})

test('a wrong answer always puts it back into the first box', () => {
  expect(state('2026-01-01 ✗', '2026-01-01 ✓', '2026-01-02 ✓', '2026-01-03 ✗')).toEqual([
    '1 2026-01-03',
  ])
})

test('the day is the reader’s, not that of UTC', () => {
  const [late] = answers('2026-01-01 ✗')
  if (!late) throw new Error('no answer')
  const atNight = { ...late, at: '2026-01-01T17:00:00.000Z' }
  expect(cardsOf([atNight], 480)[0]?.due).toBe('2026-01-02')
  expect(cardsOf([atNight], 0)[0]?.due).toBe('2026-01-01')
})

test('an answer by a clock that was ahead keeps no question back', () => {
  const ahead = answers('2099-05-01 ✗')
  const [card] = cardsOf(ahead, 480)
  if (!card) throw new Error('no card')
  expect(isDue(card, '2026-01-01')).toBe(true)
  const order = { after: '2099-05-01T04:00:00.001Z' }
  const [right] = answers('2026-01-02 ✓')
  if (!right) throw new Error('no answer')
  const later = { ...right, ...order, id: right.id.replace(/0$/, '9') }
  expect(cardsOf([later, ...ahead], 480).map(({ box, due }) => `${box} ${due}`)).toEqual([
    '2 2026-01-03',
  ])
})

test('waits never shrink, and a card is due from its day on', () => {
  expect([...waits].sort((a, b) => a - b)).toEqual([...waits])
  const [card] = cardsOf(answers('2026-01-01 ✗', '2026-01-01 ✓'), 480)
  if (!card) throw new Error('no card')
  expect([isDue(card, '2026-01-01'), isDue(card, '2026-01-02'), isDue(card, '2026-02-01')]).toEqual(
    [false, true, true],
  )
})
