import { expect, test } from 'vitest'
import { startOf } from './address.ts'
import { placesOf } from './find.ts'
import { actionFor } from './keys.ts'
import { recall, remember } from './memory.ts'

test('an address says where a film starts', () => {
  expect(startOf('?t=126', '')).toBe(126)
  expect(startOf('', '#t=02:06')).toBe(126)
  expect(startOf('', '#t=1:02:06')).toBe(3726)
  expect(startOf('', '#t=126,140')).toBe(126)
  expect(startOf('?t=2m6s', '')).toBe(126)
  expect(startOf('?t=9', '#t=npt:10.5')).toBe(10.5)
  for (const nothing of ['', '#s-hz-f01', '#t=', '#t=abc', '#t=-5'])
    expect(startOf('', nothing), nothing).toBeUndefined()
})

test('a word is found in either case and width, without overlaps', () => {
  expect(placesOf('公益', '网络公益，公益项目')).toEqual([
    [2, 4],
    [5, 7],
  ])
  expect(placesOf('E心', 'ｅ心跟党走')).toEqual([[0, 2]])
  expect(placesOf('人人', '人人人')).toEqual([[0, 2]])
  expect(placesOf('  ', '人人')).toEqual([])
})

test('keys do what they do elsewhere, and leave the rest alone', () => {
  const press = (key: string, held = {}) =>
    actionFor({ key, shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, ...held })
  expect(press(' ')).toEqual({ do: 'toggle' })
  expect(press('ArrowLeft')).toEqual({ do: 'skip', by: -5 })
  expect(press('J')).toEqual({ do: 'skip', by: -10 })
  expect(press('7')).toEqual({ do: 'part', tenth: 7 })
  expect(press('N', { shiftKey: true })).toEqual({ do: 'hit', by: -1 })
  expect(press('c', { ctrlKey: true })).toBeUndefined()
  expect(press('Tab')).toBeUndefined()
})

test('a device remembers how captions are wanted, and does not believe what storage holds', () => {
  const kept = new Map<string, string>()
  const storage = () => ({
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  })
  expect(recall(storage)).toEqual({ shown: true, large: false })
  remember(storage, { shown: false, large: true })
  expect(recall(storage)).toEqual({ shown: false, large: true })
  for (const text of ['', 'null', '[1]', '7', '{"shown":"no","large":1}'])
    expect(
      recall(() => ({ getItem: () => text, setItem: () => undefined })),
      text,
    ).toEqual({
      shown: true,
      large: false,
    })
  const blocked = () => {
    throw new Error('SecurityError')
  }
  expect(recall(blocked).shown).toBe(true)
  expect(() => remember(blocked, { shown: true, large: true })).not.toThrow()
})
