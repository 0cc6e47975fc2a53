import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Issue } from '../../src/model/issue.ts'
import { refusedMedia, refusedNames } from './hostile-media.ts'
import { onDisk } from './security-model.ts'

const root = mkdtempSync(join(tmpdir(), 'chaotou-hostile-'))
const write = (path: string, bytes: string | Uint8Array) => {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), bytes)
}
/** Bytes that look random and are the same each time. */
const noise = (length: number, seed: number) =>
  Uint8Array.from({ length }, (_, index) => (Math.imul(index + seed, 2654435761) >>> 13) & 255)
const front = '---\ntitle: 甲\n---\n'

const [links, names, media] = onDisk
type File = [path: string, bytes: string | Uint8Array, rule: string]

/** Files that no editor means, each with the rule that refuses it. */
const noises: File[] = [
  ['content/cases/noise.md', noise(4000, 1), 'file-is-utf8'],
  ['content/cases/cut.md', Buffer.from(`${front}党建`).subarray(0, -1), 'file-is-utf8'],
  ['content/cases/utf16.md', Buffer.from(`${front}党建`, 'utf16le'), 'file-is-utf8'],
  ['content/cases/long-line.md', `${front}${'a'.repeat(5 * 1024 * 1024)}`, 'file-within-size'],
  ['content/cases/empty.md', '', 'front-matter-is-yaml'],
  ['content/cases/page.html', '<script>', 'file-belongs-here'],
  ['content/cases/deep/deeper/x.md', front, 'file-belongs-here'],
  ['content/cases/noise.vtt', noise(400, 2), 'file-is-utf8'],
  ['content/media/noise.mp4', noise(4000, 3), 'media-is-what-it-says'],
  ['content/media/noise.png', noise(4000, 4), 'media-is-what-it-says'],
  ['content/media/empty.jpg', '', 'media-is-what-it-says'],
  ['content/media/head.mp4', Buffer.from('\0\0\0\x18ftypisom\0\0\x02\0'), 'video-is-whole'],
  ['seeds/noise.yaml', noise(400, 5), 'file-is-utf8'],
  ['seeds/notes.txt', 'a', 'file-belongs-here'],
]
const entryNames = [
  ...[
    'Upper',
    '空 格',
    '.hidden',
    'line\nbreak',
    'bidi\u202e',
    'a?b',
    'CASE',
    'case',
    '[x]',
    'a..b',
  ],
  ...['\u00e9'.normalize('NFC'), '\u00e9'.normalize('NFD')],
]
const named: File[] = [
  ...entryNames.map((name): File => [`content/cases/${name}.md`, front, 'file-name-is-plain']),
  ...Object.entries(refusedNames).map(([path, bytes]): File => [path, bytes, 'file-name-is-plain']),
]
const disguised = Object.entries(refusedMedia).map(([path, bytes]): File => {
  const known = /\.(png|jpg|webp|mp4|pdf|docx)$/.test(path)
  const hidden = path.includes('/.')
  return [
    path,
    bytes,
    hidden ? 'file-name-is-plain' : known ? 'media-is-what-it-says' : 'file-belongs-here',
  ]
})
const files = [...noises, ...named, ...disguised]

describe('a portal full of odd files', () => {
  let issues: Issue[] = []
  let output = ''

  beforeAll(() => {
    cpSync('tests/fixtures/check', root, { recursive: true })
    for (const [path, bytes] of files) write(path, bytes)
    symlinkSync('/etc/hostname', join(root, 'content/cases/link.md'))
    symlinkSync('..', join(root, 'content/loop'))
    symlinkSync('/etc/hostname', join(root, 'content/media/link.png'))
    symlinkSync('nowhere', join(root, 'seeds/dangling.yaml'))
    const { stdout, stderr, status } = spawnSync('node', ['scripts/check.js', '--format', 'json'], {
      env: { ...process.env, PORTAL_ROOT: root },
      encoding: 'utf8',
    })
    output = stdout + stderr
    expect(status).toBe(1)
    // The command's own format: an array of issues.
    issues = JSON.parse(stdout) as Issue[]
  }, 120_000)
  afterAll(() => rmSync(root, { recursive: true, force: true }))

  it.each([
    ...noises.map((file) => ['odd bytes', ...file]),
    ...named.map((file) => [names, ...file]),
    ...disguised.map((file) => [media, ...file]),
  ])('%s: names %j', (_row, path, _bytes, rule) => {
    const name = String(path).replace(
      /[\n\u202e]/g,
      (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
    )
    const found = issues.filter(({ file }) => file === name)
    expect(found.map((issue) => issue.rule)).toContain(rule)
  })

  it(`${links}: follows none`, () => {
    const found = issues.filter(({ rule }) => rule === 'file-is-not-a-link').map(({ file }) => file)
    expect(found).toEqual([
      'content/cases/link.md',
      'content/loop',
      'content/media/link.png',
      'seeds/dangling.yaml',
    ])
  })

  it('shows no stack and gives each issue a place and a reason in Chinese', () => {
    expect(output).not.toMatch(/^\s+at /m)
    const vague = issues.filter(
      ({ line, column, message }) => !(line >= 1 && column >= 1 && /\p{Script=Han}/u.test(message)),
    )
    expect(vague).toEqual([])
  })

  it('hides no other file behind them', () => {
    expect(issues.filter(({ file }) => file === 'content/cases/demo.md')).toEqual([])
  })
})
