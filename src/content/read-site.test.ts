import { describe, expect, it } from 'vitest'
import { site as siteSchema } from '../model/site.ts'
import { readSite } from './read-site.ts'

const read = (text: string) => readSite({ path: 'site.yaml', text })
const places = (text: string) =>
  read(text).issues.map(({ line, column, rule }) => `${line}:${column} ${rule}`)

describe('readSite', () => {
  it('lets a faulty value fall to its default, and it alone', () => {
    const text =
      'name: 门户\nbase: a/b\ntagline: 副名\nicp: 备123\nbudgets: { page: 100, image: x }\n'
    const { site, unsettled } = read(text)
    expect(site).toMatchObject({ name: '门户', base: '/', tagline: '副名' })
    expect(site.icp).toBeUndefined()
    expect(site.budgets).toEqual({ page: 100, script: 8, image: 500 })
    expect([...unsettled].sort()).toEqual(['base', 'budgets', 'icp'])
    expect(places(text)).toEqual([
      '2:7 field-matches-model',
      '4:6 field-matches-model',
      '5:30 field-matches-model',
    ])
  })

  it('keeps the sound items of a list, and what else a group says', () => {
    const text =
      'topics: [组织力, { name: 公益, slug: "A B" }, 抗疫]\nhome: { lead: x, cases: [/cases/a, 1, /cases/b] }\n'
    const { site, issues } = read(text)
    expect(site.topics.map(({ name }) => name)).toEqual(['组织力', '抗疫'])
    expect(site.home).toMatchObject({ cases: ['/cases/a', '/cases/b'] })
    expect(site.home.lead).toBeUndefined()
    expect(issues).toHaveLength(3)
  })

  it('takes out the whole that lacks a part, and keys nobody knows', () => {
    const text =
      'licence: { name: CC }\nnmae: x\nhost: 单位\nterms: [{ use: 甲 }, { instead: [乙] }]\n'
    const { site, unsettled } = read(text)
    expect(site.licence.name).toBe('CC BY 4.0')
    expect(site.host).toBe('单位')
    expect(site.terms.map(({ use }) => use)).toEqual(['甲'])
    expect(unsettled).toEqual(new Set(['licence', 'nmae', 'terms']))
    expect(read(text).issues.find(({ rule }) => rule === 'field-is-known')?.hint).toContain('name')
  })

  it.each(['- a\n', 'a', '', 'name: [', '"x"', 'null'])('reads %j without a throw', (text) => {
    expect(read(text).site.name).toBe(siteSchema.parse({}).name)
  })

  it('settles nothing of a file that is no YAML', () => {
    expect(read('name: [').unsettled.has('topics')).toBe(true)
    expect(readSite(undefined).unsettled.size).toBe(0)
  })

  it.each([
    [
      'icp',
      ['京ICP备12345678号', '粤ICP备1234567890号-12'],
      [
        '京ICP备1234567号',
        '京icp备12345678号',
        'ICP备12345678号',
        '待定',
        '',
        '某ICP备00000000号-1',
      ],
    ],
    [
      'police',
      ['京公网安备11223344556677号', '浙公网安备 33010602001234号'],
      ['京公网安备112233号', '公网安备11223344556677号', '', '某公网安备00000000000000号'],
    ],
  ] as const)('knows the form of %s', (field, sound, faulty) => {
    for (const value of sound) expect(places(`${field}: ${value}\n`), value).toEqual([])
    for (const value of faulty)
      expect(places(`${field}: ${JSON.stringify(value)}\n`), value).toHaveLength(1)
  })
})
