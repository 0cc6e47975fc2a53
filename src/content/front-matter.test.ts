import { describe, expect, it } from 'vitest'
import { readFrontMatter } from './front-matter.ts'

const read = (text: string) => readFrontMatter({ path: 'content/cases/a.md', text })

describe('readFrontMatter', () => {
  it('reads YAML between bare fences and knows where the body begins', () => {
    const { document, body, bodyLine, issues } = read(
      '---\ntitle: 标题\nkeys: [一, 二]\n---\n正文\n',
    )
    expect(issues).toEqual([])
    expect(document?.data).toEqual({ title: '标题', keys: ['一', '二'] })
    expect([body, bodyLine]).toEqual(['正文\n', 5])
    expect(document?.locate(['keys', 1])).toMatchObject({ line: 3, column: 11 })
    expect(document?.locate(['title'], 'key')).toMatchObject({ line: 2, column: 1 })
  })

  it.each(['---js', '---javascript', '---json', '---toml', '---yaml', '--- js', '----'])(
    'refuses the fence %s and evaluates nothing',
    (fence) => {
      const { document, issues } = read(`${fence}\nglobalThis.hacked = true\n---\n`)
      expect(document).toBeUndefined()
      expect(issues).toHaveLength(1)
      expect(issues[0]).toMatchObject({ line: 1, rule: 'front-matter-is-yaml' })
      expect(globalThis).not.toHaveProperty('hacked')
    },
  )

  it.each([
    ['an alias', 'a: &x 1\nb: *x', 2],
    ['a tag', 'a: !!js/function "x"', 2],
    ['a custom tag', 'a: !foo 1', 2],
    ['a prototype key', '__proto__: { polluted: 1 }', 2],
    ['a duplicate key', 'a: 1\na: 2', 3],
    ['an unclosed quote', 'a: "x', 2],
    ['a tab', 'a:\n\tb: 1', 3],
    ['deep nesting', `a: ${'['.repeat(5000)}`, 2],
  ])('reports %s with its line, in Chinese, and does not throw', (_, yaml, line) => {
    const { document, unread, issues } = read(`---\n${yaml}\nsound: 甲\n---\n`)
    expect(document?.data).toHaveProperty('sound', '甲')
    expect([...unread]).toContain(/^\w+/.exec(yaml)?.[0])
    expect(issues[0]?.message).toMatch(/\p{Script=Han}/u)
    expect(issues[0]?.line).toBeLessThanOrEqual(line)
    expect(issues[0]?.line).toBeGreaterThanOrEqual(2)
    expect({}).not.toHaveProperty('polluted')
  })

  it('says what stands after the end of a document', () => {
    const { issues } = read('---\ntitle: 甲\n...\nshort: 乙\n---\n')
    expect(issues).toMatchObject([{ rule: 'yaml-is-plain', line: 3 }])
  })

  it('survives a bomb of aliases', () => {
    const bomb = [
      'a: &a [x, x]',
      ...'bcdefghij'
        .split('')
        .map((key, index) => `${key}: &${key} [*${'abcdefghi'[index]}, *${'abcdefghi'[index]}]`),
    ]
    expect(read(`---\n${bomb.join('\n')}\n---\n`).issues[0]?.rule).toBe('yaml-is-plain')
  })

  it.each([
    ['no front matter', '正文'],
    ['no end', '---\ntitle: 标题\n'],
    ['nothing', ''],
  ])('says what is missing: %s', (_, text) => {
    expect(read(text).issues[0]).toMatchObject({ rule: 'front-matter-is-yaml', line: 1, column: 1 })
  })

  it.each(['007', '1.50', '1e3', '0x1F', '+5', '.5', '12345678901234567890', '1_000', 'no', '60%'])(
    'keeps %s as typed',
    (typed) => {
      expect(read(`---\ntitle: ${typed}\n---\n`).document?.data).toEqual({ title: typed })
    },
  )

  it.each([
    '>-\n  厚\n  德\n  open\n  source',
    '厚\n  德\n  open\n  source',
    '"厚\n  德\n  open\n  source"',
  ])('adds no gap where a Chinese line is broken: %j', (typed) => {
    const { data } = read(`---\ntitle: ${typed}\n---\n`).document ?? {}
    expect(data).toEqual({ title: '厚德open source' })
  })

  it('keeps dates, fractions and long numbers as written', () => {
    expect(read('---\ndate: 2026-11-23\n---\n').document?.data).toEqual({ date: '2026-11-23' })
  })
})
