import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { writeXlsx } from 'hucre'
import type { WriteSheet } from 'hucre'
import { describe, expect, it } from 'vitest'
import { importFile } from '../src/import/import.ts'
import type { SheetForm } from '../src/import/sheet/draft.ts'
import { bodyOf, errorsOf, faultOf, importing, reported } from './importing.ts'
import fc from './fast-check.ts'

async function imported(input: Uint8Array | string, extension: string, as?: SheetForm) {
  const bytes = typeof input === 'string' ? new TextEncoder().encode(input) : input
  const result = await importFile(bytes, extension, { ...importing(), ...(as ? { as } : {}) })
  if ('fault' in result) throw new Error(result.fault)
  return result
}

/** One fact of a source file, as its lines. */
const factOf = ({ source }: { source: { text: string } }, words: string) =>
  source.text.split(/\n {2}- /).find((one) => one.includes(words)) ?? ''

const book = (...sheets: WriteSheet[]) => writeXlsx({ sheets })

const members: WriteSheet = {
  name: '党员',
  rows: [
    ['各支部党员情况（截至2024年12月）', null, null, null],
    ['支部', '党员数（人）', '占比', '成立时间'],
    ['一支部', 12, 0.125, new Date(Date.UTC(2021, 5, 1))],
    ['二支部', 1300, 0.5, new Date(Date.UTC(2022, 6, 1))],
    ['停用的支部', 3, 0.01, null],
  ],
  merges: [{ startRow: 0, startCol: 0, endRow: 0, endCol: 3 }],
  rowDefs: new Map([[4, { hidden: true }]]),
  cells: new Map([
    ['2,2', { value: 0.125, style: { numFmt: '0.0%' } }],
    ['3,2', { value: 0.5, style: { numFmt: '0.0%' } }],
    [
      '3,1',
      { value: 1300, formula: 'SUM(B1:B2)', formulaResult: 1300, style: { numFmt: '#,##0' } },
    ],
    ['2,3', { value: new Date(Date.UTC(2021, 5, 1)), style: { numFmt: 'yyyy"年"m"月"' } }],
    ['3,3', { value: new Date(Date.UTC(2022, 6, 1)), style: { numFmt: 'yyyy"年"m"月"' } }],
  ]),
}
const hidden: WriteSheet = { name: '底稿', hidden: true, rows: [['内部数字', 99]] }

