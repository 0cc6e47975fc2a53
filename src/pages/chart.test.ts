import { Parser } from 'htmlparser2'
import { describe, expect, test } from 'vitest'
import { buildLibrary } from '../content/library.ts'
import type { EntryOf, Library } from '../content/library.ts'
import { caseView } from './case.ts'
import { chartCards, chartView } from './chart.ts'
import { pictureOf } from './charts/picture.ts'
import { csvOf, dataTable } from './charts/table.ts'
import { Relations } from './related.ts'

const seed = `id: demo
title: 示例报道
publisher: '=示例,日报'
published: 2021-06-09
url: https://example.org/report
accessed: 2026-11-01
quality: full
facts:
  - { id: demo-f01, statement: 数据库收入600余家企业。, figure: 600, unit: 家企业, qualifier: over, as_of: 2021-06 }
  - { id: demo-f02, statement: 其中63家是市级重点。, figure: 63, unit: 家企业, qualifier: exact }
  - { id: demo-f03, statement: 4个项目进入十大案例。, figure: 4, unit: 个项目, qualifier: exact }
  - { id: demo-f04, statement: 行业党委2020年1月成立。, figure: 2020-01, unit: 年月, qualifier: exact }
  - { id: demo-f06, statement: 一个月内派人谈话。, figure: 1, unit: 个月, qualifier: exact }
  - { id: demo-f07, statement: 培养考察一年以上。, figure: 1, unit: 年, qualifier: over }
  - { id: demo-f05, statement: 听说有9家。, figure: 9, unit: 家, verified: false }`

function entry(drawing: string): string {
  return `---
title: 示例图表
summary: 这是一段够长的摘要，用来让示例成为完整的条目，它只说明谁在什么时候做了什么事，不多说别的话。
caption: 一点代表一家企业
date: 2026-11-01
status: published
provenance: compiled
sources: [demo]
drawing: ${drawing}
---
六百多家企业[^demo-f01]进了数据库。
`
}

function libraryOf(
  drawings: Record<string, string>,
  more: { path: string; text: string }[] = [],
): Library {
  const files = Object.entries(drawings).map(([slug, drawing]) => ({
    path: `content/charts/${slug}.md`,
    text: entry(drawing),
  }))
  const library = buildLibrary({
    root: '/',
    entries: [...files, ...more],
    seeds: [{ path: 'seeds/demo.yaml', text: seed }],
    media: [],
    captions: [],
    issues: [],
  })
  expect(library.issues).toEqual([])
  return library
}

function chartOf(library: Library, slug = 'one'): EntryOf<'charts'> {
  const chart = library.byPath.get(`/charts/${slug}`)
  if (chart?.collection !== 'charts') throw new Error(`no chart ${slug}`)
  return chart
}

function picture(drawing: string): string {
  const library = libraryOf({ one: drawing })
  return pictureOf(library, chartOf(library))
}

function tagsIn(html: string): { name: string; attributes: Record<string, string> }[] {
  const tags: { name: string; attributes: Record<string, string> }[] = []
  const parser = new Parser({
    onopentag: (name, attributes) => void tags.push({ name, attributes }),
  })
  parser.end(html)
  return tags
}

const share =
  '{ kind: share, whole: { fact: demo-f01, label: 入库 }, parts: [{ fact: demo-f02, label: 市级重点 }], rest: 其他 }'
const barShare = share.replace('kind: share', 'kind: share, mark: bar')
const counts = '{ kind: counts, rows: [{ fact: demo-f03, label: 十大案例, of: 10 }], rest: 别处 }'
const bars =
  '{ kind: bars, rows: [{ fact: demo-f02, label: 重点 }, { fact: demo-f01, label: 入库 }] }'
const flow = '{ kind: flow, fact: demo-f03, from: 甲, to: 乙 }'
const tree =
  '{ kind: structure, fact: demo-f03, root: <甲>, parts: [{ name: 乙, note: 协会 }, { name: 丙 }] }'
