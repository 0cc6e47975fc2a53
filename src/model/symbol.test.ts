import { describe, expect, test } from 'vitest'
import { readSymbol, symbolFault } from './symbol.ts'

const mark = (inner: string, viewBox = '0 0 24 24') =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${viewBox}">${inner}</svg>`
const star = mark(
  '<g transform="rotate(5)"><path fill="accent" d="M2 2h20v20z"/><circle cx="9" cy="9" r="4" fill="none" stroke="currentColor" stroke-width="2"/></g>',
)

describe('a mark', () => {
  test('is made anew, its accent left to the palette', () => {
    expect(symbolFault(star)).toBeUndefined()
    expect(readSymbol(star)).toEqual({
      viewBox: '0 0 24 24',
      inner:
        '<g transform="rotate(5)"><path d="M2 2h20v20z" class="mark-fill"></path><circle cx="9" cy="9" r="4" fill="none" stroke="currentColor" stroke-width="2"></circle></g>',
    })
  })

  test('has the accent it is given, where there is no palette', () => {
    expect(readSymbol(star, '#8a1538')).toMatchObject({
      inner: expect.stringContaining('<path fill="#8a1538" d="M2 2h20v20z">') as string,
    })
  })
})

describe('no mark', () => {
  test.for([
    ['a script', mark('<script>alert(1)</script>'), '不能有 <script>'],
    ['a handler', mark('<path onload="alert(1)" d="M0 0"/>'), '不能写 onload'],
    ['another file', mark('<use href="https://example.com/a.svg#b"/>'), '不能有 <use>'],
    ['a picture', mark('<image href="data:image/png;base64,AA"/>'), '不能有 <image>'],
    ['HTML', mark('<foreignObject><p>hi</p></foreignObject>'), '不能有 <foreignObject>'],
    ['styles', mark('<path style="fill:url(//example.com)" d="M0 0"/>'), '不能写 style'],
    ['a sheet', mark('<style>*{}</style>'), '不能有 <style>'],
    ['a paint server', mark('<path fill="url(#a)" d="M0 0"/>'), '在深色和高对比里会看不清'],
    ['a fixed colour', mark('<path fill="#fff" d="M0 0"/>'), '写 currentColor'],
    ['quotes that end an attribute', mark(`<path d='M0 0" onload="x'/>`), 'd 的值不能这样写'],
    ['an animation', mark('<animate attributeName="href"/>'), '不能有 <animate>'],
    ['letters', mark('<path d="M0 0"/>党'), '不能有文字'],
    ['a document type', `<!DOCTYPE svg [<!ENTITY a "b">]>${star}`, '从 <svg 写起'],
    ['an oblong', mark('<path d="M0 0"/>', '0 0 24 12'), '要是方的'],
    ['no size', '<svg><path d="M0 0"/></svg>', '要有 viewBox'],
    ['two drawings', star + star, '一个 <svg>'],
    ['none at all', 'mark.svg', '不能有文字'],
    ['nothing', '', '要有 viewBox'],
    ['a book', mark(`<path d="${'M0 0'.repeat(2000)}"/>`), '最多4000'],
  ] as const)('is %s', ([, svg, said]) => {
    expect(symbolFault(svg)).toContain(said)
  })
})
