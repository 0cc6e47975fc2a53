import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { writeFirstCaseFiles } from './first-case/files.ts'
import {
  fillFirstCase,
  firstCaseDraft,
  runCommand,
  runFirstCase,
} from '../scripts/handbook-pictures/first-case.ts'

/** A portal that has nothing yet, and beside it the files a beginner has in hand. */
const root = mkdtempSync(join(tmpdir(), 'first-case-'))
const portal = join(root, 'portal')
const files = join(root, 'files')
const read = (path: string) => readFileSync(join(portal, path), 'utf8')

beforeAll(async () => {
  for (const part of ['content', 'seeds']) mkdirSync(join(portal, part), { recursive: true })
  cpSync('site.yaml', join(portal, 'site.yaml'))
  await writeFirstCaseFiles(files)
}, 60_000)
afterAll(() => rmSync(root, { recursive: true, force: true }))

it('makes a cited case of a Word file, a sheet, photographs and a film', () => {
  const steps = runFirstCase(portal, files, /^(?:import|picture|film|new)$/)
  expect(steps.map(({ command }) => command.split(' ')[0])).toEqual([
    ...['import', 'import', 'picture', 'film', 'new'],
  ])
  const draft = read(firstCaseDraft)
  expect(draft).toMatch(/课堂办了12期\[\^\S+-f01\]，参加备课的党员有8名\[\^\S+-f02\]/)
  expect(draft).toMatch(/## 工作举措[\s\S]*zhao-pian-yi\.jpg[\s\S]*## 工作成效/)
  expect(draft).toMatch(/## 工作成效[\s\S]*\| 2024年 \| 7\[\^\S+-f03\] \| 180\[\^\S+-f04\] \|/)
  expect(read('seeds/ba-ke-tang-kai-jin-she-qu.yaml')).toMatch(/as_of: "2024"/)
  expect(steps[0]?.printed).toMatch(/接下来\n {2}1\. 打开 seeds[\s\S]*--into ba-ke-tang/)

  fillFirstCase(portal)
  const written = [
    firstCaseDraft,
    'content/videos/ke-tang-yi-jiao.md',
    'content/organizations/demo-team.md',
  ]
  const check = runCommand(
    portal,
    'check',
    written.flatMap((path) => ['--only', path]),
  )
  expect(check.printed).not.toContain('错误  ')
  expect(read(firstCaseDraft)).toMatch(/related:\n {2}- \/videos\/ke-tang-yi-jiao/)
}, 240_000)
