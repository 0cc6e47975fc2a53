import { collectedFiles } from '../../src/model/collected-files.ts'
import { lentFiles, lentSource } from '../collected.ts'
import type { Written } from './hostile-entries.ts'

/** Payloads in the fields of one case. */
const perCase = 8

/** Settings that name the portals of `hostileCollected`; one takes this portal's own name. */
export const collect = [
  { id: 'lent', from: 'https://lent.test/', name: '<b onclick=alert(1)>' },
  { id: 'lent-too', from: 'https://lent-too.test/' },
]

/**
 * What other portals would lend if every text of theirs were a payload: each that the reading takes at
 * all stands in a field of a case, a fact, a source or a text.
 */
export function* hostileCollected(payloads: readonly string[], own: string): Generator<Written> {
  const lines = payloads.filter(isTaken)
  const groups = Array.from({ length: Math.ceil(lines.length / perCase) }, (_, at) =>
    lines.slice(at * perCase, (at + 1) * perCase),
  )
  const cases = groups.map((group, at) => ({ slug: `lent-${at}`, ...fieldsOf(group, at) }))
  const [first = ''] = lines
  const portal = {
    ...{ name: own, address: 'https://lent.test/', licence: first },
    sources: groups.map((group, at) => ({
      ...lentSource(`s${at}`, '2026-01-02'),
      ...{ title: group[0] ?? first, publisher: group[1] ?? first, url_note: group[2] ?? first },
    })),
    facts: groups.map((group, at) => ({
      ...{ id: `s${at}-f1`, statement: group[3] ?? first, words: [], source: `s${at}` },
      ...{ figure: 600, unit: cut(group[4] ?? first, 8) },
    })),
  }
  const files = [
    ...lentFiles({ ...portal, id: 'lent', cases }),
    ...lentFiles({ ...portal, id: 'lent-too', address: 'https://lent-too.test/', cases }),
  ]
  for (const { path, text } of files) yield [path, text]
}

function fieldsOf(payloads: readonly string[], at: number) {
  const [one = '空', two = one, three = two, four = three, five = four] = payloads
  const [six = five, seven = six, eight = seven] = payloads.slice(5)
  return {
    ...{ title: cut(one, 80), short: cut(two, 16), summary: long(three), unit: four },
    ...{ topics: [five, '组织力'], series: six, ai: seven, unstated: cut(eight, 120) },
    ...{ organizations: [one, two], regions: ['浙江省/宁波市'], brief: at % 5 === 4 },
    keys: [cut(three, 60), cut(four, 60)],
    measures: [{ name: '联盟', text: cut(five, 60), cites: [`s${at}-f1`] }],
    highlight: { text: cut(six, 6), label: cut(seven, 16), cite: `s${at}-f1` },
    corrections: [{ date: '2026-01-02', was: one, now: two, why: three }],
    ...{ sources: [`s${at}`], facts: [`s${at}-f1`] },
    parts: [{ heading: eight, anchor: '一', paragraphs: [...payloads] }],
  }
}

/** Whether the reading of other portals takes a text at all: it refuses whatever hides or turns text. */
function isTaken(text: string): boolean {
  const { data } = collectedFiles.text.safeParse({
    path: '/cases/x.html',
    parts: [{ paragraphs: [text] }],
  })
  return data?.parts[0]?.paragraphs[0] === text
}

/** As many characters, without half of one and without a blank at the end. */
function cut(text: string, length: number): string {
  return (
    Array.from(text)
      .slice(0, length / 2)
      .join('')
      .trim() || '空'
  )
}

function long(text: string): string {
  return `${cut(text, 120)}这一段是测试用的摘要，后面的话只为了让它够长，不说任何真实的事情，也不是真实的案例。`.slice(
    0,
    160,
  )
}
