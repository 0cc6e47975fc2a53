import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { watchFilm } from './watch.ts'

const root = mkdtempSync(join(tmpdir(), 'preview-'))
const storyboard = join(root, 'films/demo.yaml')
const written = (say: string) => `title: 示例
subject: 示例
field: 示例
palette: paper
cover: 1
chapters:
  - title: 起头
    shots:
      - { show: title, seconds: 4.8, say: 这部短片讲示例。 }
      - { show: object, seconds: 5.2, motif: key, words: 钥匙, say: ${say} }
`
for (const folder of ['films', 'seeds', 'content']) mkdirSync(join(root, folder))
cpSync('site.yaml', join(root, 'site.yaml'))
writeFileSync(storyboard, written('先看一看。'))

const server = watchFilm({ root, slug: 'demo' })
let home = ''
beforeAll(
  () =>
    new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', () => {
        // A server that listens on a port has an address of this kind.
        home = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
        resolve()
      })
    }),
)
afterAll(() => {
  server.closeAllConnections()
  server.close()
  rmSync(root, { recursive: true })
})

interface Described {
  reading: number
  readingSpeed: number
  layout: { width: number; bottom: number }
  faults: string[]
  shots?: { say: string; speed: number; address: string; rest: number; written: string }[]
}
const film = async (layout: string): Promise<Described> =>
  // What this test's own server wrote.
  (await fetch(`${home}/film/${layout}`)).json() as Promise<Described>

test('the preview tells safe areas, reading speed and frames, wide and upright', async () => {
  const { layout, shots, faults, readingSpeed } = await film('wide')
  expect(layout).toMatchObject({ width: 1280, bottom: 560 })
  expect(faults).toEqual([])
  expect(shots?.[1]?.speed).toBeCloseTo(5 / 5.2)
  expect(readingSpeed).toBe(9)
  const [, shot] = (await film('upright')).shots ?? []
  const frame = await fetch(`${home}${shot?.address}${shot?.rest}`)
  expect(frame.headers.get('content-type')).toBe('image/svg+xml')
  const svg = await frame.text()
  expect(svg).toContain('viewBox="0 0 720 1280"')
  expect(svg).toContain('先看一看。')
})

test('a save is told to the page, which then gets the new frame', async () => {
  const before = await film('wide')
  const events = (await fetch(`${home}/saved/`)).body?.getReader()
  writeFileSync(storyboard, written('改过的一句。'))
  await events?.read()
  const after = await film('wide')
  expect(after.reading).toBeGreaterThan(before.reading)
  expect(after.shots?.map(({ say }) => say)).toEqual(['这部短片讲示例。', '改过的一句。'])
  expect(after.shots?.[0]?.written).toBe(before.shots?.[0]?.written)
  expect(after.shots?.[1]?.written).not.toBe(before.shots?.[1]?.written)
  await events?.cancel()
})

test('a storyboard that cannot be read says where, and comes back when mended', async () => {
  const events = (await fetch(`${home}/saved/`)).body?.getReader()
  const whole = readFileSync(storyboard, 'utf8')
  writeFileSync(storyboard, whole.replace('motif: key', 'motif: 钥匙'))
  await events?.read()
  const broken = await film('wide')
  expect(broken.shots).toBeUndefined()
  expect(broken.faults.join()).toMatch(/^第10行：/)
  writeFileSync(storyboard, whole)
  await events?.read()
  expect((await film('wide')).shots).toHaveLength(2)
  await events?.cancel()
})
