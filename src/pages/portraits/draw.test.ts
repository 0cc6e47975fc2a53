import { describe, expect, it } from 'vitest'
import type { Portrait } from '../../model/portraits.ts'
import { drawPortrait } from './draw.ts'

const about = { caption: '一件事', cites: ['demo-f01'], each: 1 }
const drawn = (portrait: Partial<Portrait> & Pick<Portrait, 'kind' | 'values'>, isRough = false) =>
  drawPortrait({
    name: '张示例',
    portrait: { ...about, ...portrait },
    isRough,
    years: [1955, 1960, 2014],
  })
const count = (svg: string, what: RegExp) => [...svg.matchAll(what)].length
const [solid, hollow, hot, line] = [
  /class="pt__solid"/g,
  /class="pt__hollow"/g,
  /class="pt__hot"/g,
  /class="pt__line/g,
]

describe('a portrait', () => {
  it('sets the name one letter a text, from top to bottom, whatever is drawn', () => {
    const bare = drawPortrait({ name: '张<示', isRough: false, years: [] })
    expect(count(bare, /<text/g)).toBe(3)
    expect(bare).toContain('&lt;')
    const heights = Array.from(bare.matchAll(/ y="([\d.]+)"/g), ([, y]) => Number(y))
    expect(heights).toEqual([...heights].sort((a, b) => a - b))
  })

  it('draws a dot for each, and some hollow ones for more than that', () => {
    expect(count(drawn({ kind: 'dots', values: [126] }), solid)).toBe(126)
    expect(count(drawn({ kind: 'dots', values: [126] }), hollow)).toBe(0)
    expect(count(drawn({ kind: 'dots', values: [300] }, true), hollow)).toBe(3)
  })

  it('draws a part of a whole solid, its last one red, and the rest hollow', () => {
    const svg = drawn({ kind: 'dots', values: [88, 103] })
    expect([count(svg, solid), count(svg, hot), count(svg, hollow)]).toEqual([87, 1, 15])
  })

  it('draws many as rows of dashes, no circle each', () => {
    const svg = drawn({ kind: 'dots', values: [1600] })
    expect(count(svg, /<circle/g)).toBe(0)
    expect(svg.length).toBeLessThan(6000)
  })

  it('draws as many passes, peaks and furrows as there are', () => {
    expect(count(drawn({ kind: 'route', values: [32] }), /H[\d.]+/g)).toBe(32)
    expect(count(drawn({ kind: 'peaks', values: [14] }), /pt__peak/g)).toBe(14)
    expect(count(drawn({ kind: 'rows', values: [21] }), line)).toBe(21)
  })

  it('keeps heights and depths in proportion', () => {
    const heights = (svg: string, className: string) =>
      Array.from(svg.matchAll(new RegExp(`${className}"[^>]* height="([\\d.]+)"`, 'g')), ([, h]) =>
        Number(h),
      )
    const [low = 0, high = 0] = heights(drawn({ kind: 'bars', values: [60, 180] }), 'pt__solid')
    expect(high / low).toBeCloseTo(3)
    const deep = drawn({ kind: 'depth', values: [10, 100] })
    expect(heights(deep, 'pt__solid')[0]).toBeCloseTo((heights(deep, 'pt__hot')[0] ?? 0) / 10)
  })

  it('sets the years of a life at their distance, the last one red', () => {
    const svg = drawn({ kind: 'timeline', values: [] })
    const [a = 0, b = 0, c = 0] = Array.from(svg.matchAll(/cx="([\d.]+)"/g), ([, x]) => Number(x))
    expect((b - a) / (c - a)).toBeCloseTo(5 / 59, 1)
    expect(count(svg, hot)).toBe(1)
  })

  it('is the same from build to build', () => {
    const ring = { kind: 'ring', values: [160, 365] } as const
    expect(drawn({ ...ring, values: [...ring.values] })).toBe(
      drawn({ ...ring, values: [...ring.values] }),
    )
  })
})
