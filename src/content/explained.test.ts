import { describe, expect, it } from 'vitest'
import { termsUsed } from './explained.ts'
import type { Explained } from './explained.ts'
import { renderText } from './markdown.ts'

const term = (title: string, slug: string, ...aliases: string[]): Explained => ({
  slug,
  title,
  words: [title, ...aliases],
  says: `${title}的解释。`,
  from: '《示例条例》第一条',
  href: `/terms/${slug}.html`,
})
const terms = [
  term('支部委员会', 'committee', '支委会'),
  term('党员大会', 'meeting'),
  term('个人信息', 'personal'),
  term('敏感个人信息', 'sensitive'),
]

const rendered = (text: string, known: readonly Explained[] = terms): string =>
  renderText(text, {
    link: (href) => href,
    image: () => undefined,
    cites: () => true,
    words: [],
    terms: known,
  })
const linked = (html: string): string[] =>
  [...html.matchAll(/class="tm" id="(ut-[a-z]+)" href="#(t-[a-z]+)">([^<]+)/g)].map(
    ([, , at = '', word = '']) => `${at} ${word}`,
  )

describe('a term in a text', () => {
  it('is linked where it is first used, and explained after that paragraph', () => {
    const html = rendered('开支委会。支委会每月开。\n\n再开党员大会。')
    expect(linked(html)).toEqual(['t-committee 支委会', 't-meeting 党员大会'])
    expect(html).toMatch(/支委会每月开。<\/p>\n<aside class="gl" id="t-committee">/)
    expect(html).toContain('href="#ut-committee">回到正文')
  })

  it('is the longest that fits', () => {
    expect(linked(rendered('收集敏感个人信息。'))).toEqual(['t-sensitive 敏感个人信息'])
  })

  it('is explained inside its item of a list', () => {
    expect(rendered('- 开党员大会\n- 再议')).toMatch(/<aside[^]*<\/aside>\n<\/li>\n<li>再议/)
  })

  it('is left alone in headings, links, titles, quotations and tables', () => {
    const quiet = [
      '## 党员大会',
      '[党员大会](/cases/a)',
      '《党员大会办法》',
      '> 党员大会',
      '| 会 |\n| --- |\n| 党员大会 |',
    ]
    expect(quiet.flatMap((text) => linked(rendered(text)))).toEqual([])
    expect(linked(rendered(`${quiet.join('\n\n')}\n\n党员大会开了。`))).toEqual([
      't-meeting 党员大会',
    ])
  })

  it('is one of four at most', () => {
    const many = ['甲词', '乙词', '丙词', '丁词', '戊词'].map((word, index) =>
      term(word, 'abcde'.charAt(index)),
    )
    expect(linked(rendered('甲词乙词丙词丁词戊词。', many))).toHaveLength(4)
  })
})

it('finds the terms that a text uses, by first use', () => {
  expect(termsUsed('党员大会以后，支委会。', terms).map(({ slug }) => slug)).toEqual([
    'meeting',
    'committee',
  ])
})
