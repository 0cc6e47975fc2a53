import { expect, test } from 'vitest'
import { attended, attentionOf, isWatched, lacking, unread } from './attention.ts'

/** Look at a text for so many seconds, from one portion to another. */
const look = (seconds: number, from: number, to: number, before = unread) =>
  attended(before, { seconds, from, to })

/** Read from the beginning to the end in so many seconds, a fifth in view at a time. */
const through = (seconds: number) =>
  [0, 0.2, 0.4, 0.6, 0.8].reduce((seen, from) => look(seconds / 5, from, from + 0.2, seen), unread)

test.each([
  ['nothing', unread, 'text'],
  ['a jump to the end', look(3, 0.9, 1, look(1, 0, 0.1)), 'text'],
  ['the end, for a long time', look(3600, 0.8, 1), 'text'],
  ['all of it, in a rush', through(10), 'time'],
  ['all of it, quickly', through(60), undefined],
  ['all of it at once, on a large screen', look(60, 0, 1), undefined],
  ['all but a table', look(60, 0.2, 1), undefined],
] as const)('%s', (_what, attention, expected) => expect(lacking(attention, 3)).toBe(expected))

test('visits add up', () => {
  const first = look(40, 0, 0.5)
  const again = look(40, 0.5, 1, attentionOf(first))
  expect(lacking(first, 3)).toBe('text')
  expect(lacking(again, 3)).toBeUndefined()
  expect(attentionOf(undefined)).toEqual(unread)
})

test('a film whose end was skipped to is not watched', () => {
  expect(isWatched(5, 90)).toBe(false)
  expect(isWatched(50, 90)).toBe(true)
})
