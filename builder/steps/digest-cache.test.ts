import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { PortalFiles } from '../../src/content/files.ts'
import { DigestCache } from './digest-cache.ts'
import { Pool } from '../threads/pool.ts'

let scratch: string
beforeEach(() => {
  scratch = mkdtempSync(join(tmpdir(), 'digests-'))
  vi.spyOn(process, 'cwd').mockReturnValue(scratch)
})
afterEach(() => {
  vi.restoreAllMocks()
  rmSync(scratch, { recursive: true, force: true })
})

/** A portal of entries with these bodies. */
const portal = (bodies: readonly string[]): PortalFiles => ({
  root: scratch,
  entries: bodies.map((text, index) => ({ path: `content/cases/case-${index}.md`, text })),
  seeds: [],
  media: [],
  captions: [],
  issues: [],
})
const bodies = Array.from({ length: 100 }, (_, index) => `第${index}篇`)
const edited = (count: number) => bodies.map((body, index) => (index < count ? `${body}改` : body))

/** How many digests a run made of those it was not left. */
async function made(texts: readonly string[], version = 'one'): Promise<number> {
  const kept = new DigestCache({ root: scratch, version })
  const { digests, made } = await kept.of(portal(texts), { pool: new Pool(1) })
  kept.keep(digests)
  expect([...digests.keys()]).toHaveLength(texts.length)
  return made
}
const files = () => {
  const folder = join(scratch, '.vitepress/cache/digests')
  return readdirSync(folder)
    .map((name) => join(folder, name))
    .sort()
}

test('of a few edits only the edited is written, and nothing is made twice', async () => {
  expect(await made(bodies)).toBe(100)
  const [base = ''] = files()
  const whole = readFileSync(base)
  expect(await made(edited(1))).toBe(1)
  expect(await made(edited(3))).toBe(2)
  expect(await made(edited(3))).toBe(0)
  expect(await made(bodies)).toBe(3)
  expect(await made(bodies)).toBe(0)
  expect(readFileSync(base).equals(whole)).toBe(true)
  expect(await made(edited(50))).toBe(50)
  expect(readFileSync(base).equals(whole)).toBe(false)
  expect(await made(edited(50))).toBe(0)
})

test('what was written since is nothing without the base it was written after', async () => {
  await made(bodies)
  await made(edited(2))
  const [base = '', since = ''] = files()
  const old = readFileSync(since)
  await made(edited(50))
  writeFileSync(since, old)
  expect(await made(edited(50))).toBe(0)
  writeFileSync(since, old.subarray(0, -1))
  expect(await made(edited(50))).toBe(0)
  writeFileSync(base, '')
  expect(await made(edited(2))).toBe(100)
  expect(await made(edited(2), 'two')).toBe(100)
})
