import { describe, expect, test } from 'vitest'
import type { CitedFact } from '../content/library.ts'
import { source } from '../model/sources.ts'
import { storyboard } from '../model/storyboards.ts'
import { faultsOf } from './check.ts'
import { phasesOf, shortestShot } from './clock.ts'
import { Frames, framesIn, restOf } from './frames.ts'
import { dotsOf } from './kinds/count.ts'
import { houseOf } from './kinds/grid.ts'
import { layouts } from './layout.ts'
import { lengthOf } from './path-length.ts'
import type { CircleNode, Node } from './nodes.ts'

const report = source.parse({
  id: 'demo',
  title: '示例报道',
  publisher: '示例日报',
  published: '2021-06-09',
  url: 'https://example.org/report',
  accessed: '2026-11-01',
  quality: 'full',
  facts: [
    { id: 'demo-f01', statement: '600余家。', figure: 600, unit: '家', qualifier: 'over' },
    { id: 'demo-f02', statement: '其中63家。', figure: 63, unit: '家', qualifier: 'exact' },
    { id: 'demo-f03', statement: '先后共有0.7米。', figure: 0.7, unit: '米' },
    { id: 'demo-f04', statement: '下钻231米。', figure: 231, unit: '米' },
    { id: 'demo-f05', statement: '每周3天。', figure: 3, unit: '天' },
  ],
})
const cited: CitedFact[] = report.facts.map((fact) => ({ fact, source: report }))
const facts = new Map(cited.map((one) => [one.fact.id, one]))

function filmOf(...shots: object[]) {
  const data = storyboard.parse({
    title: '先摸清/底数',
    subject: '示例',
    field: '底数',
    palette: 'paper',
    cover: 1,
    chapters: [{ title: '起头', shots }],
  })
  return { slug: 'demo', storyboard: data, facts, words: [] }
}
const say = '截至刊发时。'
const title = { show: 'title', seconds: 4.8, say }
const count = { show: 'count', figure: 'demo-f02', seconds: 5.2, say }
const compare = {
  show: 'compare',
  left: { figure: 'demo-f03', label: '2003年' },
  right: { figure: 'demo-f04', label: '2021年' },
  direction: 'down',
  seconds: 6.4,
  say,
}
const dotIn = (nodes: readonly Node[]) =>
  nodes.findLast((node): node is CircleNode => node.kind === 'circle' && node.fill === 'accent')

describe('frames', () => {
  test('are a function of their time: the same twice, whatever was drawn before', () => {
    const [one, two] = [
      new Frames(filmOf(title, count), layouts.wide),
      new Frames(filmOf(title, count), layouts.wide),
    ]
    const first = one.svg(1, 40)
    one.svg(0, 3)
    expect(one.svg(1, 40)).toBe(first)
    expect(two.svg(1, 40)).toBe(first)
  })

  test.each(Object.values(layouts))('never cut the dot between shots ($name)', (layout) => {
    const frames = new Frames(filmOf(title, count, compare), layout)
    const places = frames.shots.flatMap((timed, shot) =>
      Array.from({ length: framesIn(timed) }, (_, index) =>
        dotIn(frames.nodesAt(shot, index / 25)),
      ),
    )
    const steps = places.slice(1).map((dot, index) => {
      const before = places[index]
      return dot && before ? Math.hypot(dot.x - before.x, dot.y - before.y) : Infinity
    })
    expect(Math.max(...steps)).toBeLessThan(layout.width / 4)
  })

  test('draw two figures on one scale: 0.7 is a hairline beside 231', () => {
    const frames = new Frames(filmOf(compare), layouts.wide)
    const [timed] = frames.shots
    if (!timed) throw new Error('no shot')
    const bars = frames
      .nodesAt(0, restOf(timed))
      .flatMap((node) => (node.kind === 'rect' && node.fill === 'data' ? node.height : []))
    expect(bars).toEqual([expect.closeTo((0.7 / 231) * 336, 1), expect.closeTo(336, 1)])
  })
})

