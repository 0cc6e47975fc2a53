import { expect, test } from 'vitest'
import { linkTargetOf, relativePath } from './offline.ts'
import { withCaptions } from './offline-captions.ts'

const root = 'https://portal.test/a/'
const page = `${root}cases/hangzhou.html`

test.for([
  ['/a/cases/x.html', 'cases/x.html', ''],
  ['/a/cases/x.html#s-1', 'cases/x.html', '#s-1'],
  ['x.html', 'cases/x.html', ''],
  ['../assets/style.css', 'assets/style.css', ''],
  ['/a/', 'index.html', ''],
  ['/a/cases/', 'cases/index.html', ''],
  ['/a/search.html?q=1', 'search.html', ''],
] as const)('%s is the file %s', ([written, path, fragment]) => {
  expect(linkTargetOf(written, page, root)).toEqual({ kind: 'file', path, fragment })
})

test.for([
  ['#sources', 'here'],
  ['https://elsewhere.test/x', 'elsewhere'],
  ['/b/x.html', 'elsewhere'],
  ['mailto:a@b.test', 'elsewhere'],
  ['http://[::1', 'elsewhere'],
] as const)('%s is %s', ([written, kind]) => {
  expect(linkTargetOf(written, page, root)).toEqual({ kind })
})

test.for([
  ['index.html', 'cases/a.html', 'cases/a.html'],
  ['cases/a.html', 'index.html', '../index.html'],
  ['cases/a.html', 'cases/b.html', 'b.html'],
  ['training/c/l.html', 'assets/s.css', '../../assets/s.css'],
  ['training/c/l.html', 'training/d/l.html', '../d/l.html'],
] as const)('from %s to %s is %s', ([from, to, path]) => {
  expect(relativePath(from, to)).toBe(path)
})

test('captions stand in the page that plays their film, and its policy lets them', () => {
  const html =
    '<meta content="media-src \'self\'"><track kind="captions" src="a.vtt"><track src="b.vtt">'
  const page = withCaptions(html, (address) => (address === 'a.vtt' ? 'WEBVTT\n\n一' : undefined))
  expect(page).toContain("media-src 'self' data:")
  expect(page).toContain('src="data:text/vtt;charset=utf-8,WEBVTT%0A%0A%E4%B8%80"')
  expect(page).toContain('<track src="b.vtt">')
})