const steps =
  '{ kind: steps, steps: [{ fact: demo-f06, label: 派人谈话, by: 支部, term: 一个月内, stage: 申请 }, { fact: demo-f07, label: 培养考察, term: 一年以上 }, { fact: demo-f03, label: 公示 }] }'
const timeline =
  '{ kind: timeline, events: [{ fact: demo-f04, label: 成立 }, { source: demo, label: 刊发 }] }'

describe('a picture', () => {
  test.for(Object.entries({ share, barShare, counts, bars, flow, tree, steps, timeline }))(
    'of kind %s needs no style, no text in SVG and no other page',
    ([, drawing]) => {
      const tags = tagsIn(picture(drawing))
      expect(tags.length).toBeGreaterThan(3)
      expect(tags.filter(({ attributes }) => 'style' in attributes)).toEqual([])
      const names = new Set(tags.map(({ name }) => name))
      for (const name of ['style', 'text', 'script', 'image', 'a'])
        expect(names).not.toContain(name)
      for (const { name, attributes } of tags)
        if (name === 'svg')
          expect(attributes['aria-label'] ?? attributes['aria-hidden']).toBeTruthy()
    },
  )

  test('of a share has a dot for each thing counted, and hollow ones for 余', () => {
    const tags = tagsIn(picture(share))
    const wide = tags.findIndex(
      ({ name, attributes }) => name === 'svg' && attributes['aria-label'],
    )
    expect(tags[wide]?.attributes['aria-label']).toBe('600余家圆点，其中市级重点63家')
    const groups = tags
      .slice(wide)
      .flatMap(({ name, attributes }) => (name === 'g' ? attributes.class : []))
    expect(groups.slice(0, 3)).toEqual(['c-hot', 'c-cool', 'c-ln'])
    // Twelve rows of fifty columns, and the beginning of another.
    expect(tags[wide]?.attributes.viewbox).toBe('0 0 612 144')
  })

  test('as bars has one for each', () => {
    const rects = tagsIn(picture(barShare)).filter(({ name }) => name === 'rect')
    expect(rects).toHaveLength(600 + 6)
  })

  test('of counts draws the places that are not taken as hollow', () => {
    const html = picture(counts)
    expect(html.split('c-ln')[0]?.match(/<circle/g)).toHaveLength(4)
    expect(tagsIn(html).filter(({ name }) => name === 'circle')).toHaveLength(10)
  })

  test('of bars has a hollow end where the source says 余', () => {
    const rects = tagsIn(picture(bars)).filter(({ name }) => name === 'rect')
    expect(rects).toHaveLength(3)
  })

  test('of a flow has a line and a dot for each', () => {
    const tags = tagsIn(picture(flow))
    expect(tags.filter(({ name }) => name === 'path')).toHaveLength(2 * 4)
  })

  test('of a timeline has dates from facts and from sources', () => {
    const html = picture(timeline)
    expect(html).toContain('2020年1月')
    expect(html).toContain('2021年6月9日')
  })

  test('of steps has a bar for each time in months, on one scale, open where it says 以上', () => {
    const html = picture(steps)
    const [talk = '', training = '', notice = ''] = html
      .replaceAll('<wbr>', '')
      .split('<li>')
      .slice(1)
    expect(talk).toMatch(/申请.*派人谈话.*支部.*一个月内/)
    const widths = (item: string) =>
      tagsIn(item)
        .filter(({ name }) => name === 'rect')
        .slice(1)
        .map(({ attributes }) => Number(attributes.width))
    const [month = 0] = widths(talk)
    const [year = 0, tail] = widths(training)
    expect(year / month).toBeCloseTo(12, 1)
    expect(tail).toBeGreaterThan(0)
    expect(widths(talk)).toHaveLength(1)
    expect(notice).not.toContain('<svg')
  })

  test('escapes every name', () => {
    expect(picture(tree)).toContain('&lt;甲&gt;')
  })

  test.for([share, barShare, counts, bars, flow, tree, steps, timeline])(
    'holds no element that a name tries to bring: %s',
    (drawing) => {
      const hostile = `'"><script>1</script>&'`
      const html = picture(
        drawing
          .replace(/(label|rest|from|to|root|name|note|by|stage): [^,}\]]+/g, `$1: ${hostile}`)
          .replace(/\b(from|to|note|by|stage): '[^']*'/g, `$1: '"><b>&'`),
      )
      const plain = picture(drawing)
      const names = (markup: string) =>
        tagsIn(markup)
          .map(({ name }) => name)
          .filter((name) => name !== 'wbr')
      expect(names(html)).toEqual(names(plain))
      expect(html).not.toContain('<script')
    },
  )

  test('is left out when a fact was not read', () => {
    expect(picture(share.replace('demo-f02', 'demo-f05'))).toBe('')
  })

  test('is the same bytes each time, whatever was drawn before', () => {
    expect(picture(share)).toBe(picture(share))
  })
})

