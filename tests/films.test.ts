import { readFileSync } from 'node:fs'
import { parse } from 'postcss'
import { describe, expect, test } from 'vitest'

/** The picture is drawn 1280 wide and seen 375 wide on a phone. */
const onPhone = (pixels: number): number => (pixels * 375) / 1280

/** Font sizes of the films' styles by selector, in pixels of the picture. */
function sizes(): Map<string, number> {
  const found = new Map<string, number>()
  parse(readFileSync('scripts/films/film.css', 'utf8')).walkDecls(/^font(-size)?$/, (decl) => {
    const size = /(\d+)px/.exec(decl.value)?.[1]
    const rule = decl.parent
    if (size && rule?.type === 'rule' && 'selector' in rule)
      for (const selector of String(rule.selector).split(/,\s*/)) found.set(selector, Number(size))
  })
  return found
}

describe('what films print', () => {
  test('can be read on a phone: ten pixels and more, the source twelve', () => {
    const all = sizes()
    expect(onPhone(all.get('.source') ?? 0)).toBeGreaterThanOrEqual(12)
    expect(onPhone(all.get('.chapter') ?? 0)).toBeGreaterThanOrEqual(12)
    const small = [...all].filter(([selector, size]) => selector !== 'html' && onPhone(size) < 9.96)
    expect(small).toEqual([])
  })
})
