import { describe, expect, test } from 'vitest'
import type { CitedFact } from '../content/library.ts'
import { source } from '../model/sources.ts'
import { storyboard } from '../model/storyboards.ts'
import { captionLines } from './lines.ts'
import { captionsOf, chaptersOf, digestOf, madeFrom } from './tracks.ts'

const report = source.parse({
  id: 'demo',
  title: '示例报道',
  publisher: '示例日报',
  published: '2021-06-09',
  url: 'https://example.org/report',
  accessed: '2026-11-01',
  quality: 'full',
  facts: [
    {
      id: 'demo-f01',
      statement: '数据库收入600余家企业。',
      figure: 600,
      unit: '家',
      qualifier: 'over',
    },
  ],
})
const cited: CitedFact[] = report.facts.map((fact) => ({ fact, source: report }))
const facts = new Map(cited.map((one) => [one.fact.id, one]))
const film = {
  slug: 'demo',
  storyboard: storyboard.parse({
    title: '先摸清底数',
    subject: '示例',
    field: '底数',
    palette: 'paper',
    cover: 2,
    chapters: [
      { title: '起头', shots: [{ show: 'title', seconds: 4, say: '这部短片讲<底数>。' }] },
      {
        title: '数字',
        shots: [{ show: 'count', figure: 'demo-f01', seconds: 6.04, say: '这是截至刊发时的数。' }],
      },
    ],
  }),
  facts,
  words: [],
}

describe('captions', () => {
  test('say what the storyboard says, and name what they rest on', () => {
    expect(captionsOf(film)).toContain(
      'demo-f01\n00:00:04.000 --> 00:00:10.040\n这是截至刊发时的数。\n',
    )
    expect(captionsOf(film)).toContain('\n这部短片讲&lt;底数&gt;。\n')
    expect(chaptersOf(film)).toContain('00:00:04.000 --> 00:00:10.040\n数字\n')
  })

  test('remember each fact as it stood', () => {
    expect(madeFrom(captionsOf(film))).toEqual(new Map([['demo-f01', digestOf(cited[0])]]))
    const changed = cited.map(({ fact }) => ({ fact: { ...fact, figure: 700 }, source: report }))
    expect(digestOf(changed[0])).not.toBe(digestOf(cited[0]))
  })

  test('break after a mark near the middle, never inside a kept word', () => {
    expect(captionLines('短的一行。', [])).toEqual(['短的一行。'])
    expect(captionLines('属地互联网企业党建数据库，扩充到600余家企业。', [])).toEqual([
      '属地互联网企业党建数据库，',
      '扩充到600余家企业。',
    ])
    const kept = captionLines('报道写的是各区、县（市）都建起了互联网行业党委。', [
      '各区、县（市）',
    ])
    expect(kept.join('')).toContain('各区、县（市）')
    expect(kept.some((line) => line.includes('各区、县（市）'))).toBe(true)
  })

  test.each([
    ['退休后，他主动以志愿者身份来到当时镇江最穷的村。', '来到当时镇江最穷的村。'],
    ['2020年，全国唯一获评的市级网信办在杭州。', '全国唯一获评的市级网信办在杭州。'],
    ['当天的《新闻联播》也讲了他和钻机的事。', '也讲了他和钻机的事。'],
    ['它指出文件、行、列和规则，还说怎样改。', '还说怎样改。'],
  ])('tear nothing that is said together: %s', (say, second) => {
    expect(captionLines(say, [])[1]).toBe(second)
  })
})
