import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'

/** Disks that fill up while the portal is built onto them: small ones in memory, which only root may mount. */

const scratch = mkdtempSync(join(tmpdir(), 'full-disk-'))
const mounted: string[] = []
afterAll(() => {
  for (const disk of mounted) spawnSync('umount', [disk])
  rmSync(scratch, { recursive: true, force: true })
})

function disk(name: string, options: string): string | undefined {
  const folder = join(scratch, name)
  mkdirSync(folder)
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder]).status !== 0)
    return undefined
  mounted.push(folder)
  return folder
}

const small = disk('small', 'size=2m')
const crowded = disk('crowded', 'size=200m,nr_inodes=60')

function build(onto: string, root: string) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['scripts/build.js', '--no-check', '--out', join(onto, 'out')],
    { encoding: 'utf8', env: { ...process.env, PORTAL_ROOT: root } },
  )
  return { status, said: stdout + stderr, left: readdirSync(onto) }
}

describe.skipIf(!small || !crowded)('a disk that fills up', { timeout: 300_000 }, () => {
  test.for([
    ['bytes', small, /只剩 [\d.]+ [KM]?B、还能放 \d+ 个文件/],
    ['files', crowded, /只剩 1\d\d\.\d MB、还能放 0 个文件/],
  ] as const)(
    'in %s ends a build with sizes, and nothing is left on it',
    ([, onto = '', sizes]) => {
      const { status, said, left } = build(onto, 'tests/fixtures/check')
      expect(status, said).toBe(1)
      expect(said).toMatch(/没有构建：磁盘满了，.+没有写成/)
      expect(said).toMatch(sizes)
      expect(said).toMatch(/图片、视频和附件一共 [\d.]+ [KM]?B/)
      expect(said).not.toMatch(/^ +at /m)
      expect(left).toEqual([])
    },
  )
})
