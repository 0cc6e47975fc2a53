import { describe, expect, it } from 'vitest'
import { starterSynonyms, synonyms } from './synonyms.ts'

const messages = (groups: unknown): string[] => {
  const parsed = synonyms.safeParse(groups)
  return (parsed.error?.issues ?? []).map(({ path, message }) => `${path.join('.')} ${message}`)
}

describe('synonyms in site.yaml', () => {
  it('takes groups of words', () => {
    const groups = [{ same: ['个保法', '个人信息保护法'] }, { near: ['短视频', '微视频'] }]
    expect(messages([...groups, { apart: ['主播', '网红'] }])).toEqual([])
  })

  it.each([
    [[{ same: ['个保法'] }], '0.same 一组至少写两个词。'],
    [
      [{ same: ['甲乙', '丙丁'], near: ['甲乙', '戊己'] }],
      '0 一组只写 same、near、apart 里的一种。',
    ],
    [[{}], '0 一组只写 same、near、apart 里的一种。'],
    [[{ near: ['网', '网络'] }], '0.near.0 单个字会连到许多不相干的词，请写完整的词。'],
    [[{ near: ['600', '六百'] }], '0.near.0 数字不用写在这里，检索自己认得各种写法。'],
    [[{ near: ['？？', '六百'] }], '0.near.0 这里没有字。'],
    [[{ same: ['AI', 'ai '] }], '0.same.1 “ai”在这一组里写了两次。'],
    [
      [{ same: ['甲乙', '丙丁'] }, { same: ['甲乙', '戊己'] }],
      '1.same.0 “甲乙”在第1组也有，两组是同一个意思，请并成一组。',
    ],
    [
      [{ same: ['甲乙', '丙丁'] }, { apart: ['丙丁', '甲乙'] }],
      '1.apart.1 “丙丁”和“甲乙”在第1组写的是另一种关系，请只留一处。',
    ],
    [
      [{ near: ['甲乙', '丙丁'] }, { same: ['甲乙', '丙丁'] }],
      '1.same.1 “甲乙”和“丙丁”在第1组写的是另一种关系，请只留一处。',
    ],
  ])('refuses %j', (groups, expected) => {
    expect(messages(groups)).toContain(expected)
  })

  it('inherits a table without contradictions of its own', () => {
    expect(messages(starterSynonyms)).toEqual([])
  })
})
