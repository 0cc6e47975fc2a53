import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Issue } from '../src/model/issue.ts'

/** What an operator sees of `site.yaml`: the commands as they are run. */

const root = mkdtempSync(join(tmpdir(), 'settings-'))
const out = join(root, 'out')
let sound: string[] = []
beforeAll(() => {
  cpSync('tests/fixtures/check', root, { recursive: true })
  sound = issuesOf(settings)
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

const settings = 'name: 测试门户\ntopics: [组织力]\n'

function run(script: string, args: string[], site: string) {
  writeFileSync(join(root, 'site.yaml'), site)
  const env = { ...process.env, PORTAL_ROOT: root }
  return spawnSync(process.execPath, [script, ...args], { env, encoding: 'utf8' })
}

/** `line:column rule` of every issue. */
function issuesOf(site: string): string[] {
  const { stdout } = run('scripts/check.js', ['--format', 'json'], site)
  // The command's own format: an array of issues.
  const issues = JSON.parse(stdout) as Issue[]
  return issues.map(({ file, line, column, rule }) => `${file}:${line}:${column} ${rule}`)
}

/** Issues that settings bring which sound ones do not. */
const broughtBy = (site: string) => issuesOf(site).filter((issue) => !sound.includes(issue))

describe('a faulty setting', () => {
  test.for([
    ['a base without its end', 'base: /a', 'field-matches-model'],
    ['a number that is no ICP number', 'icp: 备案中', 'field-matches-model'],
    ['a key with a slip', 'hots: 单位', 'field-is-known'],
    ['an empty value', 'contact:', 'field-matches-model'],
    ['a public address without a scheme', 'url: portal.example.cn', 'field-matches-model'],
    ['a course that is no address', 'home: { course: 第一课 }', 'field-matches-model'],
  ])('is one issue and leads to no other: %s', ([, line = '', rule = '']) => {
    expect(broughtBy(`${settings}${line}\n`)).toEqual([
      expect.stringMatching(new RegExp(`^site\\.yaml:3:\\d+ ${rule}$`)),
    ])
  })

  test('a broken list of topics does not blame the entries that use it', () => {
    expect(broughtBy('name: 测试门户\ntopics: [党建, 5]\n')).toEqual([
      'site.yaml:2:14 field-matches-model',
    ])
  })
})

describe('a portal for the mainland', () => {
  const needed = {
    url: 'https://portal.example.cn/',
    host: '测试单位',
    icp: '京ICP备12345678号-1',
    police: '京公网安备11223344556677号',
    contact: '010-00000000',
  }
  const written = (values: Record<string, string>) =>
    `${settings}profile: mainland\n${Object.entries(values)
      .map(([name, value]) => `${name}: ${value}\n`)
      .join('')}`

  test('is not built while anything is blank or missing', () => {
    const { url, host } = needed
    const incomplete = written({ url, host })
    const brought = (site: string) => broughtBy(site).map((issue) => issue.replace(/:\d+:\d+/, ''))
    expect(brought(incomplete)).toEqual(Array(3).fill('site.yaml mainland-site-is-complete'))
    const blank = { ...needed, icp: '""', police: '', contact: "' '" }
    expect(brought(written(blank))).toEqual(Array(3).fill('site.yaml field-matches-model'))
    const { status, stdout, stderr } = run('scripts/build.js', ['--out', out], incomplete)
    expect(status).toBe(1)
    expect(stdout + stderr).toContain('公安备案号（police）')
    expect(existsSync(out)).toBe(false)
  })

  test('shows its numbers and who runs it on every page', () => {
    const { status, stdout, stderr } = run('scripts/build.js', ['--out', out], written(needed))
    expect(status, stdout + stderr).toBe(0)
    for (const path of ['index.html', 'cases/demo.html', '404.html']) {
      const html = readFileSync(join(out, path), 'utf8')
      expect(html, path).toMatch(
        /<a[^>]+href="https:\/\/beian\.miit\.gov\.cn\/?"[^>]*>京ICP备12345678号-1</,
      )
      expect(html, path).toMatch(
        /<a[^>]+href="https:\/\/beian\.mps\.gov\.cn\/[^"]*11223344556677[^"]*"/,
      )
      expect(html, path).toContain('测试单位')
      expect(html, path).toContain('010-00000000')
    }
  })
})
