import fc from '../../tests/fast-check.ts'
import { describe, expect, it } from 'vitest'
import { lentFiles } from '../../tests/collected.ts'
import { collectedFiles } from '../model/collected-files.ts'
import type { TextFile } from './files.ts'
import { readCollected } from './read-collected.ts'
import { readJson } from './read-json.ts'

const portal = (id: string) =>
  lentFiles({
    ...{ id, name: `${id}门户`, address: `https://${id}.example.org/` },
    cases: [
      { slug: 'a', parts: [{ paragraphs: ['一段。'] }] },
      { slug: 'b', title: '没有正文的一篇' },
    ],
  })
const settings = ['one', 'two'].map((id) => ({ id, from: `https://${id}.example.org/` }))
const replaced = (files: TextFile[], path: string, text: string) =>
  files.map((file) => (file.path === path ? { path, text } : file))

describe('what other portals lent', () => {
  it('is read with its texts, in the order and under the names of the settings', () => {
    const named = settings.toReversed().map((one) => ({ ...one, name: `${one.id}号` }))
    const { portals, issues } = readCollected([...portal('one'), ...portal('two')], named)
    expect(issues).toEqual([])
    expect(portals.map(({ record }) => record.name)).toEqual(['two号', 'one号'])
    const [first] = portals
    const texts = first?.cases.map((one) => first.textOf(one)?.parts())
    expect(texts).toEqual([[{ paragraphs: ['一段。'] }], undefined])
  })

  it('of one that is faulty nothing is shown, and nothing of others is hidden', () => {
    const faults: [string, string, string][] = [
      ['cases.json', '{"version": 1', '这不是完整的 JSON。'],
      ['facts.json', '[]', '整个文件 的值不对：空的列表。'],
      ['portal.json', '{"version": 2}', 'version 的值不对：2。'],
      ['cases.json', `${'['.repeat(50_000)}${']'.repeat(50_000)}`, '整个文件 的值不对'],
    ]
    for (const [file, text, message] of faults) {
      const files = replaced(portal('one'), `collected/one/${file}`, text)
      const { portals, issues } = readCollected([...files, ...portal('two')], settings)
      expect(portals.map(({ record }) => record.id)).toEqual(['two'])
      expect(issues[0]).toMatchObject({ file: `collected/one/${file}` })
      expect(issues[0]?.message).toContain(message)
    }
  })

  it('of one that settings do not name nothing is read', () => {
    const files = replaced(portal('one'), 'collected/one/cases.json', 'broken')
    const { portals, folders, issues } = readCollected(files, [])
    expect([portals, issues, [...folders.keys()]]).toEqual([[], [], ['one']])
  })

  it('a text that is no text has no parts', () => {
    const files = replaced(portal('one'), 'collected/one/texts/a.json', '{"path": 1}')
    const [one] = readCollected(files, settings).portals
    expect(one?.cases.map((each) => one.textOf(each)?.parts())).toEqual([[], undefined])
  })
})

it('whatever stands in a file is read without a throw, and hides no letter', () => {
  const lists = ['cases', 'facts', 'sources', 'withdrawn', 'texts'] as const
  fc.assert(
    fc.property(
      fc.constantFrom(...lists),
      fc.jsonValue({ noUnicodeString: false }),
      (list, value) => {
        const file = { path: 'collected/x/y.json', text: JSON.stringify(value) }
        const { data, issues } = readJson(collectedFiles[list], file)
        expect(data === undefined).toBe(issues.length > 0)
        expect(JSON.stringify(data ?? '')).not.toMatch(/\p{Bidi_Control}/u)
      },
    ),
  )
})
