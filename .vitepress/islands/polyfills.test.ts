import { expect, test } from 'vitest'
import fc from '../../tests/fast-check.ts'

const before = [Array.prototype.at, String.prototype.replaceAll, Object.fromEntries]
const { polyfills } = await import('./polyfills.ts')

/** A polyfill as a function of what it is called on and with. */
function method(owner: object, name: string) {
  const found = polyfills.find((one) => one[0] === owner && one[1] === name)?.[2]
  if (!found) throw new Error(`no ${name}`)
  return (self: unknown, ...values: unknown[]) => Reflect.apply(found, self, values)
}

const place = fc.oneof(fc.integer({ min: -9, max: 9 }), fc.constant(NaN), fc.constant(1.7))

test('where the engine has them, its own stay', () => {
  expect([Array.prototype.at, String.prototype.replaceAll, Object.fromEntries]).toEqual(before)
})

test('at', () => {
  const [of, character] = [method(Array.prototype, 'at'), method(String.prototype, 'at')]
  fc.assert(
    fc.property(fc.array(fc.integer(), { maxLength: 6 }), fc.string(), place, (list, text, n) => {
      expect(of(list, n)).toBe(list.at(n))
      expect(character(text, n)).toBe(text.at(n))
    }),
  )
})

test('replaceAll', () => {
  const replaceAll = method(String.prototype, 'replaceAll')
  const text = fc.stringMatching(/^[ab.$*/-]{0,8}$/)
  fc.assert(
    fc.property(text, text, text, (whole, found, by) => {
      expect(replaceAll(whole, found, by)).toBe(whole.replaceAll(found, by))
      expect(replaceAll(whole, found, () => by)).toBe(whole.replaceAll(found, () => by))
    }),
  )
  expect(replaceAll('a1b22', /\d/g, '#')).toBe('a#b##')
  expect(() => replaceAll('a', /a/, 'b')).toThrow(TypeError)
})

test('fromEntries', () => {
  const fromEntries = method(Object, 'fromEntries')
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.string(), fc.integer())), (entries) => {
      expect(fromEntries(Object, new Map(entries))).toEqual(Object.fromEntries(new Map(entries)))
      expect(fromEntries(Object, entries)).toEqual(Object.fromEntries(entries))
    }),
  )
})