describe('a picture', () => {
  const atRest = (shot: object, layout = layouts.wide) => {
    const frames = new Frames(filmOf(shot), layout)
    const [timed] = frames.shots
    return timed ? frames.nodesAt(0, restOf(timed)) : []
  }
  const isHollow = (node: Node) => node.kind === 'circle' && node.stroke === 'data2'

  test.each(Object.values(layouts))('of a map hides no name under the dot ($name)', (layout) => {
    const nodes = atRest({ show: 'route', from: '浙', to: '贵', seconds: 6, say }, layout)
    const [dot, name] = [dotIn(nodes), nodes.find((node) => 'text' in node && node.text === '贵')]
    if (!dot || name?.kind !== 'text') throw new Error('no dot or no name')
    const [left, top] = [name.x - name.size / 2, name.y - name.size * 0.8]
    const isApart = dot.x - dot.r > left + name.size || dot.y + dot.r < top + name.size * 0.2
    expect(isApart).toBe(true)
  })

  test('of a figure among places fills that many and leaves the rest hollow', () => {
    const days = { show: 'count', figure: 'demo-f05', among: 7, seconds: 5.2, say }
    expect(atRest(days).filter(isHollow)).toHaveLength(7)
    expect(atRest(days).some((node) => 'd' in node && node.d.match(/z/g)?.length === 3)).toBe(true)
    const few = faultsOf(filmOf({ ...days, among: 2 })).map(({ message }) => message)
    expect(few[0]).toContain('3落不进2格')
  })

  test('of few sources prints their titles, of many their names', () => {
    const sources = { show: 'sources', seconds: 5.2, say }
    const words = new Frames(filmOf(count, sources), layouts.wide)
      .nodesAt(1, 4)
      .flatMap((node) => ('text' in node ? node.text : []))
    expect(words).toEqual(expect.arrayContaining(['示例日报', '2021-06-09', '示例报道']))
    // One row: the dot has nowhere to go.
    const frames = new Frames(filmOf(count, sources), layouts.wide)
    const seen = [1, 2, 3, 4].map((time) => dotIn(frames.nodesAt(1, time))?.x)
    expect(new Set(seen).size).toBe(1)
  })
})

test('dots in the shape of a house are as many as are counted, with the rest beside it', () => {
  const box = { left: 0, top: 0, right: 640, bottom: 420 }
  const { places } = houseOf(160, box, 6)
  expect(new Set(places.map(({ x, y }) => `${x} ${y}`)).size).toBe(166)
  const walls = Math.max(...places.slice(0, 160).map(({ x }) => x))
  expect(Math.min(...places.slice(160).map(({ x }) => x))).toBeGreaterThan(walls)
  expect(houseOf(7, box, 0).places).toHaveLength(7)
})

describe('the check of a film', () => {
  test('wants dots that are the figure, and one scale', () => {
    expect(dotsOf(300000, 1000)).toBe(300)
    const messages = (...shots: object[]) =>
      faultsOf(filmOf(...shots)).map(({ message }) => message)
    expect(messages({ ...count, per: 10 })[0]).toContain('63不能整除成10一点')
    const other = { ...compare, right: { figure: 'demo-f02', label: '家' } }
    expect(messages(other)[0]).toContain('单位不一样')
    expect(messages(title, count, compare)).toEqual([])
  })

  test('wants time to read, and finds words that leave their zone', () => {
    const long = '这是报道刊发时属地企业扩充到的数，后来没有再报道。'
    const [fault] = faultsOf(filmOf({ ...count, seconds: 4, say: long }))
    expect(fault?.message).toContain('4秒太短')
    expect(shortestShot(long)).toBeCloseTo(5.5, 1)
    const { move, out } = phasesOf(5.2, say)
    expect(move[1]).toBeLessThan(out[0] - 1.6)
  })

  test('knows a share that no source gives', () => {
    const shot = {
      show: 'part-of',
      whole: 'demo-f01',
      part: 'demo-f02',
      whole_label: '入库',
      part_label: '重点',
      seconds: 6,
    }
    const [fault] = faultsOf(filmOf({ ...shot, say: '差不多是10%。' }))
    expect(fault?.message).toContain('不算百分比')
  })
})

test('a stroke is as long as it is drawn', () => {
  expect(lengthOf('M0 0h30v40z')).toBeCloseTo(120)
  expect(lengthOf('M12 48a36 36 0 1 1 72 0a36 36 0 1 1 -72 0z')).toBeCloseTo(2 * Math.PI * 36, 0)
})
