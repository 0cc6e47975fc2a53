import { describe, expect, test } from 'vitest'
import { mediaKinds } from '../content/file-rules.ts'
import { uploadOrder } from '../release/place.ts'
import { hiddenAddresses, immutablePattern, isImmutable, isServed } from './file-kinds.ts'
import { mediaTypes } from './policy.ts'
import fc from '../../tests/fast-check.ts'

/** Paths of an output, and whether a browser may keep them for a year. */
const lifetimes: Record<string, boolean> = {
  'assets/app.Cq-3x9_B.js': true,
  'assets/style.d6bf9d89.css.br': true,
  'share/0123456789abcdef.png': true,
  'search/f-collection-2Uik.bin.gz': true,
  'search/manifest.json': false,
  'search/manifest.json.br': false,
  'search/index.html': false,
  'assets/photo.png': false,
  'share/photo.png': false,
  'media/assets/app.20240101.js': false,
  'media/share/0123456789abcdef.png': false,
  'cases/search/a-2024.html': false,
  'a/assets/app.Cq-3x9_B.js': false,
  'index.html': false,
  _headers: false,
}

describe.for(['/', '/party/', '/share/', '/assets/', '/search/', '/a.b/c/'])(
  'what is kept for a year below %s',
  (base) => {
    const pattern = new RegExp(immutablePattern(base))
    test.for(Object.entries(lifetimes))('%s: %s', ([path, isKept]) => {
      expect([isImmutable(`/${path}`), pattern.test(base + path)]).toEqual([isKept, isKept])
    })

    test('is the same by its kind and by the hosts’ pattern, whatever the path', () => {
      const part = fc.constantFrom('assets', 'share', 'search', 'media', 'a', 'index.html')
      const name = fc.stringMatching(/^[a-z]{0,3}[-.][\w-]{3,9}\.(js|png|bin)(\.br)?$/)
      fc.assert(
        fc.property(fc.array(part, { maxLength: 3 }), name, (folders, file) => {
          const path = [...folders, file].join('/')
          expect(pattern.test(base + path)).toBe(isImmutable(`/${path}`))
        }),
      )
    })
  },
)

test('what hosts read is nobody’s to read', () => {
  expect(hiddenAddresses('/party/')).toEqual(['/party/_headers'])
  expect([isServed('/_headers'), isServed('/media/_headers'), isServed('/a_headers')]).toEqual([
    false,
    true,
    true,
  ])
})

test('what pages load is there before them, and what leads to shards comes last', () => {
  const paths = [
    'build-manifest.json',
    'feed.xml',
    'search/manifest.json.br',
    'index.html.gz',
    'sitemap.xml',
    'index.html',
    'search/g-0-jM5a.bin',
    'media/film.mp4',
    'assets/app.Cq3x9xxB.js',
  ]
  const written = uploadOrder(paths.map((path) => ({ path })))
  expect(written.map(({ path }) => path)).toEqual([
    'assets/app.Cq3x9xxB.js',
    'media/film.mp4',
    'search/g-0-jM5a.bin',
    'index.html',
    'index.html.gz',
    'feed.xml',
    'sitemap.xml',
    'build-manifest.json',
    'search/manifest.json.br',
  ])
})

test('every medium an editor may use has its type', () => {
  for (const [ending, { type }] of Object.entries(mediaKinds))
    expect(mediaTypes[ending.slice(1)], ending).toBe(type)
})
