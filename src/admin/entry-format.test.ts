import { readFileSync, readdirSync } from 'node:fs'
import { parse } from 'yaml'
import { describe, expect, test } from 'vitest'
import { fileFormat } from './entry-format.ts'
import type { FormData } from './entry-format.ts'

const entries = fileFormat(true, { numbers: [], defaults: {}, words: {} })
const sources = fileFormat(false, {
  numbers: ['facts.*.figure'],
  defaults: { 'facts.*.verified': true, title_described: false },
  words: {},
})

const opened = `---
# 标题要说一件事
title: 标题
topics: [组织力, 智慧党建]
date: 2026-11-23
keys:
  - 第一点。
  - 第二点。
highlight: { text: '600', unit: 余家 }
quiz:
  - kind: single
    question: 问什么？
    options: [甲, 乙]
    answer: B
---

正文。
`

const edited = (change: (data: FormData) => void): string => {
  const data = entries.fromFile(opened)
  change(data)
  return entries.toFile(data)
}

/** Lines of the one that the other has not, as a reviewer sees them. */
const diff = (after: string): string[] => {
  const [before, now] = [opened.split('\n'), after.split('\n')]
  return [
    ...before.filter((line) => !now.includes(line)).map((line) => `-${line}`),
    ...now.filter((line) => !before.includes(line)).map((line) => `+${line}`),
  ]
}

describe('a file that is saved again', () => {
  test.each(
    readdirSync('content', { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.md'),
    ),
  )('unchanged, %s is the same to the byte', (file) => {
    const text = readFileSync(`content/${file}`, 'utf8')
    expect(entries.toFile(entries.fromFile(text))).toBe(text)
  })

  test.each(readdirSync('seeds'))('unchanged, source %s is the same to the byte', (file) => {
    const text = readFileSync(`seeds/${file}`, 'utf8')
    expect(sources.toFile(sources.fromFile(text))).toBe(text)
  })

  test.each<[string, (data: FormData) => void, string[]]>([
    [
      'a text',
      (data) => (data.title = '新标题：一件事'),
      ['-title: 标题', '+title: 新标题：一件事'],
    ],
    [
      'a text that YAML would misread',
      (data) => (data.title = 'a: b # c'),
      ['-title: 标题', '+title: "a: b # c"'],
    ],
    [
      'a list on one line',
      (data) => (data.topics = ['组织力']),
      ['-topics: [组织力, 智慧党建]', '+topics: [组织力]'],
    ],
    [
      'an item of a list',
      (data) => (data.keys = ['第一点。', '改过。']),
      ['-  - 第二点。', '+  - 改过。'],
    ],
    [
      'one item more',
      (data) => (data.keys = ['第一点。', '第二点。', '第三点。']),
      ['+  - 第三点。'],
    ],
    ['one item less', (data) => (data.keys = ['第二点。']), ['-  - 第一点。']],
    [
      'a field within a field',
      (data) => (data.highlight = { text: '600', unit: '家' }),
      ["-highlight: { text: '600', unit: 余家 }", "+highlight: { text: '600', unit: 家 }"],
    ],
    [
      'a field of a listed item',
      (data) =>
        (data.quiz = [
          { kind: 'single', question: '问什么？', options: ['甲', '乙'], answer: 'A' },
        ]),
      ['-    answer: B', '+    answer: A'],
    ],
    ['a new field', (data) => (data.year = 2021), ['+year: 2021']],
    [
      'a field taken away',
      (data) => delete data.highlight,
      ["-highlight: { text: '600', unit: 余家 }"],
    ],
    [
      'an optional field left empty',
      (data) => Object.assign(data, { short: '', related: [], cover: { image: '', alt: '' } }),
      [],
    ],
    ['the text', (data) => (data.body = '正文，改过。'), ['-正文。', '+正文，改过。']],
  ])('differs only in %s', (_what, change, lines) => {
    const after = edited(change)
    expect(diff(after)).toEqual(lines)
    // Opened again and saved, it stays as it is.
    expect(entries.toFile(entries.fromFile(after))).toBe(after)
  })
})

test('a new file holds what was filled in, and nothing else', () => {
  const text = entries.toFile({ title: '标题', topics: ['组织力'], short: '', body: '正文。' })
  expect(text).toBe('---\ntitle: 标题\ntopics:\n  - 组织力\n---\n\n正文。\n')
})

test('a figure typed into a source is a number, one typed into a title is not', () => {
  const text = sources.toFile({ title: '2021', facts: [{ id: 'a-f1', figure: '600' }] })
  expect(parse(text)).toEqual({ title: '2021', facts: [{ id: 'a-f1', figure: 600 }] })
})

test('YAML that cannot be read is refused, not overwritten', () => {
  expect(() => entries.fromFile('---\ntitle: [\n---\n')).toThrow()
})
