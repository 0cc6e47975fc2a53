import { describe, expect, it } from 'vitest'
import type { SearchDocument } from '../format/document.ts'
import { hashText } from '../format/hash.ts'
import { buildIndex, buildSearchIndex } from './build-index.ts'
import type { IndexState } from './stale-files.ts'
import { splitSections } from './split-sections.ts'
import { createReadingTools, SegmentWriter } from './segment.ts'
import { assignSlots } from './slots.ts'
import fc from '../../../tests/fast-check.ts'

const documentOf = (id: string, text: string): SearchDocument => ({
  id,
  path: `${id}.html`,
  title: `标题${id}`,
  kind: 'cases',
  kindLabel: '案例',
  date: '2021-09-13',
  facets: { collection: '案例' },
  sections: [{ field: 'body', text }],
})
const documents = Array.from({ length: 60 }, (_, i) =>
  documentOf(`/cases/${i}`, `第${i}个互联网企业党支部的网络公益项目。`.repeat(i + 1)),
)
const filesOf = (list: SearchDocument[]): Map<string, string> =>
  new Map(
    [...buildSearchIndex(list, { facets: ['collection'] })].map(({ name, bytes }) => [
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

describe('an index that builds on the last one', () => {
  const tools = createReadingTools()
  const nameOf = (document: SearchDocument): string => JSON.stringify(document)

  const segmentFrom = (list: readonly SearchDocument[]) => {
    const writer = new SegmentWriter(tools)
    for (const document of list) writer.read(nameOf(document), document)
    return writer.finish()
  }

  /** Makes an index of a number of segments, taking from the last one what that leaves. */
  function make(
    list: readonly SearchDocument[],
    earlier?: { list: readonly SearchDocument[]; files: Map<string, string>; last: IndexState },
    count = 4,
  ) {
    const segments = Array.from({ length: count }, (_, index) =>
      segmentFrom(list.filter(({ id }) => (hashText(id) & (count - 1)) === index)),
    )
    const current = new Set(list.map(nameOf))
    const before = earlier && segmentFrom(earlier.list.filter((one) => !current.has(nameOf(one))))
    const source = { count, read: (index: number) => segments[index] ?? segmentFrom([]) }
    const making = buildIndex(source, {
      ...{ tools, previous: earlier?.last, replaced: before },
      facets: ['collection'],
    })
    const files = new Map<string, string>()
    let made = 0
    for (;;) {
      const { done, value } = making.next()
      if (done) return { list, files, made, last: structuredClone(value) }
      const { name, bytes } = value
      // Shards and texts; the few other files are made each time.
      if (bytes && /\/[cgptuw]-/u.test(name)) made++
      files.set(name, bytes ? Buffer.from(bytes).toString('hex') : (earlier?.files.get(name) ?? ''))
    }
  }

  it('is the same for any number of segments', () => {
    expect(make(documents, undefined, 8).files).toEqual(filesOf(documents))
  })

  it('makes few files for one edit, and those of an index made from nothing', () => {
    const first = make(documents)
    const edited = documents.map((d, i) => (i === 30 ? { ...d, title: '换了名字的一条' } : d))
    const second = make(edited, first)
    expect(second.files).toEqual(filesOf(edited))
    expect(second.made).toBeGreaterThan(0)
    expect(second.made).toBeLessThan(first.made / 2)
  })

  it('is made from nothing where it cannot be told what a document was', () => {
    const first = make(documents)
    const edited = documents.map((d, i) => (i === 30 ? documentOf(d.id, '换成别的内容。') : d))
    const lost = make(edited, { ...first, list: [] })
    expect(lost.made).toBe(make(edited).made)
    expect(lost.files).toEqual(filesOf(edited))
  })

  it('is an index made from nothing, whatever came, went and changed', () => {
    const text = fc.stringMatching(/^[党建联盟企业网络公益abc19，。]{0,60}$/)
    const document = fc.record({ id: fc.nat(29), text, month: fc.integer({ min: 1, max: 3 }) })
    const toDocument = ({ id, text, month }: { id: number; text: string; month: number }) => ({
      ...documentOf(`/cases/${id}`, text.repeat((id % 3) * 20 + 1)),
      date: `2021-0${month}-01`,
    })
    const portal = fc
      .uniqueArray(document, { selector: ({ id }) => id, maxLength: 30 })
      .map((list) => list.map(toDocument))
    fc.assert(
      fc.property(portal, fc.array(portal, { maxLength: 3 }), (first, later) => {
        let known = make(first)
        for (const next of later) {
          // Most documents stay as they are, as in life.
          const changed = new Map(next.slice(0, 4).map((one) => [one.id, one]))
          const stayed = known.list.filter(({ id }) => !changed.has(id)).slice(next.length % 3)
          known = make([...stayed, ...changed.values()], known)
          expect(known.files).toEqual(filesOf([...known.list]))
        }
      }),
      { numRuns: 30 },
    )
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
