import { describe, expect, it } from 'vitest'
import { buildLibrary } from '../content/library.ts'
import { examplePortal } from '../rules/handbook/portal.ts'
import { resolveLink } from './links.ts'

const library = buildLibrary(examplePortal([]).portal, { base: '/study/' })

describe('a link written in content', () => {
  it.each([
    ['/cases/demo', '/study/cases/demo.html'],
    ['/cases/demo.html?t=41', '/study/cases/demo.html?t=41'],
    ['/cases/demo#t=41', '/study/cases/demo.html#t=41'],
    ['/search.html?q=%E5%85%AC%E7%9B%8A', '/study/search.html?q=%E5%85%AC%E7%9B%8A'],
    ['/data/facts.csv', '/study/data/facts.csv'],
    ['/handbook/writing.html#a', '/study/handbook/writing.html#a'],
    ['/cases/topic/zu-zhi-li', '/study/cases/topic/zu-zhi-li.html'],
    ['/', '/study/index.html'],
  ])('%s keeps what it says', (written, address) => {
    expect(resolveLink(library, written)).toBe(address)
  })

  it.each(['/cases/draft', '//host/a', '/\\host', '/a//b', '/../a', '/%2e%2e/a', '/a b'])(
    '%s leads nowhere',
    (written) => {
      expect(resolveLink(library, written)).toBeUndefined()
    },
  )
})
