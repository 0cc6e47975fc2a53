import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { readPortal } from '../src/content/files.ts'
import { buildLibrary } from '../src/content/library.ts'
import { newMemory } from '../src/content/memory.ts'
import { examplesIn, syncPage } from '../src/rules/handbook/page.ts'
import type { Example } from '../src/rules/handbook/page.ts'
import { examplePortal } from '../src/rules/handbook/portal.ts'
import { ruleInfos, rules } from '../src/rules/index.ts'
import { runRules } from '../src/rules/engine/run.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const pages = `${root}docs/handbook/rules/`
const memory = newMemory()
const today = '2026-11-23'

describe.each(ruleInfos.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  const page = readPage(id)
  const examples = examplesIn(page)

  it('has a page whose header says what the rule says', () => {
    expect(page).toBe(syncPage(page, rule))
    expect(page).toMatch(/## 为什么\n\n[^\n#]/)
  })

  it(rule.testedBy ? `is held by ${rule.testedBy}` : 'shows accepted and rejected examples', () => {
    const kinds = new Set(examples.map(({ kind }) => kind))
    if (!rule.testedBy) expect(kinds).toEqual(new Set(['accepted', 'rejected']))
    else expect(readFileSync(root + rule.testedBy, 'utf8')).toContain(`'${id}'`)
  })

  it.each(examples.map((example) => [`${example.kind} · ${example.name}`, example] as const))(
    '%s',
    (_name, example) => {
      const { found, expected } = outcome(example, id)
      expect(found).toEqual(expected)
      expect(expected.length > 0).toBe(example.kind === 'rejected')
    },
  )
})

function readPage(id: string): string {
  try {
    return readFileSync(`${pages}${id}.md`, 'utf8')
  } catch {
    return ''
  }
}

/** Lines an example's rule reports, and lines its marks expect. */
function outcome(example: Example, id: string): { found: string[]; expected: string[] } {
  const { portal, expected } = examplePortal(example.files)
  const library = buildLibrary(portal, { memory })
  // A silence is needed or not only when every rule has spoken.
  const own = rules.filter((rule) => rule.id === id)
  const chosen = own.length > 0 ? own : rules
  const issues = runRules({ library, rules: chosen, today, known: ruleInfos })
  const lines = (places: { file: string; line: number; rule: string }[]) =>
    [...new Set(places.map(({ file, line, rule }) => `${file}:${line} ${rule}`))].sort()
  return { found: lines(issues.filter(({ rule }) => rule === id)), expected: lines(expected) }
}

describe('the base portal of the examples', () => {
  it('has no error of its own', () => {
    const library = buildLibrary(examplePortal([]).portal)
    const issues = runRules({ library, rules, today, known: ruleInfos })
    expect(issues.filter(({ severity }) => severity === 'error')).toEqual([])
  })
})

describe('faults that no text can show', () => {
  const root = mkdtempSync(join(tmpdir(), 'rules-'))
  afterAll(() => rmSync(root, { recursive: true }))
  const write = (path: string, bytes: string | Uint8Array) => {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), bytes)
  }
  write('content/cases/broken.md', Uint8Array.from([0x2d, 0x2d, 0x2d, 0x0a, 0x61, 0xff]))
  write('content/cases/Odd Name.md', '---\n---\n')
  write('theme/Foter.vue', '<template><p /></template>')
  write('theme/Footer.vue', '<template><p /></template>')
  write('content/pages/large.md', 'a'.repeat(2 * 1024 * 1024 + 1))
  write('content/media/text.png', 'not an image')
  write('content/media/cut.jpg', Uint8Array.from([0xff, 0xd8, 0xff, 0xe0]))
  write('seeds', 'a file where the folder belongs')
  symlinkSync('/etc/hostname', join(root, 'content/cases/link.md'))
  const { issues } = buildLibrary(readPortal(root))

  it.each([
    ['file-belongs-here', 'theme/Foter.vue:1:1'],
    ['file-can-be-read', 'seeds:1:1'],
    ['file-is-not-a-link', 'content/cases/link.md:1:1'],
    ['file-is-utf8', 'content/cases/broken.md:2:2'],
    ['file-name-is-plain', 'content/cases/Odd Name.md:1:1'],
    ['file-within-size', 'content/pages/large.md:1:1'],
    ['image-is-readable', 'content/media/cut.jpg:1:1'],
    ['media-is-what-it-says', 'content/media/text.png:1:1'],
  ])('%s', (rule, place) => {
    const found = issues.filter((issue) => issue.rule === rule)
    expect(found.map(({ file, line, column }) => `${file}:${line}:${column}`)).toEqual([place])
  })

  it('covers every such fault', () => {
    const here = ruleInfos.filter(({ testedBy }) => testedBy === 'tests/rules.test.ts')
    expect(here.every(({ id }) => issues.some(({ rule }) => rule === id))).toBe(true)
  })
})
