import { describe, expect, test } from 'vitest'
import { courseCovers } from './course-cover.ts'
import { coversOf } from './drawn-cover.ts'
import type { DrawnCover } from './drawn-cover.ts'
import { topicCovers } from './topic-cover.ts'

const marksOf = ({ bars, lines, dots = [] }: DrawnCover) => [...bars, ...lines, ...dots]
const courses = [[7, 6, 5], [7, 6, 5], [7, 6, 5], [5, 5], [5, 5], [4]]

describe('covers of courses', () => {
  test('no two of a list are alike, though their lessons are', () => {
    const drawn = coversOf(courses, courseCovers).map((cover) => JSON.stringify(cover))
    expect(new Set(drawn).size).toBe(courses.length)
  })

  test('one thing is red, and there is a mark each lesson', () => {
    for (const cover of courseCovers([7, 6, 5])) {
      expect(marksOf(cover).filter(({ tone }) => tone === 'hot')).toHaveLength(1)
      expect(marksOf(cover).filter(({ tone }) => tone !== 'soft')).toHaveLength(3)
    }
  })

  test('a step is as wide, a column as high, as its lesson is long', () => {
    const [stair, , columns] = courseCovers([10, 20, 10])
    const [one, two] = stair?.bars ?? []
    expect((two?.width ?? 0) / (one?.width ?? 1)).toBeCloseTo(2, 1)
    const [low, high] = columns?.bars ?? []
    expect((high?.height ?? 0) / (low?.height ?? 1)).toBeCloseTo(2, 1)
  })
})

describe('covers of topics', () => {
  const parts = [
    { kind: 'cases', year: 2019 },
    { kind: 'cases', year: 2021 },
    { kind: 'cases', year: 2021 },
    { kind: 'cases', year: 2024 },
    { kind: 'lessons' },
  ]

  test('the years of its cases where there are three, the latest in red', () => {
    const [timeline, field, tree] = topicCovers(parts)
    expect(timeline?.dots).toHaveLength(4)
    expect(timeline?.dots?.filter(({ tone }) => tone === 'hot').map(({ x }) => x)).toEqual([
      Math.max(...(timeline?.dots ?? []).map(({ x }) => x)),
    ])
    expect(field?.dots).toHaveLength(5)
    expect(tree?.dots).toHaveLength(6)
    expect(topicCovers(parts.slice(1))).toHaveLength(2)
  })

  test('all that is drawn stands on the sheet', () => {
    const many = Array.from({ length: 60 }, (_, index) => ({
      kind: `k${index % 5}`,
      year: 2000 + (index % 7),
    }))
    for (const { dots = [] } of [...topicCovers(many), ...topicCovers(many.slice(0, 1))])
      for (const { x, y, radius } of dots) {
        expect(x - radius).toBeGreaterThanOrEqual(0)
        expect(x + radius).toBeLessThanOrEqual(320)
        expect(y - radius).toBeGreaterThanOrEqual(0)
        expect(y + radius).toBeLessThanOrEqual(180)
      }
  })
})
