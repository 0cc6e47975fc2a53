import { describe, expect, test } from 'vitest'
import { paused, resumed, secondsLeft, started, timeWords } from './countdown.ts'
import { buzzerOf, keyLabel, usualKeys, withKey } from './keys.ts'
import { begin, standingAfter, step } from './play.ts'
import type { Match, Move } from './play.ts'
import { drawn, drawnWithSpares, shardsOf } from './pool.ts'
import { ranking } from './ranking.ts'
import { turnsOf, usualRules } from './rules.ts'
import { contestNote, headline, spoken, withContestNote } from './words.ts'
import fc from '../../../tests/fast-check.ts'

const match: Match = { rules: usualRules, teams: 4, questions: 11 }
const names = ['一队', '二队', '三队', '四队']
const words = { names, keys: ['1', '4', '7', '0'] }
const right: Move[] = [{ kind: 'judge', right: true }, { kind: 'next' }]
const wrong: Move[] = [{ kind: 'judge', right: false }, { kind: 'next' }]
const won = (team: number): Move[] => [{ kind: 'buzz', team }, ...right]
const passed: Move[] = [{ kind: 'pass' }, { kind: 'next' }]
const at = (moves: readonly Move[], of = match) => {
  const now = standingAfter(of, moves)
  if (!now) throw new Error('no turn')
  return now
}
/** One and three have 30 each, two has 10, four nothing. */
const tie = [...right, ...right, ...right, ...wrong, ...won(0), ...won(2), ...won(0), ...won(2)]

describe('a contest', () => {
  test('asks every team, then lets them race, then decides a tie without changing scores', () => {
    expect(at(tie)).toMatchObject({
      phase: 'open',
      turn: { round: '加赛', place: 1 },
      scores: [30, 10, 30, 0],
      tied: [0, 2],
      locked: [1, 3],
    })
    expect(spoken(at(tie), words)).toBe('一队、三队同分，加赛一题，请抢答')
    const first: Move[] = [
      { kind: 'buzz', team: 0 },
      { kind: 'judge', right: false },
    ]
    const decided = at([...tie, ...first, ...won(2)])
    expect(decided).toMatchObject({ phase: 'final', winner: 2, scores: [30, 10, 30, 0] })
    expect(headline(decided, names)).toBe('三队加赛胜出')
    expect(ranking(decided).map(({ team, place, note }) => [names[team], place, note])).toEqual([
      ['三队', 1, '加赛答对'],
      ['一队', 2, '同分，加赛答错'],
      ['二队', 3, ''],
      ['四队', 4, ''],
    ])
  })

  test('ends level when the spare questions decide nothing', () => {
    const undecided = at([...tie, ...passed, ...passed, ...passed])
    expect(undecided.phase).toBe('final')
    expect(headline(undecided, names)).toBe('一队、三队并列第一')
    expect(ranking(undecided).map(({ place }) => place)).toEqual([1, 1, 3, 4])
  })

  test('locks the others when a team was first, and lets them race again when it is wrong', () => {
    const race = [...wrong, ...wrong, ...wrong, ...wrong]
    const locked = at([...race, { kind: 'buzz', team: 2 }])
    expect(spoken(locked, words)).toBe('三队按7抢到，其余三队已锁定')
    expect(step(match, locked, { kind: 'buzz', team: 1 })).toBe(locked)
    const again = step(match, locked, { kind: 'judge', right: false })
    expect(again).toMatchObject({ phase: 'open', locked: [2] })
    expect(spoken(again, words)).toBe('三队答错，不扣分，还有三队可以抢')
    expect(step(match, again, { kind: 'buzz', team: 2 })).toBe(again)
  })

  test('takes the chosen points where the answer is wrong in 风险题, and only there by default', () => {
    const { rounds } = usualRules
    const rules = {
      ...usualRules,
      rounds: {
        ...rounds,
        必答: { ...rounds.必答, on: false },
        抢答: { ...rounds.抢答, on: false },
        风险题: { ...rounds.风险题, on: true },
      },
    }
    const risky = { ...match, rules }
    const moves: Move[] = [
      { kind: 'stake', points: 30 },
      { kind: 'judge', right: false },
    ]
    expect(at(moves, risky).scores).toEqual([-30, 0, 0, 0])
    expect(spoken(at(moves, risky), words)).toBe('一队答错，减30分，现在−30分')
    expect(at([{ kind: 'stake', points: 25 }], risky).phase).toBe('stake')
  })

  const move: fc.Arbitrary<Move> = fc.oneof(
    fc.record({ kind: fc.constant('stake' as const), points: fc.constantFrom(10, 20, 30) }),
    fc.record({ kind: fc.constant('buzz' as const), team: fc.nat(7) }),
    fc.record({ kind: fc.constant('judge' as const), right: fc.boolean() }),
    fc.constant({ kind: 'pass' as const }),
    fc.constant({ kind: 'next' as const }),
  )
  const any = fc
    .record({
      teams: fc.integer({ min: 2, max: 8 }),
      deducts: fc.boolean(),
      tieBreak: fc.boolean(),
      risky: fc.boolean(),
    })
    .map(({ teams, risky, ...more }): Match => {
      const rounds = { ...usualRules.rounds, 风险题: { ...usualRules.rounds.风险题, on: risky } }
      const rules = { ...usualRules, ...more, rounds }
      return { rules, teams, questions: turnsOf(rules, teams).length + 3 }
    })

  test('whatever is pressed, scores are the sum of what was judged, and it ends at the latest with the last question', () => {
    fc.assert(
      fc.property(any, fc.array(move, { maxLength: 120 }), (of, moves) => {
        const now = at(moves, of)
        const sums = Array.from({ length: of.teams }, (_, team) =>
          now.answers
            .flat()
            .filter((one) => one.team === team)
            .reduce((sum, { change }) => sum + change, 0),
        )
        expect(now.scores).toEqual(sums)
        expect(now.question).toBeLessThan(of.questions)
        for (const given of now.answers) {
          expect(given.filter((one) => one.right).length).toBeLessThanOrEqual(1)
          expect(new Set(given.map(({ team }) => team)).size).toBe(given.length)
        }
        const places = ranking(now).map(({ place }) => place)
        expect(places).toEqual([...places].sort((a, b) => a - b))
        expect(places[0]).toBe(1)
      }),
      { numRuns: 60 },
    )
  })

  test('what is undone leaves the contest as it was before', () => {
    fc.assert(
      fc.property(any, fc.array(move, { maxLength: 60 }), move, (of, moves, last) => {
        const before = at(moves, of)
        const after = step(of, before, last)
        if (after !== before) expect(at([...moves, last].slice(0, -1), of)).toEqual(before)
        expect(at([...moves, last], of)).toEqual(after)
      }),
      { numRuns: 40 },
    )
  })

  test('has no turn where no round is played', () => {
    const { rounds } = usualRules
    const off = {
      必答: { ...rounds.必答, on: false },
      抢答: { ...rounds.抢答, on: false },
      风险题: rounds.风险题,
    }
    expect(begin({ ...match, rules: { ...usualRules, rounds: off } })).toBeUndefined()
  })
})

