import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { checkLibrary } from '../check/check.ts'
import { readFrontMatter } from '../content/front-matter.ts'
import { buildLibrary } from '../content/library.ts'
import { fieldsPage, schemas } from '../model/handbook/fields.ts'
import { collections } from '../model/index.ts'
import { kindsOf } from './kinds.ts'
import { readNewOptions } from './options.ts'
import { proposedSlug } from './slug.ts'
import { factPrefix, newFile } from './scaffold.ts'

const today = '2026-11-25'
const kinds = kindsOf()

function begin(name: string, values: Record<string, unknown> = { title: '测试用的标题' }) {
  const kind = kinds.find((one) => one.name === name)
  if (!kind) throw new Error(name)
  return newFile({ kind, slug: name === 'lesson' ? 'demo/first' : 'demo', values, today })
}

function check(...files: { path: string; text: string }[]) {
  const isSeed = ({ path }: { path: string }) => path.startsWith('seeds/')
  const library = buildLibrary({
    root: '',
    entries: files.filter((file) => !isSeed(file)),
    seeds: files.filter(isSeed),
    media: [],
    captions: [],
    issues: [],
  })
  return checkLibrary(library, { today })
}

describe.each(kinds)('a new $name', ({ name, fields, isSource }) => {
  const file = begin(name)

  it('passes the check as a draft', () => {
    const wrong = check(file).filter(({ severity }) => isSource === false || severity === 'error')
    expect(wrong).toEqual([])
  })

  it('shows every field of the model with its name', () => {
    const missing = fields.filter(
      (field) => !new RegExp(`^(?:# )?${field.name}:`, 'm').test(file.text),
    )
    expect(missing).toEqual([])
    for (const { title } of fields) expect(file.text).toContain(`# ${title}（`)
  })

  it('offers fields that are valid as they stand', () => {
    const offered = file.text.split('用不着的整段删去。\n')[1] ?? ''
    const uncommented = offered.replace(/^# ([a-z_]+:|[ -].*)/gm, '$1').split('\n---')[0] ?? ''
    const data: unknown = parse(uncommented)
    for (const [key, value] of Object.entries(data ?? {})) {
      const field = fields.find((one) => one.name === key)
      expect([key, field?.schema.safeParse(value).success]).toEqual([key, true])
    }
  })
})

describe('a new file', () => {
  it('keeps what is known already', () => {
    const { text } = begin('case', { title: '标题: 带冒号', topics: ['组织力', '抗疫'] })
    const { document } = readFrontMatter({ path: 'content/cases/demo.md', text })
    expect(document?.data).toMatchObject({ title: '标题: 带冒号', topics: ['组织力', '抗疫'] })
  })

  it('cannot be published before its gaps are filled', () => {
    const file = begin('case')
    const rules = check({ ...file, text: file.text.replace('status: draft', 'status: published') })
    expect(rules.map(({ rule }) => rule)).toContain('placeholder-is-filled')
  })
})

describe('a field added to the model', () => {
  const schema = collections.cases.schema.extend({
    hotline: z.string().meta({ title: '热线', description: '写对外公布的号码。' }),
  })
  const registry = { ...collections, cases: { ...collections.cases, schema } }

  it('appears in the scaffold, the JSON Schema and the handbook', () => {
    const kind = kindsOf(registry).find(({ name }) => name === 'case')
    const file = kind && newFile({ kind, slug: 'demo', values: {}, today })
    expect(file?.text).toMatch(/# 热线（必填）：.*写对外公布的号码。\nhotline: 【待补：热线】/)
    expect(schemas(registry).cases?.properties).toHaveProperty('hotline.title', '热线')
    expect(fieldsPage(registry)).toContain('| `hotline` | 热线 | 必填 |')
  })

  it('can be given as a flag', () => {
    const read = readNewOptions(['case', '--hotline', '12345'], kindsOf(registry))
    expect(read).toMatchObject({ values: { hotline: '12345' } })
  })
})

describe('what npm run new is asked for', () => {
  it.each([
    [[], /要写新建哪一种：case（案例）/],
    [['cse'], /没有“cse”这一种。你是不是要写 case？/],
    [['case', '--titel', 'x'], /没有 --titel 这个字段或选项。你是不是要写 --title？/],
    [['case', '--date', '昨天'], /--date（发布日期）：要写成 YYYY-MM-DD/],
    [['case', '--minutes', '5'], /案例没有 --minutes/],
    [['lesson', '--minutes'], /--minutes 后面要写值/],
  ])('%j is refused in Chinese', (args, message) => {
    expect(readNewOptions(args)).toEqual({ fault: expect.stringMatching(message) })
  })

  it('takes lists, numbers and groups', () => {
    const args = ['case', '--topics', '组织力，抗疫', '--year', '2024', '--regions', '全国']
    expect(readNewOptions(args)).toMatchObject({
      values: { topics: ['组织力', '抗疫'], year: 2024, regions: ['全国'] },
    })
    const video = ['video', '--external', '{ url: https://example.org/v, label: 示例网 }']
    expect(readNewOptions(video)).toMatchObject({
      values: { external: { url: 'https://example.org/v', label: '示例网' } },
    })
  })
})

describe('a proposed file name', () => {
  it.each([
    ['把公益课堂开进社区', 'ba-gong-yi-ke-tang-kai-jin-she-qu'],
    ['e心跟党走：合唱盛典', 'e-xin-gen-dang-zou-he-chang-sheng-dian'],
    ['？！', 'new'],
  ])('%s is %s', (title, slug) => {
    expect(proposedSlug(title, () => false)).toBe(slug)
  })

  it('is short, ends on a syllable, and is free', () => {
    const title = '市和区县同步建行业党委杭州怎样统筹互联网党建'
    const slug = proposedSlug(title, () => false)
    expect(slug.length).toBeLessThanOrEqual(40)
    expect(slug).not.toMatch(/-$/)
    expect(proposedSlug(title, (taken) => taken === slug)).toBe(`${slug}-2`)
  })
})

describe("the prefix of a source's facts", () => {
  it.each([
    ['demo-report', 'demoreport'],
    ['demo-report-2', 'demoreport2'],
    ['2024', '2024'],
  ])('of %s is %s', (slug, prefix) => {
    expect(factPrefix(slug)).toBe(prefix)
  })

  it('is another one where only the ends of two long names differ', () => {
    const slugs = ['hang-zhou-shi-hu-lian-wang-hang-ye', 'hang-zhou-shi-hu-lian-wang-qi-ye']
    const prefixes = slugs.map(factPrefix)
    for (const prefix of prefixes) expect(prefix).toMatch(/^hangzhoushih[a-z0-9]{4}$/)
    expect(new Set(prefixes).size).toBe(2)
  })
})
