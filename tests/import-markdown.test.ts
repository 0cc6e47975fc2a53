import { describe, expect, it } from 'vitest'
import { importFile } from '../src/import/import.ts'
import { tinyPng } from '../src/rules/handbook/media.ts'
import { bodyOf, errorsOf, faultOf, imported, importing, lostFrom, reported } from './importing.ts'
import fc from './fast-check.ts'

const prose = '支部每月办一期课堂，党员自己备课、自己讲，社区的居民也来听，没有间断过。'

describe('a Markdown file', () => {
  const file = `\uFEFF---
title: 公益课堂：开进社区
date: 2024-03-12 08:00:00
tags: [课堂, 社区]
---

# 公益课堂开进社区

## 一、工作背景

报道没有写支部为什么办课堂。

## 二、主要做法

1. **党员备课**，每月一期。
2. 支部办了12期课堂[^1]。

| 支部 | 党员 |
|---|--:|
| 一支部 | 12 |

![现场](x.png)

[^1]: 台账。
`

  it('is parsed, and not taken for text', async () => {
    const draft = await imported(file, '.md')
    expect(draft.title).toBe('公益课堂：开进社区')
    expect(draft.source.text).toContain('published: 2024-03-12\n')
    const body = bodyOf(draft)
    expect(body.match(/^#+ .*/gm)).toEqual(['## 工作背景', '## 主要做法', '## 工作成效'])
    expect(body).toContain('1. **党员备课**，每月一期。\n2. 支部办了12期[^demo-f01]课堂[^1]。')
    expect(body).toContain('| 支部 | 党员 |\n| --- | --- |\n| 一支部 | 12 |')
    expect(body).toContain('[^1]: 台账。')
    expect(body).not.toMatch(/\\[#*[!|]/)
    expect(lostFrom(draft)).toEqual([])
    expect(errorsOf(draft)).toEqual([])
  })

  it('has every change named', async () => {
    const told = reported(await imported(file, '.md'))
    expect(told).toMatch(/文件开头的字段有3行，用上了2项.*tags: \[课堂, 社区\]/s)
    expect(told).toContain('表格里1列的对齐方式没有保留')
    expect(told).toContain('图片没有放进草稿，它不在文件里：x.png')
  })

  it('takes the pictures that lie beside it', async () => {
    const beside = (path: string) => (path === '图/现 场.png' ? tinyPng(600, 400) : undefined)
    const draft = await imported(`${prose}\n\n![会场坐满了人](图/现%20场.png)`, '.md', { beside })
    expect(bodyOf(draft)).toContain('![会场坐满了人](/media/demo/image-1.png)')
  })
})

/** A habit of some program, what it becomes in the draft, and what the report says. */
const habits: [string, string, { draft?: string; report?: string }][] = [
  [
    'Obsidian',
    '先看[[手册|这一页]]，==重点==在这里。%%不给人看%%',
    { draft: '先看这一页，**重点**在这里。', report: '批注（%%）1处没有放进草稿。%%不给人看%%' },
  ],
  ['an embedded picture', '![[现场.png]]', { report: '它不在文件里：现场.png' }],
  ['a contents mark', `[TOC]\n\n${prose}`, { draft: prose, report: '自动目录的记号1处' }],
  [
    'a callout of GitHub',
    '> [!NOTE]\n> 先备课，再讲。',
    { draft: '> 先备课，再讲。', report: '标注 [!…] 1处' },
  ],
  [
    'a container',
    '::: tip 提醒\n先备课。\n:::',
    { draft: '先备课。', report: '提示框的边线和名称2处' },
  ],
  [
    'short codes',
    `{{< figure src="a.png" >}}\n\n${prose}`,
    { report: '短代码1处没有放进草稿。{{< figure src="a.png" >}}' },
  ],
  ['tasks', '- [ ] 备课\n- [x] 试讲', { draft: '- ☐ 备课\n- ☑ 试讲' }],
  [
    'a heading without a blank',
    `##主要做法\n\n${prose}`,
    { draft: '## 主要做法', report: '# 后面少了空格，1处补上了' },
  ],
  [
    'a heading with an id',
    `## 主要做法 {#how}\n\n${prose}`,
    { draft: '## 主要做法', report: '编号 {#…} 1处' },
  ],
  ['headings by a line below', `主要做法\n====\n\n${prose}`, { draft: '## 主要做法' }],
  [
    'a rule right below a text',
    `${prose}\n---\n${prose}`,
    { draft: `${prose}\n\n${prose}`, report: '分隔线1条' },
  ],
  ['indented text', `    ${prose}`, { draft: `\n${prose}` }],
  [
    'lines that break inside',
    '支部每月办一期课堂，\n党员自己讲。',
    { draft: '支部每月办一期课堂，党员自己讲。' },
  ],
  [
    'tags',
    '场地60m<sup>2</sup>，<font color="red">红字</font><br>下一行。<!-- 备注 -->',
    { draft: '场地60m²，红字\n\n下一行。', report: 'HTML 标签' },
  ],
  [
    'HTML between paragraphs',
    `<table><tr><td rowspan="2">甲</td><td>乙</td></tr><tr><td>丙</td></tr></table>\n\n<!-- 看不见的话 -->\n\n${prose}`,
    { draft: '| 甲 | 乙 |\n| --- | --- |\n|  | 丙 |', report: '注释1处没有放进草稿。看不见的话' },
  ],
  [
    'inline code',
    '运行`npm run check`看结果。',
    { draft: '运行npm run check看结果。', report: '行内代码1处' },
  ],
  ['bold beside quotation marks', '办好**“课堂”**这件事。', { draft: '办好“**课堂**”这件事。' }],
  [
    'a note nobody marks',
    `${prose}\n\n[^9]: 没有人用的注。`,
    { report: '没有标记的注释，或者编号重复的注释，1条没有放进草稿。[^9]: 没有人用的注。' },
  ],
  [
    'two notes of one number',
    `${prose}[^1]\n\n[^1]: 甲。\n[^1]: 乙。`,
    { report: '编号重复的注释，1条' },
  ],
  [
    'a link to a note of one’s own',
    '看[讲稿](./jiang.md)。',
    { draft: '看讲稿。', report: './jiang.md' },
  ],
  [
    'habits inside code',
    '```\n[[不动]] ==不动== %%不动%%\n```',
    { draft: '[[不动]] ==不动== %%不动%%' },
  ],
]

describe.each(habits)('%s', (_name, text, { draft: kept, report }) => {
  it('is in the draft, and what changes is named', async () => {
    const draft = await imported(`# 课堂\n\n${text}\n`, '.md')
    if (kept !== undefined) expect(`\n${bodyOf(draft)}\n`).toContain(kept)
    if (report !== undefined) expect(reported(draft)).toContain(report)
    expect(lostFrom(draft)).toEqual([])
  })
})

describe('whatever a Markdown file holds', () => {
  it('is not lost, and nothing is thrown', async () => {
    const piece = fc.constantFrom(
      '# 标题',
      '- 甲',
      '> 引文',
      '**粗**',
      '[^1]',
      '\n',
      '\n\n',
      '| a | b |\n|---|---|\n',
      '```\n',
      '<div>',
      '</b>',
      '$x$',
      '%%',
      '==',
      '![[',
      ']]',
      '正文。',
      '---\n',
      ':::',
      '12期',
    )
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 25 }), async (pieces) => {
        const result = await importFile(
          new TextEncoder().encode(pieces.join('')),
          '.md',
          importing(),
        )
        if (!('fault' in result)) expect(lostFrom(result)).toEqual([])
      }),
      { numRuns: 25, endOnFailure: true },
    )
  })

  it('may be in GBK, or empty', async () => {
    const gbk = Uint8Array.from([0x23, 0x20, 0xd1, 0xa7, 0xcf, 0xb0, 0xd7, 0xf6, 0xb7, 0xa8])
    expect((await imported(gbk, '.md')).title).toBe('学习做法')
    expect(await faultOf(' \n', '.md')).toMatch(/^没有文字/)
  })
})
