import { checksum } from '../formats/checksum.ts'
import { describe, expect, test } from 'vitest'
import { agendaKinds } from '../model/agenda.ts'
import { kindOf } from './address.ts'
import {
  agenda,
  clock,
  isPackable,
  isPackItem,
  packLimits,
  readPackAddress,
  rowKind,
  writePackAddress,
} from './pack.ts'
import type { Pack, PackItem } from './pack.ts'
import fc from '../../tests/fast-check.ts'

const slug = fc.stringMatching(/^[a-z0-9-]{1,12}$/)
const page = fc.oneof(
  fc
    .tuple(fc.constantFrom('cases', 'videos', 'people', 'topics', 'training', 'packs'), slug)
    .map((parts) => `/${parts.join('/')}`),
  fc.tuple(slug, slug).map((parts) => `/training/${parts.join('/')}`),
)
const words = (least: number) =>
  fc
    .string({ unit: 'grapheme', minLength: least, maxLength: 20 })
    .filter((text) => text.length <= 60 && !/\p{Cs}/u.test(text))
const minutes = fc.integer({ min: 0, max: 180 })
const kind = fc.constantFrom(...agendaKinds)
const items: fc.Arbitrary<PackItem> = fc.oneof(
  fc.record({ page, minutes }),
  fc.record({ page, minutes, kind }),
  fc.record({ kind, title: words(1), minutes }),
)
const packs: fc.Arbitrary<Pack> = fc.record(
  {
    title: words(0),
    day: fc.constantFrom('2026-12-01', '2027-01-31'),
    items: fc.array(items, { maxLength: packLimits.items }),
  },
  { requiredKeys: ['title', 'items'] },
)

describe('an address', () => {
  test('carries any pack there and back', () => {
    fc.assert(
      fc.property(packs, (pack) => {
        expect(readPackAddress(`#${writePackAddress(pack)}`)).toEqual(pack)
      }),
    )
  })

  test('survives being put into an address bar and read back', () => {
    fc.assert(
      fc.property(packs, (pack) => {
        const { hash } = new URL(`https://portal.test/pack.html#${writePackAddress(pack)}`)
        expect(readPackAddress(hash)).toEqual(pack)
      }),
    )
  })

  test('that was cut or changed anywhere is refused', () => {
    const written = writePackAddress({
      title: '十二月',
      items: [{ page: '/cases/hangzhou', minutes: 10 }],
    })
    fc.assert(
      fc.property(
        fc.integer({ min: 5, max: written.length - 1 }),
        fc.constantFrom('', 'x', '~'),
        (at, other) => {
          fc.pre(written[at] !== other)
          const tampered = written.slice(0, at) + other + written.slice(at + 1)
          expect(readPackAddress(tampered)).toHaveProperty('fault')
        },
      ),
    )
    for (let length = 5; length < written.length; length += 1)
      expect(readPackAddress(written.slice(0, length))).toEqual({
        fault: expect.stringContaining('不完整'),
      })
  })

  test.for([
    ['leaves the portal', 'cases/..%2f..%2fx:3'],
    ['names another host', 'https://evil.test/:3'],
    ['names what cannot be studied', 'search:3'],
    ['has too many minutes', 'cases/a:999'],
    ['goes too deep', 'cases/a/b:3'],
    ['has no minutes', 'cases/a'],
    ['names a kind that is none', '9.cases/a:3'],
    ['has a row without words', '0!:3'],
    ['has a row of no kind', '!签到:3'],
    ['has too many items', Array.from({ length: 41 }, () => 'cases/a:1').join(',')],
  ])('that %s is refused although its checksum is right', ([, list = '']) => {
    const body = `1~~~${list}`
    const forged = `pack=${body}~${checksum(body)}`
    expect(readPackAddress(forged)).toEqual({ fault: expect.stringContaining('看不懂') })
  })

  test('that is too long is refused before it is looked at', () => {
    expect(readPackAddress(`pack=${'a'.repeat(7000)}`)).toEqual({
      fault: expect.stringContaining('太长'),
    })
  })

  test('of a later version asks for a new page', () => {
    const { title, items } = { title: '', items: [] }
    const now = writePackAddress({ title, items })
    expect(now).toMatch(/^pack=1~/)
    expect(readPackAddress('#elsewhere')).toBeUndefined()
    expect(readPackAddress('')).toBeUndefined()
  })
})

test('an address without kinds is one that earlier versions open', () => {
  const [plain, kinds] = [
    { title: '', items: [{ page: '/cases/a', minutes: 5 }] },
    { title: '', items: [{ kind: '签到' as const, title: '签名', minutes: 3 }] },
  ]
  expect(writePackAddress(plain)).toMatch(/^pack=1~~~cases\/a:5~/)
  expect(writePackAddress(kinds)).toMatch(/^pack=2~~~0!%E7%AD%BE%E5%90%8D:3~/)
})

test('whatever storage holds, only sound rows are taken', () => {
  fc.assert(fc.property(items, isPackItem))
  const unsound = [
    null,
    'x',
    { page: '/cases/a' },
    { page: '/data', minutes: 1 },
    { page: '/cases/a', minutes: 1, kind: '吃饭' },
    { kind: '签到', minutes: 1 },
    { kind: '签到', title: '', minutes: 1 },
    { title: '签名', minutes: 1 },
  ]
  expect(unsound.filter(isPackItem)).toEqual([])
})

test('a row does what its page is for, unless it says otherwise', () => {
  const kinds = [
    { page: '/cases/a', minutes: 1 },
    { page: '/videos/a', minutes: 1 },
    { page: '/training/a/b', minutes: 1, kind: '自测' as const },
  ].map(rowKind)
  expect(kinds).toEqual(['学习', '观看', '自测'])
  expect([0, 3, 75].map(clock)).toEqual(['0:00', '0:03', '1:15'])
})

test('an agenda adds up', () => {
  const items = [10, 0, 25].map((minutes) => ({ page: '/cases/a', minutes }))
  expect(agenda(items)).toEqual({ total: 35, starts: [0, 10, 10] })
  expect(agenda([])).toEqual({ total: 0, starts: [] })
})

test('a page says what it is by its path', () => {
  const kinds = ['/cases/a', '/videos/a', '/topics/a', '/training/a', '/training/a/b'].map(kindOf)
  expect(kinds).toEqual(['case', 'video', 'topic', 'course', 'lesson'])
  const pages = ['/cases/a', '/charts/a', '/data', '/pages/about', '/cases/A']
  expect(pages.map(isPackable)).toEqual([true, true, false, false, false])
})
