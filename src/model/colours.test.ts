import { readFileSync } from 'node:fs'
import { converter, parse } from 'culori'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { accentFault, contrastWith, graphicContrast, grounds, nearestWith } from './colours.ts'

const colour = fc
  .integer({ min: 0, max: 0xffffff })
  .map((number) => `#${number.toString(16).padStart(6, '0')}`)

describe('the nearest colour with a contrast', () => {
  test.for(Object.entries(grounds))('has it on every ground of %s', ([, others]) => {
    fc.assert(
      fc.property(colour, fc.constantFrom(3, 4.5, 7), (any, contrast) => {
        const found = nearestWith(any, others, contrast)
        expect(contrastWith(found, others)).toBeGreaterThanOrEqual(contrast)
        expect(found).toMatch(/^#[0-9a-f]{6}$/)
      }),
    )
  })

  test('is the colour itself where that has it', () => {
    expect(nearestWith('#971d0d', grounds.light, 7)).toBe('#971d0d')
  })

  test('keeps the hue', () => {
    const hue = (any: string) => converter('oklch')(parse(any))?.h
    expect(hue(nearestWith('#ffcc00', grounds.light, 3))).toBeCloseTo(hue('#ffcc00') ?? 0, -1)
  })
})

test('an accent that cannot be seen is refused with one that can', () => {
  expect(accentFault('#c8371b')).toBeUndefined()
  const fault = accentFault('#ffcc00') ?? ''
  expect(fault).toContain('和底色的对比度只有1.')
  const [nearest = ''] = /#[0-9a-f]{6}/.exec(fault) ?? []
  expect(contrastWith(nearest, grounds.light)).toBeGreaterThanOrEqual(graphicContrast)
  expect(accentFault(nearest)).toBeUndefined()
})

test('the grounds are those of the styles', () => {
  const tokens = ['tokens', 'palettes']
    .map((name) => readFileSync(`.vitepress/theme/styles/${name}.css`, 'utf8'))
    .join('\n')
  for (const palette of ['light', 'dark', 'stage'] as const)
    for (const ground of grounds[palette]) expect(tokens).toContain(`: ${ground};`)
})
