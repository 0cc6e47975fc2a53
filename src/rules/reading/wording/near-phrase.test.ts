import { describe, expect, it } from 'vitest'
import { nearPhrases, phraseFinder } from './near-phrase.ts'
import { setPhrases } from './set-phrases.ts'
import fc from '../../../../tests/fast-check.ts'

const long = setPhrases
  .map(({ use }) => use)
  .filter((use) => /^\p{sc=Han}{6,}$/u.test(use) && use !== '中国特色社会主义')
const finder = phraseFinder(long)
const found = (text: string) => (finder ? [...nearPhrases(text, finder)] : [])
const letter = fc.constantFrom(...'甲乙丙丁戊己庚辛')
/** A phrase and an offset inside it, not at its ends. */
const place = fc
  .constantFrom(...long)
  .chain((phrase) => fc.tuple(fc.constant(phrase), fc.integer({ min: 1, max: phrase.length - 2 })))

describe('near phrases', () => {
  it('finds a phrase with one letter changed, lost, added or two turned round', () => {
    fc.assert(
      fc.property(place, letter, fc.integer({ min: 0, max: 3 }), ([phrase, at], other, kind) => {
        const before = phrase.slice(0, at)
        const [first = '', second = ''] = [phrase[at], phrase[at + 1]]
        const slipped = [
          before + other + phrase.slice(at + 1),
          before + phrase.slice(at + 1),
          before + other + phrase.slice(at),
          before + second + first + phrase.slice(at + 2),
        ][kind]
        fc.pre(slipped !== undefined && slipped !== phrase)
        // Two letters alike side by side: losing either is one slip in two places.
        fc.pre(kind !== 1 || (first !== phrase[at - 1] && first !== second))
        expect(found(`要坚持${slipped}，`).map((one) => one.phrase)).toContain(phrase)
      }),
      { numRuns: 200 },
    )
  })

  it('says nothing of the phrases themselves, nor of what merely begins or ends like one', () => {
    for (const phrase of long) expect(found(`学习${phrase}，落实${phrase}。`)).toEqual([])
    expect(found('全面从严治军，增强先锋模范意识。')).toEqual([])
  })

  it('tells where the slip stands', () => {
    expect(found('坚持全面从言治党。')).toEqual([
      { phrase: '全面从严治党', found: '全面从言治党', from: 2, to: 8 },
    ])
  })

  it('takes a last letter that sounds alike for a slip', () => {
    expect(found('学习马克思列宁主意。')[0]?.phrase).toBe('马克思列宁主义')
  })
})