describe('the data of a chart', () => {
  test('stands in a table with qualifier, time and source', () => {
    const library = libraryOf({ one: share })
    const { head, rows } = dataTable(library, chartOf(library))
    expect(head).toEqual(['项目', '数', '时点', '来源'])
    expect(rows.map(({ cells }) => cells)).toEqual([
      ['入库', '600余家企业', '2021年6月'],
      ['市级重点', '63家企业', ''],
    ])
    expect(rows[0]?.source.href).toBe('/data/demo.html#demo-f01')
  })

  test('of steps is who does what, and how long', () => {
    const library = libraryOf({ one: steps })
    const { head, rows } = dataTable(library, chartOf(library))
    expect(head).toEqual(['步骤', '时限', '来源'])
    expect(rows.map(({ cells }) => cells)).toEqual([
      ['派人谈话（支部）', '一个月内'],
      ['培养考察', '一年以上'],
      ['公示', ''],
    ])
  })

  test('can be downloaded: for Excel, quoted, and no formula', () => {
    const library = libraryOf({ one: share })
    const [head, first] = csvOf(library, chartOf(library)).split('\r\n')
    expect(head?.startsWith('\uFEFF项目,')).toBe(true)
    expect(first).toBe(
      `入库,600余家企业,2021年6月,"'=示例,日报",示例报道,2021-06-09,https://example.org/report,demo-f01`,
    )
  })
})

describe('charts on pages', () => {
  test('stand in rows that fill twelve columns', () => {
    const cards = chartCards(
      libraryOf({ a: share, b: barShare, c: counts, d: flow, e: flow, f: tree }),
    )
    expect(cards.map(({ span }) => span)).toEqual([12, 7, 5, 6, 6, 12])
  })

  test('stand in a text where a link to them is a paragraph of its own', () => {
    const fields = entry(share)
      .replace(/caption: .*\n/, '')
      .replace(/drawing: .*\n/, 'unit: demo-committee\n')
    const body = '\n[一点代表一家](/charts/one.html)\n\n见[这张图](/charts/one.html)。\n'
    const text = fields.replace(/---\n六[\s\S]*$/, `---\n${body}`)
    const library = libraryOf({ one: share }, [{ path: 'content/cases/demo.md', text }])
    const demo = library.byPath.get('/cases/demo')
    if (demo?.collection !== 'cases') throw new Error('no case')
    const { html } = caseView(library, demo, new Relations(library))
    expect(html.match(/<figure/g)).toHaveLength(1)
    expect(html).toMatch(
      /<figcaption><b>图1<\/b> <a href="\/charts\/one\.html">一点代表一家<\/a><\/figcaption><\/figure>/,
    )
    expect(html).toContain('<p>见<a href="/charts/one.html">这张图</a>。</p>')
    expect(chartView(library, chartOf(library)).usedIn).toEqual([
      { href: '/cases/demo.html', text: '示例图表' },
    ])
  })
})
