import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { collect } from '../src/collect/collect.ts'
import { limits } from '../src/collect/limits.ts'
import { outcomeText } from '../src/collect/report.ts'
import { CollectedStore } from '../src/collect/write.ts'
import { readCollecting, readPortal } from '../src/content/files.ts'
import { buildLibrary } from '../src/content/library.ts'
import { filesBelow } from '../src/release/manifest.ts'
import { exportOf, lentCase, startLending } from './lending.ts'
import type { LendingServer } from './lending.ts'

let root = ''
let server: LendingServer

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'province-'))
  server = await startLending()
})
afterEach(() => {
  server.close()
  rmSync(root, { recursive: true, force: true })
})

interface Ask {
  from?: Record<string, string>
  today?: string
  isDry?: boolean
}

/** What is told of collecting into the portal at the root. */
async function told({
  from = { ningbo: server.address },
  today = '2026-12-01',
  isDry = false,
}: Ask = {}) {
  const options = {
    ...{ root, today, isDry },
    settings: Object.entries(from).map(([id, from]) => ({ id, from })),
    stored: readCollecting(root).collected ?? [],
    access: { limits, ca: server.ca, isAllowed: () => true },
  }
  let text = ''
  for await (const outcome of collect(options)) text += outcomeText(outcome)
  return text
}

const read = (path: string): unknown => JSON.parse(readFileSync(join(root, path), 'utf8'))
/** Every file below `collected/` with its text. */
const contents = () =>
  Object.fromEntries(
    filesBelow(join(root, 'collected')).map((path) => [
      path,
      readFileSync(join(root, 'collected', path), 'utf8'),
    ]),
  )
function put(folder: string, files: Record<string, string>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, folder, path)), { recursive: true })
    writeFileSync(join(root, folder, path), text)
  }
}

describe('three portals collected into a fourth, one of them hostile', () => {
  test('the two others are lent as they are, and the hostile one harms neither', async () => {
    const evil = await startLending(
      exportOf({ cases: [lentCase('a', { title: '甲\u202e乙' }), lentCase('b')] }),
    )
    put(
      'taizhou/dist',
      exportOf({ title: '台州门户', cases: [lentCase('a', { title: '台州的案例' })] }),
    )
    const from = { evil: evil.address, ningbo: server.address, taizhou: 'taizhou/dist' }
    try {
      expect(await told({ from })).toBe(`evil（evil）：没有收成，以前也没有收过。
  data/cases.json：cases → 第1项 → title 的值不对：“甲\\u202e乙”。里面有看不见的字符，或者改变文字方向的字符。
ningbo（宁波门户）：新增 2，现在有 2 个案例。
taizhou（台州门户）：新增 1，现在有 1 个案例。
`)
      const settings = Object.entries(from).map(([id, from]) => ({ id, from }))
      put('.', { 'site.yaml': `name: 省门户\ncollect: ${JSON.stringify(settings)}\n` })
      const { collected, issues } = buildLibrary(readPortal(root))
      expect(issues).toEqual([])
      const shown = collected.map(({ record, cases, textOf }) => [
        record.name,
        record.address,
        ...cases.map((one) => [one.title, textOf(one)?.parts()]),
      ])
      expect(shown).toEqual([
        [
          '宁波门户',
          server.address,
          ['a的案例', [{ paragraphs: ['a的正文。'] }]],
          ['b的案例', [{ paragraphs: ['b的正文。'] }]],
        ],
        ['台州门户', undefined, ['台州的案例', [{ paragraphs: ['a的正文。'] }]]],
      ])
    } finally {
      evil.close()
    }
  })

  test('one that turns hostile keeps what it lent when it was not', async () => {
    await told()
    const before = contents()
    server.files['data/facts.json'] = '<html>'
    server.files['data/cases.json'] =
      exportOf({ cases: [lentCase('new')] })['data/cases.json'] ?? ''
    expect(await told({ today: '2026-12-05' })).toContain('没有收成，2026-12-01 收的原样留着。')
    expect(contents()).toEqual(before)
  })
})

