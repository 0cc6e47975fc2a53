import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { readPortal } from '../src/content/files.ts'
import { buildLibrary, isPublished } from '../src/content/library.ts'
import { newMemory } from '../src/content/memory.ts'
import { rules } from '../src/rules/index.ts'
import { runRules } from '../src/rules/engine/run.ts'

/** What the check says when a real person's page is made to say what no page may say. */
const portal = readPortal(fileURLToPath(new URL('..', import.meta.url)))
const memory = newMemory()
const library = buildLibrary(portal, { memory })
const people = library.entries.filter((entry) => entry.collection === 'people')
const today = '2026-11-30'

/** A fault that is put into a page: the rule that must speak, and the page with it. */
interface Seed {
  rule: string
  into: (text: string) => string | undefined
}

const sentence = (words: string) => (text: string) =>
  text.replace(/\n### /, `\n### 种下的一件事\n\n${words}\n\n### `)
const swap = (from: RegExp, to: string) => (text: string) => {
  const changed = text.replace(from, to)
  return changed === text ? undefined : changed
}
const only = (state: RegExp, into: Seed['into']) => (text: string) =>
  state.test(text) ? into(text) : undefined

const privately = 'person-keeps-private-matters-out'
const praised = 'person-is-not-praised-beyond-the-citation'
const timely = 'person-is-spoken-of-in-their-time'
const seeds: Record<string, Seed> = {
  家人: { rule: privately, into: sentence('那几年，妻子一个人照看两个孩子。') },
  父母: { rule: privately, into: sentence('父亲病重，也没有请过一天假。') },
  病情: { rule: privately, into: sentence('住院期间，还在改图纸。') },
  住址: { rule: privately, into: sentence('家住单位附近的老楼。') },
  收入: { rule: privately, into: sentence('每月把工资的一半捐出去。') },
  生日: { rule: privately, into: sentence('3月5日出生的党员，把生日过成了义务劳动日。') },
  评语: { rule: praised, into: sentence('几十年如一日，无私奉献。') },
  最高级: { rule: praised, into: sentence('这是全行业最快的一次。') },
  全部: { rule: praised, into: sentence('把所有休息日都用在了工作上。') },
  唯一: { rule: praised, into: sentence('这是全国唯一的做法。') },
  摘要里的评语: { rule: praised, into: swap(/(?<=\nsummary: )/, '他无私奉献。') },
  去世写成现在: { rule: timely, into: only(/\ndeceased:/, sentence('他如今仍在一线工作。')) },
  名字后面直接写是: {
    rule: timely,
    into: only(/\ndeceased:/, swap(/(?<=\n)(.{2,4})(?:生前)是/, '$1是')),
  },
  身份不写生前: { rule: timely, into: only(/\ndeceased:/, swap(/text: 生前[是为]/, 'text: ')) },
  退休写成在岗: { rule: timely, into: only(/\nretired:/, sentence('他现任单位负责人。')) },
  荣誉改了名: {
    rule: 'honour-stands-in-its-fact',
    into: swap(/name: [^,]{4,},/, 'name: 全国标兵,'),
  },
  授予者补上了: {
    rule: 'honour-stands-in-its-fact',
    into: swap(
      /body: (?:未读到|中共中央|中共中央宣传部|中央宣传部|国家主席令),/,
      'body: 国务院办公厅,',
    ),
  },
  日期补上了: {
    rule: 'honour-stands-in-its-fact',
    into: swap(/(?<=body: [^,]+, )date: [^,]+,/, 'date: 2001-01-01,'),
  },
  入党时间补上了: {
    rule: 'membership-stands-in-its-fact',
    into: swap(/membership: \{ (?:since: [^,]+, )?/, 'membership: { since: "1949-10", '),
  },
  暂缓却发布: {
    rule: 'held-person-is-not-published',
    into: swap(/\nconsent:/, '\nhold: 等核\nconsent:'),
  },
  没有出处的原话: {
    rule: 'person-is-quoted-as-printed',
    into: sentence('有人问起，他说：“这是我应该做的事情。”'),
  },
  图画多了: { rule: 'portrait-shows-its-fact', into: swap(/values: \[(\d)/, 'values: [7$1') },
  同意没有编号: {
    rule: 'person-gave-consent',
    into: swap(/consent: public-record/, 'consent: given'),
  },
  题目问评价: {
    rule: 'person-leaves-questions',
    into: swap(/\ndiscussion:\n {2}- [^\n]+/, '\ndiscussion:\n  - 请谈谈这种精神。'),
  },
}

/** Pages into which the fault can be put, with it. */
function seeded(seed: Seed): Map<string, string> {
  return new Map(
    people.flatMap(({ file, text }) => {
      const changed = seed.into(text)
      return changed === undefined ? [] : [[file, changed] as const]
    }),
  )
}

describe('people of the edition', () => {
  it('are ten at least, each published with an honour, membership and questions', () => {
    expect(people.filter(isPublished).length).toBeGreaterThanOrEqual(10)
  })

  it('give no rule a reason to speak', () => {
    const files = new Set(people.map(({ file }) => file))
    const issues = runRules({ library, rules, today, covers: (file) => files.has(file) })
    expect(issues.filter(({ file }) => files.has(file))).toEqual([])
  })

  it.each(Object.entries(seeds))('make the check speak of %s', (_, seed) => {
    const texts = seeded(seed)
    expect(texts.size).toBeGreaterThan(0)
    const entries = portal.entries.map((file) => ({
      ...file,
      text: texts.get(file.path) ?? file.text,
    }))
    const changed = buildLibrary({ ...portal, entries }, { memory })
    const own = rules.filter(({ id }) => id === seed.rule)
    const issues = runRules({
      library: changed,
      rules: own,
      today,
      covers: (file) => texts.has(file),
    })
    const found = new Set(issues.filter(({ rule }) => rule === seed.rule).map(({ file }) => file))
    expect([...texts.keys()].filter((file) => !found.has(file))).toEqual([])
  })
})
