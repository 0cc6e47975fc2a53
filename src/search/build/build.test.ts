import { describe, expect, it } from 'vitest'
import type { SearchDocument } from '../document.ts'
import { buildSearchIndex } from './build.ts'
import { readCues } from './cues.ts'
import { splitSections } from './pieces.ts'
import { assignSlots } from './slots.ts'

const documentOf = (id: string, text: string): SearchDocument => ({
  id,
  path: `${id}.html`,
  title: `标题${id}`,
  kind: 'cases',
  kindLabel: '案例',
  date: '2021-09-13',
  facets: { collection: '案例', topics: [], organization: [], region: [] },
  sections: [{ field: 'body', text }],
})
const documents = Array.from({ length: 60 }, (_, i) =>
  documentOf(`/cases/${i}`, `第${i}个互联网企业党支部的网络公益项目。`.repeat(i + 1)),
)
const filesOf = (list: SearchDocument[]): Map<string, string> =>
  new Map(
    [...buildSearchIndex(list)].map(({ name, bytes }) => [
      name,
      Buffer.from(bytes).toString('hex'),
    ]),
  )

describe('buildSearchIndex', () => {
  it('makes the same bytes from the same documents, in whatever order', () => {
    expect(filesOf([...documents].reverse())).toEqual(filesOf(documents))
  })

  it('keeps most files when one entry is edited', () => {
    const before = filesOf(documents)
    const edited = documents.map((d, i) => (i === 30 ? documentOf(d.id, '换成别的内容。') : d))
    const after = [...filesOf(edited).keys()]
    expect(after.filter((name) => !before.has(name)).length).toBeLessThan(after.length / 2)
  })

  it('builds an empty index', () => {
    expect(filesOf([]).has('search/manifest.json')).toBe(true)
  })
})

describe('assignSlots', () => {
  const requests = Array.from({ length: 500 }, (_, i) => ({
    id: `e${i}`,
    date: '2021-01',
    pieces: 1 + (i % 3),
  }))
  it('gives every piece a slot of its own, recent months higher', () => {
    const { starts, space } = assignSlots([...requests, { id: 'new', date: '2021-02', pieces: 1 }])
    const taken = requests.flatMap(({ pieces }, i) =>
      Array.from({ length: pieces }, (_, p) => (starts[i] ?? 0) + p),
    )
    expect(new Set(taken).size).toBe(taken.length)
    expect(Math.max(...taken)).toBeLessThan(starts.at(-1) ?? 0)
    expect(starts.at(-1)).toBeLessThan(space)
  })
  it('moves few ids when an entry is added', () => {
    const before = assignSlots(requests).starts
    const after = assignSlots([...requests, { id: 'extra', date: '2021-01', pieces: 1 }]).starts
    expect(before.filter((start, i) => start !== after[i]).length).toBeLessThan(50)
  })
})

describe('splitSections', () => {
  it('repeats a little where a long paragraph is cut', () => {
    const text = Array.from({ length: 3000 }, (_, i) => String.fromCharCode(0x4e00 + i)).join('')
    const pieces = splitSections([{ field: 'body', text }]).flat()
    for (let at = 0; at + 100 < text.length; at += 50)
      expect(pieces.some((piece) => piece.text.includes(text.slice(at, at + 100)))).toBe(true)
  })
})

describe('readCues', () => {
  it('reads times and plain text', () => {
    const vtt =
      'WEBVTT\r\n\r\n1\r\n00:01.500 --> 00:03.000 line:0\r\n<v 记者>党建&amp;公益\r\n\r\n01:00:02.000 --> 01:00:03.000\n第二\n'
    expect(readCues(vtt)).toEqual([
      { start: 1.5, text: '党建&公益' },
      { start: 3602, text: '第二' },
    ])
  })
})
