import { parseHTML } from 'linkedom'
import { expect, test } from 'vitest'
import { namedInQuery, queryOf } from './chosen.ts'
import { readComparedCase } from './compared-case.ts'
import type { ComparedCase } from '../../../src/pages/compared-case.ts'
import { choicesIn, found } from './listed.ts'
import { candidatesOf, measureRows, otherMeasures } from './rows.ts'

test.for([
  ['?c=a&c=b', ['a', 'b']],
  ['?c=a,b-2,a', ['a', 'b-2']],
  ['?c=a&c=../x&c=<b>&c=A', ['a']],
  ['?c=a,b,c,d,e', ['a', 'b', 'c', 'd']],
  ['?c=a,city:b&c=city%3Ab&c=city:../x&c=a:b:c&c=:b', ['a', 'city:b']],
  ['', []],
] as const)('%s names %j', ([query, slugs]) => {
  expect(namedInQuery(query)).toEqual(slugs)
})

test('what is chosen is written so that it is read again', () => {
  expect(namedInQuery(queryOf(['hangzhou', 'changsha-county-committee']))).toEqual([
    'hangzhou',
    'changsha-county-committee',
  ])
})

const sample = (id: string, measures: [string, string][], related: string[] = []) =>
  ({
    id,
    measures: measures.map(([name, text]) => ({ name, text })),
    related: related.map((other) => ({ id: other, title: other })),
  }) as unknown as ComparedCase

test('what several cases did is a line, and what one did stands apart', () => {
  const cases = [
    sample('a', [
      ['联盟', '甲的联盟。'],
      ['摸底建库', '甲的库。'],
    ]),
    sample('b', [['摸底建库', '乙的库。']]),
    sample('c', []),
  ]
  expect(measureRows(cases)).toEqual([{ label: '摸底建库', values: ['甲的库。', '乙的库。', ''] }])
  expect(otherMeasures(cases)).toEqual([[{ name: '联盟', text: '甲的联盟。' }], [], []])
})

test('those chosen lead to others, each once', () => {
  const cases = [sample('a', [], ['b', 'c']), sample('b', [], ['a', 'c', 'd'])]
  expect(candidatesOf(cases).map(({ id }) => id)).toEqual(['c', 'd'])
})

test('a page that is no case is not compared', () => {
  const { document } = parseHTML('<html><body><p>一页</p></body></html>')
  expect(readComparedCase(document, { id: 'a', href: '/a' })).toBeUndefined()
})

test('any row of a list may be chosen: cases, briefs, and those of other portals by their own name', () => {
  const { document } = parseHTML(`<ul data-items>
    <li class="row"><p class="row__who"><b>杭州<wbr>党委</b><span>浙江杭州</span></p><h2><a href="/t/cases/hangzhou.html">怎样<wbr>统筹</a></h2></li>
    <li class="row row--from" data-id="city:a"><h2><a href="https://example.org/cases/a.html">别处一篇</a></h2></li>
    <li class="row"><h2><a href="/t/videos/one.html">不是案例</a></h2></li></ul>
    <ul data-items><li class="brief"><a href="/t/cases/short.html"><span>湖北武汉 · 2018年</span><b>一件小事</b></a></li></ul>`)
  const choices = choicesIn(document)
  expect(choices.map(({ id, title }) => [id, title])).toEqual([
    ['hangzhou', '怎样统筹'],
    ['city:a', '别处一篇'],
    ['short', '一件小事'],
  ])
  expect(found(choices, ' 浙江 统筹').map(({ id }) => id)).toEqual(['hangzhou'])
  expect(found(choices, '')).toHaveLength(3)
})
