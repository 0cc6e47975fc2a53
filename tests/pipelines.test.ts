import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'

const root = resolve(import.meta.dirname, '..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')
const workflows = readdirSync(join(root, '.github/workflows')).map(
  (name) => `.github/workflows/${name}`,
)
const pipelines = [...workflows, '.gitlab-ci.yml', '.workflow/check.yml', '.workflow/release.yml']

describe.for(pipelines)('%s', (path) => {
  const text = read(path)

  test('is YAML and names only commands there are', () => {
    expect(parse(text)).toBeTypeOf('object')
    const { scripts } = JSON.parse(read('package.json'))
    const named = [...text.matchAll(/npm run (?:--silent )?([\w:]+)/g)].map(([, name]) => name)
    expect(named.length).toBeGreaterThan(0)
    expect(named.filter((name) => !scripts[String(name)])).toEqual([])
  })

  test('installs without running scripts', () => {
    for (const [line] of text.matchAll(/npm ci.*/g)) expect(line).toContain('--ignore-scripts')
    expect(text).toMatch(/npm (ci|test)/)
  })
})

describe.for(workflows)('%s', (path) => {
  const text = read(path)
  const { permissions, jobs } = parse(text)

  test('pins every action to a commit', () => {
    const used = [...text.matchAll(/uses: (\S+)(.*)/g)]
    expect(used.length).toBeGreaterThan(0)
    for (const [, action, note] of used) {
      expect(action).toMatch(/@[0-9a-f]{40}$/)
      expect(note).toMatch(/^ # v\d+\.\d+\.\d+$/)
    }
  })

  test('may do no more than it must', () => {
    expect(permissions).toEqual({ contents: 'read' })
    expect(text).not.toMatch(/secrets\.|pull_request_target|persist-credentials: true/)
    expect(text.split('actions/checkout').length).toBe(
      text.split('persist-credentials: false').length,
    )
    const writing = Object.values<{ permissions?: object }>(jobs).filter((job) => job.permissions)
    const publishing = [{ pages: 'write', 'id-token': 'write' }]
    const granted = path.endsWith('/release.yml') ? publishing : []
    expect(writing.map((job) => job.permissions)).toEqual(granted)
  })
})

test('the two trust zones have owners of their own, and what runs is the maintainers’', () => {
  const rules = read('.github/CODEOWNERS')
    .split('\n')
    .filter((line) => line && !line.startsWith('#'))
    .map((line) => line.split(/\s+/))
  const ownerOf = (path: string) =>
    rules.findLast(([pattern = '']) => pattern === '*' || path.startsWith(pattern))?.[1]
  for (const path of ['/content/cases/a.md', '/seeds/a.yaml'])
    expect(ownerOf(path)).toMatch(/editors$/)
  for (const path of [
    '/src/a.ts',
    '/site.yaml',
    '/.github/workflows/check.yml',
    '/package.json',
    '/docs/a.md',
  ])
    expect(ownerOf(path)).toMatch(/maintainers$/)
})
