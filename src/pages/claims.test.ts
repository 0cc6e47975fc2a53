import { describe, expect, test } from 'vitest'
import { readPortal } from '../content/files.ts'
import { buildLibrary, published } from '../content/library.ts'
import type { Library } from '../content/library.ts'
import { sitePages } from './site-map.ts'

const library = buildLibrary(readPortal('.'))

/** What pages say of the portal itself, in these words, and what the library says. */
const claims: [says: RegExp, isTrue: (library: Library, count: number) => boolean][] = [
  [/(?:没有|暂无|尚无)自有(?:视频|影片|短片)/, (library) => filmsIn(library) === 0],
  [/(?:目前|现在|暂时)(?:还)?(?:没有更正|是空的)/, (library) => correctionsIn(library) === 0],
  [/本站(?:共|现)?有(\d+)篇案例/, (library, count) => published(library, 'cases').length === count],
  [/本站(?:共|现)?有(\d+)部(?:视频|影片)/, (library, count) => filmsIn(library) === count],
  [/本站(?:共|现)?有(\d+)门课/, (library, count) => published(library, 'courses').length === count],
  [/(?:^|[，。])0(?:篇|部|张|课|条|份)/, () => false],
]

const filmsIn = (library: Library) =>
  published(library, 'videos').filter(({ data }) => data.file !== undefined).length
const correctionsIn = (library: Library) =>
  library.entries.reduce((sum, { data }) => sum + data.corrections.length, 0)

/** Every text in what a page is given. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(textsIn)
}

function faultsOf(library: Library, texts: readonly string[]): string[] {
  return claims.flatMap(([says, isTrue]) =>
    texts.flatMap((text) => {
      const [whole, count] = says.exec(text) ?? []
      return whole === undefined || isTrue(library, Number(count)) ? [] : [whole]
    }),
  )
}

test('no page says of the portal what its data contradicts', () => {
  const texts = sitePages(library).flatMap(({ path, view }) =>
    textsIn(view().props).map((text) => `${path}：${text}`),
  )
  expect(texts.length).toBeGreaterThan(1000)
  expect(
    faultsOf(
      library,
      texts.map((text) => text.replace(/^[^：]*：/, '')),
    ),
  ).toEqual([])
})

describe('a claim that went stale', () => {
  test.each(['首版没有自有视频，只介绍公开项目。', '本站有3篇案例。', '0篇案例'])(
    '“%s” is found',
    (text) => expect(faultsOf(library, [text])).toHaveLength(1),
  )
})

test('the page about corrections lists every one, of withdrawn entries too', () => {
  const [first, second, third] = published(library, 'cases')
  if (!first || !second || !third) throw new Error('the edition has cases')
  const correction = { date: '2026-11-25', was: '甲', now: '乙', why: '核对来源。' }
  const corrected = (entry: typeof first, data: object) => ({
    ...entry,
    data: { ...entry.data, ...data },
  })
  const changed = new Map([
    [first, corrected(first, { corrections: [correction] })],
    [
      second,
      corrected(second, {
        corrections: [{ ...correction, date: '2026-11-26' }],
        status: 'withdrawn',
      }),
    ],
    [third, corrected(third, { corrections: [correction], status: 'draft' })],
  ])
  const entries = library.entries.map(
    (entry) =>
      changed.get(entry as typeof first) ?? corrected(entry as typeof first, { corrections: [] }),
  )
  const page = sitePages({ ...library, entries }).find(({ path }) => path === 'pages/corrections')
  const view = page?.view()
  if (view?.template !== 'page') throw new Error('no page about corrections')
  expect(view.props.ledger?.map(({ page }) => page.text)).toEqual([
    second.data.title,
    first.data.title,
  ])
  expect(view.props.outline.at(-1)).toMatchObject({ id: 'ledger' })
})

test('an organization of films is not counted by the cases it has none of', () => {
  const page = sitePages(library).find(({ path }) => path === 'organizations/index')
  expect(textsIn(page?.view().props).filter((text) => /^0|，0/.test(text))).toEqual([])
})
