import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { Deck, Slide } from '../deck/slide.ts'
import { chartOf } from './chart.ts'
import { field, linesOf, sizeFor, smallest } from './page.ts'
import { pptxOf } from './pptx.ts'

const common = { notes: [] as string[], sources: [] as Slide['sources'] }
const slides: Slide[] = [
  {
    ...common,
    kind: 'title',
    id: 's1',
    name: '题目',
    kicker: '示例学习包',
    title: ['一小时，', '学完一个案例'],
    sub: '一共60分钟',
  },
  {
    ...common,
    kind: 'agenda',
    id: 's2',
    row: 0,
    name: '议程',
    minutes: 60,
    from: 0,
    rows: [
      { kind: '签到', title: '签名', minutes: 5 },
      { kind: '讨论', title: '三个问题', minutes: 25 },
    ],
  },
  {
    ...common,
    kind: 'key',
    id: 's3',
    row: 0,
    name: '一点',
    kicker: '学习',
    count: { at: 1, of: 3 },
    title: '先把底数摸清',
    text: '逐家上门，问清地址、人数和联系人。',
  },
  {
    ...common,
    kind: 'list',
    id: 's4',
    row: 0,
    name: '步骤',
    title: '四步',
    ordered: true,
    start: 1,
    items: ['摸底', '建库', '联系', '更新'],
  },
  {
    ...common,
    kind: 'figure',
    id: 's5',
    row: 0,
    name: '600余家',
    value: '600',
    unit: '余家',
    text: '2021年6月，示例数据库收入的企业',
    notes: ['停一停，让大家猜。'],
    sources: [{ text: '示例日报2021年6月9日', href: '/data/demo.html' }],
  },
  {
    ...common,
    kind: 'chart',
    id: 's6',
    row: 0,
    name: '图',
    title: '示例图',
    text: '两年的家数。',
    picture:
      '<p class="rx"><b class="big">63</b><span>家 2020年</span></p><p class="rx"><b class="big">600</b><span>余家 2021<wbr>年</span></p>',
  },
  {
    ...common,
    kind: 'table',
    id: 's7',
    row: 0,
    name: '表',
    title: '对照',
    columns: [50, 50],
    head: ['谁', '做什么'],
    rows: [
      ['甲', '摸底'],
      ['乙', '建库'],
    ],
  },
  {
    ...common,
    kind: 'quote',
    id: 's8',
    row: 0,
    name: '原话',
    words: '“先摸底，再上门。”',
    by: '示例书记',
  },
  {
    ...common,
    kind: 'film',
    id: 's9',
    row: 0,
    name: '短片',
    title: '示例短片',
    href: '/videos/demo.html',
    file: '/media/demo.mp4',
    poster: '/media/demo.webp',
    seconds: 75,
    sound: false,
  },
  {
    ...common,
    kind: 'question',
    id: 's10',
    row: 1,
    name: '问',
    kicker: '自测',
    question: '数据库收入多少家企业？',
    options: ['63家', '600余家'],
    seconds: 30,
  },
  {
    ...common,
    kind: 'answer',
    id: 's11',
    row: 1,
    name: '答',
    answers: [{ letter: 'B', text: '600余家' }],
    reason: '报道写的是600余家。',
  },
  {
    ...common,
    kind: 'closing',
    id: 's12',
    row: 1,
    name: '散会',
    kicker: '布置',
    title: '会后一件事',
    text: '每人联系一家。',
    more: '散会前请核对签到表。',
  },
]
const deck: Deck = {
  title: '一小时，学完一个案例',
  audience: '',
  minutes: 60,
  rows: [
    { kind: '学习', title: '读一个案例', minutes: 30 },
    { kind: '讨论', title: '三个问题', minutes: 30 },
  ],
  slides,
}

async function parts(): Promise<Map<string, string>> {
  const told: [number, number][] = []
  const bytes = await pptxOf(
    { deck, portal: '示例门户', home: 'https://example.org/' },
    (done, of) => told.push([done, of]),
  )
  expect(told.at(-1)).toEqual([deck.slides.length, deck.slides.length])
  return new Map(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]))
}
const words = (xml: string) => Array.from(xml.matchAll(/<a:t>([^<]*)<\/a:t>/g), ([, one]) => one)

