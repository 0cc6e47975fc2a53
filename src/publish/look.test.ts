import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { accentFault, contrastWith, grounds } from '../model/colours.ts'
import { site } from '../model/site.ts'
import { lookFiles, lookHead, lookProperties } from './look.ts'

const colour = fc
  .integer({ min: 0, max: 0xffffff })
  .map((number) => `#${number.toString(16).padStart(6, '0')}`)
  .filter((any) => accentFault(any) === undefined)

test('a portal without a look of its own adds nothing', () => {
  const plain = site.parse({})
  expect([lookFiles(plain), lookHead(plain)]).toEqual([[], {}])
})

test('every accent that may be written reads well in every palette', () => {
  fc.assert(
    fc.property(colour, (accent) => {
      const of = new Map(lookProperties(accent))
      const contrast = (name: string, others: readonly string[]) =>
        contrastWith(of.get(`--look-${name}`) ?? '', others)
      const light = [...grounds.light, of.get('--look-accent-wash') ?? '']
      const dark = [...grounds.dark, of.get('--look-accent-wash-dark') ?? '']
      expect(contrast('accent', grounds.light)).toBeGreaterThanOrEqual(3)
      expect(contrast('accent-text', light)).toBeGreaterThanOrEqual(7)
      expect(contrast('accent-dark', grounds.dark)).toBeGreaterThanOrEqual(3)
      expect(contrast('accent-text-dark', dark)).toBeGreaterThanOrEqual(7)
      expect(contrast('accent-text-contrast', grounds.contrast)).toBeGreaterThanOrEqual(7)
      expect(contrast('accent-text-dark-contrast', grounds.darkContrast)).toBeGreaterThanOrEqual(7)
      expect(contrast('stage-accent', grounds.stage)).toBeGreaterThanOrEqual(7)
      // Words on the grounds: ink on the washes.
      expect(contrastWith('#1b1916', light.slice(-1))).toBeGreaterThanOrEqual(7)
      expect(contrastWith('#f2ece1', dark.slice(-1))).toBeGreaterThanOrEqual(7)
    }),
  )
})

test('every property is looked for by the styles, and none else', () => {
  const tokens = ['tokens', 'palettes']
    .map((name) => readFileSync(`.vitepress/theme/styles/${name}.css`, 'utf8'))
    .join('\n')
  const asked = [...tokens.matchAll(/var\((--look-[\w-]+),/g)].map(([, name]) => name)
  expect([...new Set(asked)].sort()).toEqual(
    lookProperties('#8a1538')
      .map(([name]) => name)
      .sort(),
  )
})

test('an accent and a mark are files named by what they hold, and stand in the head', () => {
  const own = site.parse({
    base: '/a/',
    look: {
      accent: '#8a1538',
      mark: '<svg viewBox="0 0 9 9"><path fill="accent" d="M1 1h7v7z"/></svg>',
    },
  })
  const [sheet, icon] = lookFiles(own)
  expect(sheet?.path).toMatch(/^assets\/look\.[0-9a-f]{8}\.css$/)
  expect(String(sheet?.content)).toMatch(/^:root\{--look-accent:#8a1538;/)
  expect(String(icon?.content)).toContain('fill="#8a1538"')
  expect(lookHead(own)).toEqual({ look: `/a/${sheet?.path}`, mark: `/a/${icon?.path}` })
})
