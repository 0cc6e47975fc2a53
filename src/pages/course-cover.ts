import { arc, round } from './drawn-cover.ts'
import type { DrawnCover } from './drawn-cover.ts'

/** Where a cover's drawing stands. */
const box = { left: 104, right: 300, top: 60, bottom: 164 }

/** Drawings of a course, from the minutes of its lessons: a stair, a ring, columns. The first lesson is the one in red. */
export function courseCovers(minutes: readonly number[]): DrawnCover[] {
  return [stair(minutes), ring(minutes), columns(minutes)]
}

const toneAt = (index: number) => (index === 0 ? 'hot' : 'mid')

/** A step each lesson: as wide as it is long, all of one height. */
function stair(minutes: readonly number[]): DrawnCover {
  const total = Math.max(1, sum(minutes))
  const rise = (box.bottom - box.top) / Math.max(1, minutes.length)
  const pace = (box.right - box.left) / total
  const steps = minutes.map((long, index) => ({
    from: box.left + sum(minutes.slice(0, index)) * pace,
    width: long * pace,
    y: box.bottom - rise * (index + 1),
  }))
  return {
    bars: steps.map(({ from, width, y }) => ({
      ...{ tone: 'soft' as const, x: round(from), y: round(y) },
      ...{ width: round(width), height: round(box.bottom - y) },
    })),
    lines: steps.map(({ from, width, y }, index) => ({
      ...{ tone: toneAt(index), width: index === 0 ? 5 : 2.5 },
      path: `M${round(from)} ${round(y)}h${round(width)}${index === 0 ? '' : `m${round(-width)} 0v${round(rise)}`}`,
    })),
  }
}

/** A part of the ring each lesson, all alike. */
function ring(minutes: readonly number[]): DrawnCover {
  const part = 1 / Math.max(1, minutes.length)
  const at = { x: 244, y: 112, radius: 42 }
  return {
    bars: [],
    lines: minutes.map((_, index) => ({
      ...{ tone: toneAt(index), width: 17 },
      path: arc(at, index * part + 0.006, (index + 1) * part - 0.006),
    })),
  }
}

/** A column each lesson, as high as it is long. */
function columns(minutes: readonly number[]): DrawnCover {
  const most = Math.max(1, ...minutes)
  const gap = 6
  const width = (box.right - box.left + gap) / Math.max(1, minutes.length) - gap
  return {
    bars: minutes.map((long, index) => {
      const height = round(((box.bottom - box.top) * long) / most)
      const x = round(box.left + index * (width + gap))
      return { tone: toneAt(index), x, y: round(box.bottom - height), width: round(width), height }
    }),
    lines: [],
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0)
}