describe('a deck as a PowerPoint file', () => {
  it('has a sheet a slide, each with its words as text', async () => {
    const all = await parts()
    const sheets = slides.map((_, index) => all.get(`ppt/slides/slide${index + 1}.xml`) ?? '')
    expect(all.has(`ppt/slides/slide${slides.length + 1}.xml`)).toBe(false)
    expect(words(sheets[0] ?? '').join('')).toContain('学完一个案例')
    expect(words(sheets[4] ?? '')).toEqual(expect.arrayContaining(['600', '余家']))
    expect(words(sheets[9] ?? '').join('')).toContain('B　600余家')
    expect(sheets[8]).toContain('hlinkClick')
  })

  it('draws tables as tables and bars as a chart, both to be edited', async () => {
    const all = await parts()
    for (const number of [2, 7])
      expect(all.get(`ppt/slides/slide${number}.xml`)).toContain('<a:tbl>')
    const chart = [...all].find(([name]) => /charts\/chart\d+\.xml$/.test(name))?.[1] ?? ''
    expect(chart).toContain('<c:barChart>')
    // A number with 余 keeps its words.
    expect(chart).toContain('2021年\u3000600余家')
  })

  it('keeps what the host says and the sources in the notes', async () => {
    const all = await parts()
    const notes = [...all].filter(([name]) => name.includes('notesSlide') && name.endsWith('.xml'))
    const said = notes.map(([, xml]) => words(xml).join('')).join('\n')
    expect(said).toContain('停一停，让大家猜。')
    expect(said).toContain('示例日报2021年6月9日 https://example.org/data/demo.html')
  })

  it('sets nothing but the foot smaller than a hall can read', async () => {
    const all = await parts()
    for (const [name, xml] of all) {
      if (!/^ppt\/slides\/slide\d+\.xml$/.test(name)) continue
      const sizes = Array.from(xml.matchAll(/ sz="(\d+)"/g), ([, size]) => Number(size) / 100)
      expect(sizes.filter((size) => size < smallest && size !== 15)).toEqual([])
    }
  })
})

describe('pictures of the portal', () => {
  it.each([
    [
      '<div class="flow"><b>杭州</b><div><svg aria-label="9条线，从杭州通向黔东南"></svg></div><b>黔东南</b></div>',
      { kind: 'flow', from: '杭州', to: '黔东南', count: 9 },
    ],
    [
      '<div class="tree tree--2"><p class="node node--h">上<wbr>级</p><ul><li class="node"><small>横向</small>甲</li><li class="node">乙</li></ul></div>',
      {
        ...{ kind: 'tree', root: '上级' },
        parts: [
          { name: '甲', note: '横向' },
          { name: '乙', note: '' },
        ],
      },
    ],
    [
      '<p class="legend"><span><i class="hot"></i><span>重点，63家</span></span><span><i></i><span>其他</span></span><span><i class="ring"></i><span>“余”，原文未给确数</span></span></p><svg aria-label="600余家圆点，其中重点63家"></svg>',
      { kind: 'legend', words: '600余家，其中重点63家' },
    ],
    [
      '<p class="rx"><b class="big">10</b><span>个案例</span></p>',
      { kind: 'table', grid: { head: ['项目', '数'], rows: [['个案例', '10']] } },
    ],
    ['<div class="time"></div>', undefined],
  ])('are read from their HTML', (picture, chart) => {
    expect(chartOf(picture)).toEqual(chart)
  })
})

describe('sizes', () => {
  it('lets a long text wrap into its box, and never under the smallest', () => {
    expect(linesOf('一二三四五六七八九十', 72, 5)).toBe(2)
    expect(sizeFor('短', field, 80)).toBe(80)
    const long = '很长的一句话'.repeat(12)
    const size = sizeFor(long, { ...field, h: 2 }, 80)
    expect(size).toBeGreaterThanOrEqual(smallest)
    expect(linesOf(long, size, field.w) * size * 1.35).toBeLessThanOrEqual(2 * 72)
  })
})
