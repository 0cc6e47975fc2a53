import { expect, test } from 'vitest'
import { readPortal } from '../content/files.ts'
import { buildLibrary } from '../content/library.ts'
import { filmEnclosure, filmParts } from './film-parts.ts'

const library = buildLibrary(readPortal('.'))
const at = (path: string) => `https://example.org${path}`
const video = (slug: string) => {
  const entry = library.byPath.get(`/videos/${slug}`)
  if (entry?.collection !== 'videos') throw new Error(slug)
  return entry
}

test('a film has its transcript and a clip a chapter', () => {
  const parts = filmParts(library, video('know-the-base'), at)
  // A caption does not repeat its picture, so the picture's words stand beside it.
  expect(parts.transcript).toMatch(/（画面：600余家企业.*）.*扩充到这里/)
  expect(parts.hasPart).toContainEqual({
    '@type': 'Clip',
    name: '两个数',
    startOffset: 17,
    endOffset: 37,
    url: 'https://example.org/videos/know-the-base.html?t=17',
  })
})

test('a feed gets the file with its type and size', () => {
  expect(filmEnclosure(library, video('know-the-base'), at)).toMatchObject({
    url: 'https://example.org/media/films/know-the-base.mp4',
    type: 'video/mp4',
  })
})

test('a programme hosted elsewhere encloses nothing', () => {
  expect(filmEnclosure(library, video('hangzhou-chaotou'), at)).toBeUndefined()
})
