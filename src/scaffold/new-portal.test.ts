import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { checkPortal } from '../check/check.ts'
import { newPortal } from './new-portal.ts'
import type { PortalAnswers } from './new-portal.ts'

const repository = resolve(import.meta.dirname, '../..')
const today = '2026-12-01'
const folder = mkdtempSync(join(tmpdir(), 'new-portal-'))
afterAll(() => rmSync(folder, { recursive: true }))

function portalOf(answers: PortalAnswers) {
  return newPortal(
    { answers, version: '1.2.3', optional: { '@embedpdf/fonts-sc': '1.0.0' }, today },
    (path) => readFileSync(join(repository, path), 'utf8'),
  )
}

function written(name: string, answers: PortalAnswers): string {
  const root = join(folder, name)
  for (const { path, text } of portalOf(answers)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  return root
}

const textAt = (answers: PortalAnswers, path: string) =>
  portalOf(answers).find((file) => file.path === path)?.text ?? ''

describe('a portal of which nothing is known', () => {
  test('is told what to replace, and nothing else', () => {
    const { issues } = checkPortal(written('empty', {}), { today })
    expect(issues.map(({ file, line, rule }) => `${file}:${line} ${rule}`)).toEqual([
      'site.yaml:2 sample-value-is-replaced',
      'site.yaml:6 sample-value-is-replaced',
    ])
  })

  test('stays right as days go by, until its pages are to be reviewed', () => {
    const issues = (day: string) => checkPortal(join(folder, 'empty'), { today: day }).issues.length
    expect([issues('2027-11-30'), issues('2027-12-02')]).toEqual([2, 4])
  })
})

describe('a portal that answered everything', () => {
  const answers: PortalAnswers = {
    name: '某市互联网行业党建: 学习',
    host: '某市互联网行业党委',
    contact: '010-00000000',
    region: '浙江省/杭州市',
    base: '/dangjian/',
    url: 'https://portal.example.cn/dangjian/',
    icp: '京ICP备12345678号-1',
    police: '京公网安备11223344556677号',
  }
  let root = ''
  beforeAll(() => (root = written('full', answers)))

  test('has nothing to mend', () => {
    expect(checkPortal(root, { today }).issues).toEqual([])
  })

  test('has its answers in site.yaml, what belongs together side by side', () => {
    const settings = { ...answers }
    delete settings.region
    const text = textAt(answers, 'site.yaml')
    expect(parse(text)).toMatchObject(settings)
    expect(text.match(/^[a-z]+(?=:)/gm)).toEqual([
      ...['name', 'tagline', 'description', 'base', 'host', 'contact', 'url', 'icp', 'police'],
      ...['topics', 'measures', 'model'],
    ])
    expect(textAt(answers, 'content/cases/first-case.md')).toContain('regions: [浙江省/杭州市]')
  })

  test('installs the fonts of share images with the package, and only then', () => {
    const wanted = (given: PortalAnswers) =>
      JSON.parse(textAt(given, 'package.json')).devDependencies
    expect(wanted(answers)).toEqual({ chaotou: '1.2.3', '@embedpdf/fonts-sc': '1.0.0' })
    expect(wanted({})).toEqual({ chaotou: '1.2.3' })
  })
})

describe('the pipelines of a new portal', () => {
  const files = portalOf({})
  const pipelines = files.filter(({ path }) => /^\.(github|gitlab-ci|workflow)/.test(path))
  const { scripts } = JSON.parse(textAt({}, 'package.json'))

  test.for(pipelines.map(({ path, text }) => [path, text] as const))('%s', ([, text]) => {
    expect(parse(text)).toBeTypeOf('object')
    const named = [...text.matchAll(/npm run (?:--silent )?([\w:]+)/g)].map(([, name]) => name)
    expect(named.length).toBeGreaterThan(0)
    expect(named.filter((name) => !scripts[String(name)])).toEqual([])
    // What tests the program is the program's repository's.
    expect(text).not.toMatch(/npm test|CODEOWNERS|CHROMIUM/)
  })

  test('hold no folder of the program', () => {
    const folders = new Set(files.map(({ path }) => path.split('/')[0]))
    for (const name of ['src', 'builder', 'scripts', 'docs', '.vitepress'])
      expect(folders).not.toContain(name)
  })
})
