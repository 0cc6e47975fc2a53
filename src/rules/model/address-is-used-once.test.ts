import { mkdirSync, mkdtempSync, cpSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { checkPortal } from '../../check/check.ts'

let root = ''
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'addresses-'))
  cpSync('tests/fixtures/check', root, { recursive: true })
  cpSync('content/media/films/know-the-base.webp', join(root, 'picture.webp'))
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

/** Issues about where files stand, as `file rule`. */
function placesOf(...made: [path: string, from: string][]): string[] {
  for (const [path, from] of made) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    cpSync(join(root, from), join(root, path))
  }
  return checkPortal(root, { today: '2026-11-29' })
    .issues.filter(({ rule }) => /^(address-is-used-once|file-belongs-here)$/.test(rule))
    .map(({ file, rule }) => `${file} ${rule}`)
}
const one = 'content/cases/demo.md'
const picture = 'picture.webp'

test.for<[made: [string, string][], issues: string[]]>([
  [[['content/cases/other.md', one]], []],
  [[['content/cases/index-2.md', one]], ['content/cases/index-2.md address-is-used-once']],
  [
    [['content/topics/index-12.md', 'content/topics/demo.md']],
    ['content/topics/index-12.md address-is-used-once'],
  ],
  [[['content/cases/plan-2.md', one]], []],
  [
    [['content/cases/demo.html/a.webp', picture]],
    ['content/cases/demo.html/a.webp address-is-used-once'],
  ],
  [[['content/media/assets/a.webp', picture]], []],
  [[['content/cases/search/a.webp', picture]], []],
  ...['assets', 'share', 'search', 'data', 'feeds', 'handbook', 'admin'].map(
    (folder): [[string, string][], string[]] => [
      [[`content/${folder}/a-2024.webp`, picture]],
      [`content/${folder}/a-2024.webp file-belongs-here`],
    ],
  ),
  [[['content/a.webp', picture]], ['content/a.webp file-belongs-here']],
])('%j', ([made, issues]) => {
  expect(placesOf(...made)).toEqual(issues)
})
