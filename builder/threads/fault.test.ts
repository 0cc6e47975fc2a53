import { expect, test } from 'vitest'
import { ChangedMeanwhile } from '../../src/content/late-text.ts'
import { errorOf, faultOf } from './fault.ts'

/** Through a message, as between threads. */
const passedOn = (error: unknown) => errorOf(structuredClone(faultOf(error)))

test('a file that was saved meanwhile is told in a sentence, from whatever thread', () => {
  const error = passedOn(new ChangedMeanwhile('content/cases/a.md'))
  expect(error).toBeInstanceOf(ChangedMeanwhile)
  expect(error.message).toBe('content/cases/a.md 在这期间又改了，请再运行一次。')
})

test('anything else keeps the place where it went wrong', () => {
  const thrown = new TypeError('odd')
  expect(passedOn(thrown)).not.toBeInstanceOf(ChangedMeanwhile)
  expect(passedOn(thrown).message).toBe(thrown.stack)
  expect(passedOn('odd').message).toBe('odd')
})