describe('keys', () => {
  test('are known by their place, the number pad with the digits', () => {
    expect(['Digit7', 'Numpad7', 'KeyQ', 'Space', 'F5', 'Enter'].map(buzzerOf)).toEqual([
      'Digit7',
      'Digit7',
      'KeyQ',
      undefined,
      undefined,
      undefined,
    ])
    expect(usualKeys.map(keyLabel).join('')).toBe('1470ZVMP')
  })

  test('are exchanged, never shared', () => {
    expect(withKey(['Digit1', 'Digit4', 'Digit7'], 0, 'Digit7')).toEqual([
      'Digit7',
      'Digit4',
      'Digit1',
    ])
    expect(withKey(['Digit1', 'Digit4'], 1, 'KeyQ')).toEqual(['Digit1', 'KeyQ'])
  })
})

test('a countdown stands while it is paused, and speaks at ten seconds and at the end', () => {
  const start = started(30, 1000)
  expect([1000, 1001, 21_000, 40_000].map((now) => secondsLeft(start, now))).toEqual([
    30, 30, 10, 0,
  ])
  const stopped = paused(start, 11_000)
  expect(secondsLeft(stopped, 99_000)).toBe(20)
  expect(secondsLeft(resumed(stopped, 100_000), 105_000)).toBe(15)
  expect([11, 10, 9, 0].map(timeWords)).toEqual(['', '还有10秒', '', '时间到'])
})

describe('the pool', () => {
  const index = {
    courses: [
      {
        name: 'a',
        title: '甲',
        lessons: [
          { page: '/training/a/x', title: '一', count: 5 },
          { page: '/training/a/y', title: '二', count: 1 },
        ],
      },
      { name: 'b', title: '乙', lessons: [{ page: '/training/b/z', title: '三', count: 2 }] },
    ],
  }

  test('draws none twice, lesson by lesson, and the same with the same seed', () => {
    const places = drawn(index, { count: 8, seed: '1' })
    expect(new Set(places.map(({ page, index }) => `${page} ${index}`)).size).toBe(8)
    expect(new Set(places.slice(0, 3).map(({ page }) => page)).size).toBe(3)
    expect(drawn(index, { count: 8, seed: '1' })).toEqual(places)
    expect(drawn(index, { count: 99, seed: '2' })).toHaveLength(8)
    expect(shardsOf(places)).toEqual(['a', 'b'])
  })

  test('gives spare questions of other lessons only where the pages have none left', () => {
    const pages = new Set(['/training/a/x'])
    const { places, own } = drawnWithSpares(index, { needed: 4, spares: 3, seed: '1', pages })
    expect(own).toBe(5)
    expect(places.slice(0, 5).every(({ page }) => pages.has(page))).toBe(true)
    expect(places.slice(5).some(({ page }) => pages.has(page))).toBe(false)
    expect(new Set(places.map(({ page, index }) => `${page} ${index}`)).size).toBe(7)
    const enough = drawnWithSpares(index, { needed: 2, spares: 3, seed: '1', pages })
    expect(enough).toMatchObject({ own: 5, places: { length: 5 } })
    expect(drawnWithSpares(index, { needed: 8, spares: 3, seed: '1' })).toMatchObject({ own: 8 })
  })

  test('is as small as the pages that were chosen', () => {
    const places = drawn(index, {
      count: 9,
      seed: '1',
      pages: new Set(['/training/b/z', '/cases/no']),
    })
    expect(places.map(({ course }) => course)).toEqual(['b', 'b'])
  })
})

test('the record has the line of the last contest beside what was written', () => {
  const note = contestNote(8, 4)
  expect(withContestNote(undefined, note)).toBe('知识竞赛8题，四队参加，结果见附件。')
  expect(withContestNote(`写下的一句\n${contestNote(6, 2)}`, note)).toBe(`写下的一句\n${note}`)
})