describe('collecting again', () => {
  test('asks only for what has changed, and writes only the day', async () => {
    await told()
    const place = join(root, 'collected/ningbo/cases.json')
    const { ino, mtimeMs } = statSync(place)
    const before = contents()
    server.log.length = 0
    expect(await told({ today: '2026-12-02' })).toBe(
      'ningbo（宁波门户）：没有变化，现在有 2 个案例。\n',
    )
    expect(server.log.sort()).toEqual([
      'data/cases.json 304',
      'data/facts.json 304',
      'data/sources.json 304',
      'data/texts/1-0.json 304',
      'withdrawn.json 304',
    ])
    expect([statSync(place).ino, statSync(place).mtimeMs]).toEqual([ino, mtimeMs])
    const record = before['ningbo/portal.json'] ?? ''
    expect(contents()).toEqual({
      ...before,
      'ningbo/portal.json': record.replace('2026-12-01', '2026-12-02'),
    })
  })

  test('tells what was added, changed, corrected, withdrawn and gone', async () => {
    const slugs = ['a', 'b', 'c', 'd', 'e']
    server.files = exportOf({ cases: slugs.map((slug) => lentCase(slug)) })
    await told()
    const correction = { date: '2026-11-30', was: '10', now: '12', why: '核对来源' }
    server.files = exportOf({
      cases: [
        lentCase('a', { title: '新的题名' }),
        lentCase('b', { corrections: [correction] }),
        lentCase('c'),
        lentCase('new'),
      ],
      texts: { c: ['改过的正文。'] },
      withdrawn: [{ path: 'cases/d.html', at: '2026-11-30' }],
    })
    expect(await told())
      .toBe(`ningbo（宁波门户）：新增 1、改了 2、更正 1、撤下 1、不再发布 1，现在有 4 个案例。
  更正：b的案例
  撤下：d的案例
  不再发布：e的案例
`)
    expect(filesBelow(join(root, 'collected/ningbo/texts'))).toEqual(
      ['a', 'b', 'c', 'new'].map((slug) => `${slug}.json`),
    )
  })

  test('lets go of a case that was withdrawn in haste, its words blotted out', async () => {
    await told()
    server.files = exportOf({
      cases: [lentCase('a', { title: '已撤下', summary: '已撤下' }), lentCase('b')],
      withdrawn: [{ path: 'cases/a.html', at: '2026-12-01T08:00:00Z' }],
    })
    expect(await told()).toContain('撤下 1，现在有 1 个案例')
    expect(JSON.stringify(contents())).not.toContain('a的')
  })

  test('leaves samples where they are', async () => {
    server.files = exportOf({ cases: [lentCase('a', { provenance: 'sample' }), lentCase('b')] })
    expect(await told()).toContain('新增 1')
  })

  test('keeps the facts and sources that the cases name, and takes new ones when they name more', async () => {
    server.files = exportOf({ cases: [lentCase('a')] })
    await told()
    expect(read('collected/ningbo/facts.json')).toMatchObject({ facts: [{ id: 's-f1' }] })
    expect(read('collected/ningbo/sources.json')).toMatchObject({ sources: [{ id: 's' }] })
    // The files of facts and sources are the same there.
    server.files = exportOf({
      cases: [lentCase('a', { facts: ['s-f1', 's-f2'], sources: ['s', 't'] })],
    })
    await told()
    expect(read('collected/ningbo/facts.json')).toMatchObject({
      facts: [{ id: 's-f1' }, { id: 's-f2' }],
    })
    expect(read('collected/ningbo/sources.json')).toMatchObject({
      sources: [{ id: 's' }, { id: 't' }],
    })
  })

  test('says when a text is not there yet, and gets it when it is', async () => {
    const { ['data/texts/1-0.json']: texts, ...rest } = exportOf()
    server.files = {
      ...rest,
      'data/texts/1-0.json': exportOf({ cases: [lentCase('a')] })['data/texts/1-0.json'] ?? '',
    }
    expect(await told()).toContain('1 个案例没有取到正文')
    server.files['data/texts/1-0.json'] = texts ?? ''
    expect(await told()).toBe('ningbo（宁波门户）：改了 1，现在有 2 个案例。\n')
  })

  test('says when the licence is another', async () => {
    await told()
    server.files['data/cases.json'] = String(server.files['data/cases.json']).replace(
      'CC BY 4.0',
      '另有约定',
    )
    expect(await told()).toContain('许可由“CC BY 4.0”改成“另有约定”')
  })

  test('mends what was edited by hand, and takes nothing over from it', async () => {
    await told()
    const before = contents()
    const file = join(root, 'collected/ningbo/cases.json')
    writeFileSync(file, readFileSync(file, 'utf8').replace('a的案例', '改过的题名'))
    writeFileSync(join(root, 'collected/ningbo/texts/stray.json'), '{}')
    server.log.length = 0
    await told()
    expect(server.log.filter((line) => line.endsWith('304'))).toEqual([])
    expect(contents()).toEqual(before)
  })

  test('asks for everything again when the program knows other fields', async () => {
    await told()
    const file = join(root, 'collected/ningbo/portal.json')
    writeFileSync(file, readFileSync(file, 'utf8').replace(/"fields": "\w{4}/, '"fields": "0000'))
    server.log.length = 0
    expect(await told()).toContain('没有变化')
    expect(server.log.filter((line) => line.endsWith('304'))).toEqual([])
  })

  test('takes nothing over from a portal that had another address', async () => {
    await told()
    const other = await startLending(exportOf({ title: '别的门户', cases: [lentCase('z')] }))
    try {
      expect(await told({ from: { ningbo: other.address } })).toContain('新增 1、不再发布 2')
      expect(other.log.filter((line) => line.endsWith('304'))).toEqual([])
    } finally {
      other.close()
    }
  })

  test('writes the same bytes for the same export', async () => {
    await told({ from: { one: server.address } })
    const first = contents()
    rmSync(join(root, 'collected'), { recursive: true })
    await told({ from: { one: server.address } })
    expect(contents()).toEqual(first)
  })
})

test('a dry run tells the same and writes nothing', async () => {
  expect(await told({ isDry: true })).toContain('新增 2')
  expect(filesBelow(root)).toEqual([])
})

test('a folder that was put aside when the power failed comes back', async () => {
  await told()
  const before = contents()
  const aside = join(root, 'collected.building/previous/ningbo')
  cpSync(join(root, 'collected/ningbo'), join(root, 'collected.building/next/ningbo'), {
    recursive: true,
  })
  mkdirSync(dirname(aside), { recursive: true })
  renameSync(join(root, 'collected/ningbo'), aside)
  const store = new CollectedStore(root)
  store.recover()
  store.leave()
  expect(contents()).toEqual(before)
  expect(existsSync(join(root, 'collected.building'))).toBe(false)
})