describe('a spreadsheet', () => {
  it('becomes a table whose numbers are facts', async () => {
    const draft = await imported(await book(members, hidden), '.xlsx')
    expect(draft.title).toBe('各支部党员情况（截至2024年12月）')
    expect(bodyOf(draft)).toMatch(
      /\| 支部 \| 党员数（人） \| 占比 \| 成立时间 \|\n(?:\| --- ){4}\|\n\| 一支部 \| 12\[\^demo-f01\] \| 12\.5%\[\^demo-f02\] \| 2021年6月 \|/,
    )
    const fact = factOf(draft, '一支部，党员数')
    expect(fact).toMatch(
      /figure: 12\n {4}unit: 人\n {4}qualifier: exact\n {4}as_of: "?2024-12"?\n {4}verified: false/,
    )
    expect(factOf(draft, '二支部，占比')).toMatch(/figure: 50\n {4}unit: "?%"?/)
    expect(factOf(draft, '二支部，党员数')).toContain('figure: 1300\n')
    expect(errorsOf(draft)).toEqual([])
  })

  it('shows what a formula gives, figure or text', async () => {
    const sheet: WriteSheet = {
      name: '合计',
      rows: [
        ['支部', '党员数（人）'],
        [null, null],
        ['二支部', 4],
      ],
      cells: new Map([
        ['1,0', { value: '一支部', formula: '"一"&"支部"', formulaResult: '一支部' }],
        ['1,1', { value: 12, formula: 'SUM(C1:C2)', formulaResult: 12 }],
      ]),
    }
    const draft = await imported(await book(sheet), '.xlsx')
    expect(bodyOf(draft)).toContain('| 一支部 | 12[^demo-f01] |')
    expect(reported(draft)).not.toContain('没有存下结果')
  })

  it('is read beside a sheet that is a chart, which is named', async () => {
    const parts = unzipSync(await book(members, { name: '图', rows: [] }))
    const relations = 'xl/_rels/workbook.xml.rels'
    const charted = strFromU8(parts[relations] ?? new Uint8Array()).replace(
      /relationships\/worksheet"([^>]*sheet2\.xml)/,
      'relationships/chartsheet"$1',
    )
    const draft = await imported(zipSync({ ...parts, [relations]: strToU8(charted) }), '.xlsx')
    expect(charted).toContain('chartsheet')
    expect(bodyOf(draft)).toContain('| 一支部 |')
    expect(reported(draft)).toContain('“图”是图表、对话框或宏，不是数据表')
  })

  it('names what is hidden, merged, and not shown', async () => {
    const draft = await imported(await book(members, hidden), '.xlsx')
    expect(reported(draft)).toContain('隐藏的工作表“底稿”没有放进草稿。内部数字\n99')
    expect(reported(draft)).toMatch(/隐藏的行和列，共3个格子，没有放进草稿。停用的支部/)
    expect(bodyOf(draft)).not.toMatch(/停用|内部数字/)
    expect(reported(draft)).toContain('1处合并的单元格')
  })

  it('gives facts alone, or a chart of them', async () => {
    const facts = await imported(await book(members), '.xlsx', 'facts')
    expect(facts.draft.path).toBe('seeds/demo.yaml')
    const chart = await imported(await book(members), '.xlsx', 'chart')
    expect(chart.draft.path).toBe('content/charts/demo.md')
    expect(chart.draft.text).toMatch(
      /kind: bars\n +rows:\n +- fact: demo-f01\n +label: 一支部\n +- fact: demo-f03\n +label: 二支部/,
    )
    expect(chart.draft.text).toContain('caption: 党员数，单位：人')
    expect(reported(chart)).toContain('另外2个没有画')
    expect(errorsOf(chart)).toEqual([])
  })

  it('reads heads of two rows, and years in them', async () => {
    const draft = await imported(
      await book({
        name: '活动',
        rows: [
          ['支部', '活动数', null],
          [null, '2023年', '2024年'],
          ['一支部', 8, 11],
          ['二支部', 6, 9],
        ],
        merges: [
          { startRow: 0, startCol: 0, endRow: 1, endCol: 0 },
          { startRow: 0, startCol: 1, endRow: 0, endCol: 2 },
        ],
      }),
      '.xlsx',
    )
    expect(factOf(draft, '一支部，活动数2024年：11')).toMatch(/as_of: "?2024"?\n/)
  })

  it('keeps private numbers out of draft and list', async () => {
    const draft = await imported(
      await book({
        name: '名单',
        rows: [
          ['姓名', '电话', '积分'],
          ['甲', '13800000000', 5],
          ['乙', '13900000000', 6],
        ],
      }),
      '.xlsx',
    )
    expect(`${draft.draft.text}${draft.source.text}${reported(draft)}`).not.toContain('13800000000')
    expect(reported(draft)).toContain('“电话”一列像是电话、证件或账户号码')
  })

  it('of several sheets gives several tables', async () => {
    const draft = await imported(
      await book(members, {
        name: '活动',
        rows: [
          ['月份', '次数'],
          ['1月', 3],
        ],
      }),
      '.xlsx',
    )
    expect(bodyOf(draft)).toMatch(/### 党员\n[\s\S]*### 活动\n/)
  })
})

describe('a table of text', () => {
  const csv = '单位：人\n支部,党员数,备注\n一支部,"1,200","讲课, 备课"\n二支部,约300,\n合计,007,\n'

  it('keeps cells, units and qualifiers', async () => {
    const draft = await imported(csv, '.csv')
    expect(bodyOf(draft)).toMatch(/\| 一支部 \| 1,200\[\^demo-f01\] \| 讲课，备课 \|/)
    expect(factOf(draft, '一支部')).toMatch(/figure: 1200\n {4}unit: 人/)
    expect(factOf(draft, '二支部')).toMatch(/figure: 300\n[\s\S]*qualifier: about/)
    expect(bodyOf(draft)).toContain('007')
  })

  it('may be in GBK, with tabs', async () => {
    // “支部” in GBK.
    const bytes = Uint8Array.from([
      0xd6, 0xa7, 0xb2, 0xbf, 9, 0x6e, 10, 0xd6, 0xa7, 0xb2, 0xbf, 9, 0x35, 10,
    ])
    const draft = await imported(bytes, '.csv')
    expect(bodyOf(draft)).toMatch(/\| 支部 \| 5/)
    expect(reported(draft)).toContain('GB 18030')
  })
})

describe('a table that cannot be read', () => {
  it('is told in one sentence', async () => {
    const whole = await book(members)
    const bomb = zipSync({ 'xl/workbook.xml': new Uint8Array(80 * 1024 * 1024) })
    expect(await faultOf(bomb, '.xlsx')).toMatch(/^表格展开以后太大/)
    expect(await faultOf(whole.subarray(0, whole.length / 2), '.xlsx')).toMatch(/损坏/)
    expect(await faultOf(zipSync({ 'xl/workbook.xml': new Uint8Array(3) }), '.xlsx')).toMatch(
      /读不懂|没有内容/,
    )
    const locked = await writeXlsx({
      sheets: [members],
      encryption: { password: 'a', spinCount: 1000 },
    })
    expect(await faultOf(locked, '.xlsx')).toMatch(/密码.*Excel/)
    const lost = '??,???(?)\n???,12\n???,1300\n'
    expect(await faultOf(lost, '.csv')).toMatch(/汉字存成了问号.*CSV UTF-8/)
    expect(await faultOf(lost, '.txt')).toMatch(/汉字存成了问号/)
    expect(await faultOf(`a,b\n${'1,2\n'.repeat(300)}`, '.csv')).toMatch(/一页放不下/)
  })

  it('whatever bytes it holds, nothing is thrown', async () => {
    const whole = await book(members)
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 200 }),
        fc.nat(whole.length),
        async (noise, at) => {
          const spoilt = Uint8Array.from(whole)
          spoilt.set(noise.subarray(0, Math.max(0, whole.length - at)), at)
          for (const extension of ['.xlsx', '.csv'])
            await importFile(spoilt, extension, importing())
        },
      ),
      { numRuns: 20, endOnFailure: true },
    )
  })
})
