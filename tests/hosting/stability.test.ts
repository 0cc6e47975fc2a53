import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { compare } from '../../src/release/compare.ts'
import type { Difference } from '../../src/release/compare.ts'
import { manifestFile, readManifest } from '../../src/release/manifest.ts'
import { explain, grouped } from '../../src/release/reasons.ts'
import type { Output } from '../../src/release/reasons.ts'
import { build } from './build.ts'

const scratch = mkdtempSync(join(tmpdir(), 'stability-'))
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

const topics = ['组织力', '智慧党建', '行业自律', '网络公益', '教育培训']
const words = ['党员', '支部', '联系点', '企业', '街道', '直播', '公益', '课堂', '走访', '数据']

/** A portal of so many cases with texts that differ from one another. */
function writePortal(folder: string, count: number): void {
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  write('site.yaml', `name: 稳定\ntopics: [${topics.join(', ')}]\n`)
  write(
    'seeds/s.yaml',
    'id: s\ntitle: 来源\npublisher: 测试\npublished: 2026-01-01\nurl: https://example.org/\naccessed: 2026-01-01\nquality: full\nfacts: []\n',
  )
  for (let index = 0; index < count; index++)
    write(`content/cases/case-${index}.md`, caseText(index))
}

function caseText(index: number): string {
  const pick = (step: number) => words[(index * 7 + step * step + index) % words.length] ?? ''
  const paragraph = (part: number) =>
    Array.from({ length: 60 }, (_, step) => pick(step + part * 3)).join('和')
  return `---
title: 第${index}个案例怎样做${pick(1)}
summary: 这是第${index}个案例的摘要，说的是${pick(2)}和${pick(3)}，只用来测试一次修改会改变多少个文件，内容没有别的含义，请勿当真。
date: 2026-01-01
status: published
topics: [${topics[index % topics.length]}]
sources: [s]
provenance: original
unit: u
---

## 工作背景

${paragraph(1)}。

## 工作举措

${paragraph(2)}。

## 工作成效

${paragraph(3)}。
`
}

interface Turn extends Difference {
  /** Kinds of changed files and why, with their numbers: `{ '条目的页面：条目自己改了': 1, … }`. */
  reasons: Record<string, number>
}

function output(name: string): Output {
  const folder = join(scratch, name)
  const read = (path: string) => readFileSync(join(folder, path), 'utf8')
  return { ...readManifest(join(folder, manifestFile)), read }
}

function difference(before: string, after: string): Turn {
  const outputs = [output(before), output(after)] as const
  const found = compare(outputs[0].files, outputs[1].files)
  const { added, changed } = explain(found, ...outputs)
  const reasons = grouped([...added, ...changed]).map((group) => {
    const [first] = group
    return [`${first?.kind}：${first?.reasons.join('；')}`, group.length]
  })
  return { ...found, reasons: Object.fromEntries(reasons) }
}

test.for([60, 1000])(
  'one edit and one addition in %i cases change what they must',
  async (count) => {
    const portal = join(scratch, `portal-${count}`)
    const run = (out: string) =>
      build({
        parameters: ['--no-check', '--out', join(scratch, out)],
        env: { PORTAL_ROOT: portal },
      })
    writePortal(portal, count)
    await run(`before-${count}`)

    const path = join(portal, 'content/cases/case-7.md')
    writeFileSync(
      path,
      caseText(7).replace('## 工作成效\n\n', '## 工作成效\n\n这一句是后来添的：老龄委送来了锦旗。'),
    )
    await run(`edited-${count}`)
    const edited = difference(`before-${count}`, `edited-${count}`)
    const pages = [...edited.added, ...edited.changed].filter((file) => file.path.endsWith('.html'))
    expect(pages.map((file) => file.path)).toEqual(['cases/case-7.html'])
    expect(edited.unchanged.length).toBeGreaterThan(edited.changed.length + edited.added.length)
    console.log(`${count} cases, one body edited:`, edited.reasons)
    expect(Object.keys(edited.reasons).join()).not.toMatch(/没有查到|看不出/)

    writeFileSync(join(portal, 'content/cases/new-case.md'), caseText(count))
    await run(`added-${count}`)
    const added = difference(`edited-${count}`, `added-${count}`)
    const own =
      /^cases\/(new-case|index|topic\/.+|year\/.+|case-\d+)(-\d+)?\.html$|^(index|search|pack|places|timeline|updates)\.html$|^topics\//
    const stray = [...added.added, ...added.changed].filter(
      (file) => file.path.endsWith('.html') && !own.test(file.path),
    )
    expect(stray.map((file) => file.path)).toEqual([])
    console.log(`${count} cases, one added:`, added.reasons)
    expect(Object.keys(added.reasons).join()).not.toMatch(/没有查到|看不出/)
    const related = /^cases\/case-\d+\.html$/
    expect(added.changed.filter(({ path }) => related.test(path)).length).toBeLessThanOrEqual(12)
  },
)
