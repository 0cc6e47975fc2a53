import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { storyboard } from '../../src/model/storyboards.ts'
import { oldestEncoding, shotRecord } from './made.ts'
import type { Made } from './made.ts'
import { planOf } from './plan.ts'
import { staleOf, staleParts } from './stale.ts'
import { writeTracks } from './tracks.ts'

const home = process.cwd()
const folder = mkdtempSync(join(tmpdir(), 'stale-'))
process.chdir(folder)
afterAll(() => {
  process.chdir(home)
  rmSync(folder, { recursive: true })
})

function filmOf(say: string, cover = 1) {
  const shots = [
    { show: 'title', seconds: 4.8, say: '这部短片讲钥匙。' },
    { show: 'object', seconds: 5.2, motif: 'key', words: '钥匙', say },
  ]
  const data = storyboard.parse({
    title: '钥匙',
    subject: '示例',
    field: '示例',
    palette: 'paper',
    upright: true,
    cover,
    chapters: [{ title: '起头', shots }],
  })
  return { slug: 'demo', storyboard: data, facts: new Map(), words: [] }
}

/** The record of a film that has just been made; its files stand, whatever is in them. */
function made(): Made {
  const plan = planOf(filmOf('他先看一看。'))
  mkdirSync('content/media/films', { recursive: true })
  const files = plan.cuts.flatMap((cut) => cut.files)
  for (const file of [...files, 'content/media/films/demo.webp']) writeFileSync(file, '')
  writeTracks(plan.film)
  const [wide, upright] = plan.cuts.map(({ shots }) => ({
    encoding: '',
    shots: shots.map(shotRecord),
    decoded: {},
  }))
  if (!wide || !upright) throw new Error('no cuts')
  return { cover: plan.cover, wide, upright }
}
const partsOf = (film: ReturnType<typeof filmOf>, record: Made | undefined) =>
  staleParts(staleOf(planOf(film), record))

test('a film as it was made is not stale, one without a record is', () => {
  const record = made()
  expect(partsOf(filmOf('他先看一看。'), record)).toEqual([])
  expect(partsOf(filmOf('他先看一看。'), undefined)).toEqual(['横版', '竖版', '封面'])
})

test('a caption is printed in the upright cut alone: the wide one stands', () => {
  expect(partsOf(filmOf('他再看一看。'), made())).toEqual(['竖版', '字幕或章节'])
})

test('another cover is the cover alone', () => {
  expect(partsOf(filmOf('他先看一看。', 2), made())).toEqual(['封面'])
})

test('a cut whose file is gone is made again', () => {
  const record = made()
  rmSync('content/media/films/demo-640.mp4')
  expect(partsOf(filmOf('他先看一看。'), record)).toEqual(['横版'])
})

test('a cut keeps the name of its old encoding as long as one of its shots is from then', () => {
  const before = { encoding: 'old', shots: ['120 a', '140 b'] }
  expect(oldestEncoding(['120 a', '150 c'], before)).toBe('old')
  expect(oldestEncoding(['130 d', '150 c'], before)).toBeUndefined()
  expect(oldestEncoding(['120 a'], undefined)).toBeUndefined()
})
