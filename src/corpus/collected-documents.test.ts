import { expect, test } from 'vitest'
import { lentFiles } from '../../tests/collected.ts'
import { buildLibrary } from '../content/library.ts'
import { examplePortal } from '../rules/handbook/portal.ts'
import { facetsIn, searchables } from './documents.ts'

const parts = [{ heading: '工作举措', anchor: '工作举措', paragraphs: ['象山海岸的台账。'] }]
const files = [
  ...lentFiles({
    ...{ id: 'nb', name: '宁波测试门户', address: 'https://nb.example.org/' },
    cases: [
      { slug: 'points', short: '联系点', unit: '宁波测试党委', parts },
      { slug: 'sample', provenance: 'sample' },
    ],
  }),
  ...lentFiles({ id: 'sx', name: '绍兴测试门户', cases: [{ slug: 'a' }, { slug: 'b' }] }),
]

function libraryWith(collect: string) {
  const { portal } = examplePortal([
    { path: 'site.yaml', raw: false, text: `name: 示例门户\n${collect}` },
    ...files.map((file) => ({ ...file, raw: true })),
  ])
  return buildLibrary(portal)
}
const library = libraryWith('collect: [{ id: nb, from: ../nb }, { id: sx, from: ../sx }]\n')
const all = searchables(library, () => '').map(({ document }) => document())

test('a case of another portal is found by its text, says whose it is, and leads there; a sample is not', () => {
  const found = all.filter(({ id }) => id.startsWith('/collected/nb/'))
  expect(found).toEqual([
    expect.objectContaining({
      path: 'https://nb.example.org/cases/points.html',
      kindLabel: '案例',
      note: '来自：宁波测试门户',
    }),
  ])
  expect(found[0]?.facets).toMatchObject({ origin: '宁波测试门户', organization: ['宁波测试党委'] })
  expect(found[0]?.sections).toContainEqual({
    ...{ field: 'body', text: '象山海岸的台账。', anchor: '工作举措' },
  })
})

test('one whose portal has no address leads to its place here, each to its own', () => {
  const paths = all.filter(({ id }) => id.startsWith('/collected/sx/')).map(({ path }) => path)
  expect(paths).toEqual(['/cases/origin/sx.html?case=a', '/cases/origin/sx.html?case=b'])
})

test('beside others, what is of this portal says so; alone, nothing of it changes', () => {
  const own = all.filter(({ id }) => !id.startsWith('/collected/'))
  expect(new Set(own.map(({ facets }) => facets?.origin))).toEqual(new Set(['本站']))
  const alone = libraryWith('')
  expect(facetsIn(library)).toContain('origin')
  expect(facetsIn(alone)).not.toContain('origin')
  const names = (one: typeof library) => searchables(one, () => '').map(({ id, of }) => [id, of])
  expect(names(alone).flat().join()).not.toContain('本站')
  expect(names(alone).map(([id]) => id)).toEqual(own.map(({ id }) => id))
})

test('a changed text, title or name of the portal is another document', () => {
  const named = (one: typeof library, id: string) =>
    searchables(one, () => '').find((searchable) => searchable.id === id)?.of
  const renamed = libraryWith('collect: [{ id: nb, from: ../nb, name: 甬 }]\n')
  expect(named(renamed, '/collected/nb/points')).not.toBe(named(library, '/collected/nb/points'))
})
