import postcss from 'postcss'
import { describe, expect, test } from 'vitest'
import { withoutComparison } from './comparison.ts'
import { fallbacks } from './fallbacks.ts'

/** The sheet as it leaves the plugin, one rule a line. */
function built(sheet: string): string {
  const { css } = postcss([fallbacks()]).process(sheet, { from: undefined })
  return css.replace(/\s+/g, ' ').trim()
}

describe('gaps of flex containers', () => {
  const query = '@supports not ((inset: 0) or (ruby-position: over))'

  test('between elements on one line, as margins', () => {
    expect(built('.a { display: flex; gap: 4px; }')).toBe(
      `.a { display: flex; gap: 4px; } ${query} { .a > * + * { margin-left: 4px; } }`,
    )
  })

  test('after and below elements where lines wrap; down a column', () => {
    expect(built('.a { display: flex; flex-wrap: wrap; gap: 1px 2px; }')).toContain(
      `${query} { .a > * { margin-right: 2px; margin-bottom: 1px; } }`,
    )
    expect(built('.a { display: flex; flex-direction: column; gap: 1px; }')).toContain(
      '.a > * + * { margin-top: 1px; }',
    )
  })

  test('of a mode or a width, where the container is known from elsewhere', () => {
    const sheet = `.a { display: flex; }
      @media (min-width: 64em) { .a { gap: 5px; } [data-size='large'] .a { gap: 6px; } }`
    const css = built(sheet)
    expect(css).toContain('@media (min-width: 64em) { .a > * + * { margin-left: 5px; } }')
    expect(css).toContain("[data-size='large'] .a > * + * { margin-left: 6px; }")
  })

  test('taken back where the container is no longer flex; none for a grid', () => {
    const css = built('.a { display: flex; gap: 1px; } @media print { .a { display: block; } }')
    expect(css).toContain('@media print { .a > * + * { margin-left: 0; } }')
    expect(built('.a { display: grid; gap: 1px; }')).not.toContain('margin')
  })
})

test('a ratio is held up by padding, for each selector', () => {
  expect(built('.a, .b { aspect-ratio: 16 / 9; }')).toContain(
    `@supports not (aspect-ratio: 1) { .a::before,.b::before { content: ''; float: left; padding-top: 56.25%; } }`,
  )
})

test('inset is its four sides', () => {
  expect(built('.a { inset: auto 0 calc(1px + var(--b)); }')).toBe(
    '.a { top: auto; right: 0; bottom: calc(1px + var(--b)); left: 0; }',
  )
})

test('an older word stands before the new one', () => {
  expect(built('.a { overflow-wrap: anywhere; }')).toBe(
    '.a { overflow-wrap: break-word; overflow-wrap: anywhere; }',
  )
  expect(built('.a { contain-intrinsic-size: auto 12rem; }')).toContain(
    'contain-intrinsic-size: 12rem; contain-intrinsic-size: auto 12rem;',
  )
})

test('alternatives are spelled out', () => {
  expect(built('.a :is(b, i) + :is(p) { top: 0; }')).toBe('.a b + p, .a i + p { top: 0; }')
})

test('a compared length is one of its parts until a query knows better', () => {
  expect(built('.a { width: min(20rem, 100%); }')).toBe(
    '.a { width: 100%; } @supports (width: clamp(1px, 1px, 1px)) { .a { width: min(20rem, 100%); } }',
  )
  expect(withoutComparison('clamp(1rem, 2vw, 2rem)')).toBe('1rem')
  expect(withoutComparison('minmax(min(100%, 13rem), 1fr)')).toBe('minmax(13rem, 1fr)')
  expect(withoutComparison('max(1rem, calc(2 * (1px + var(--a))))')).toBe('1rem')
})
