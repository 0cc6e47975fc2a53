import { execFile } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { followBlankCase } from '../scripts/handbook-pictures/blank-case.ts'
import { bundled } from './bundled.ts'
import { docx, item, p } from './docx.ts'

/** A copy of the edition, and beside it a Word file: what an editor has on the first day. */
const root = mkdtempSync(join(tmpdir(), 'chaotou-editors-'))
const commands = await bundled('facts', 'import', 'new', 'report')
const word = join(root, '示例.docx')

beforeAll(() => {
  for (const part of ['content', 'seeds', 'site.yaml'])
    cpSync(part, join(root, part), { recursive: true })
  const paragraphs = [
    p('示例：把课堂开进社区', 'Title'),
    p('来源：示例日报　日期：2025-03-12　责编：示例'),
    p('一、工作背景'),
    p('社区里的居民想学着用手机,示例支部的党员商量以后决定办一个课堂。'),
    p('二、工作举措'),
    p('到2024年底，课堂办了12期。'),
    item(2, 0, '课前一起备课。'),
    p('三、工作成效'),
    p('先后有300余人听过课。'),
  ]
  writeFileSync(word, docx(paragraphs.join('')))
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

interface Ran {
  code: number | null
  out: string
  err: string
}

/** Run a command with nobody at the keyboard. */
function run(command: string, ...args: string[]): Promise<Ran> {
  return runIn(root, command, ...args)
}

function runIn(portal: string, command: string, ...args: string[]): Promise<Ran> {
  const env = { ...process.env, PORTAL_ROOT: portal, NO_COLOR: '1', GITHUB_ACTIONS: '' }
  const module = command === 'check' ? 'scripts/check.js' : commands(command)
  return new Promise((done) => {
    const child = execFile('node', [module, ...args], { env, maxBuffer: 1e8 }, (_error, out, err) =>
      done({ code: child.exitCode, out, err }),
    )
    child.stdin?.end()
  })
}

/** Every file below the root with its bytes, as text that can be compared. */
function snapshot(): Map<string, string> {
  const names = ['content', 'seeds', 'imports'].flatMap((top) =>
    readdirSync(root).includes(top)
      ? readdirSync(join(root, top), { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map((entry) => join(entry.parentPath, entry.name))
      : [],
  )
  return new Map(names.sort().map((name) => [name, readFileSync(name, 'latin1')]))
}

/** What of an earlier snapshot is gone or different now. */
function touched(before: Map<string, string>): string[] {
  const now = snapshot()
  return [...before.keys()].filter((name) => now.get(name) !== before.get(name))
}

const read = (path: string) => readFileSync(join(root, path), 'utf8')
const issueList = z.array(z.object({ rule: z.string(), severity: z.string(), file: z.string() }))
const issuesOf = ({ out }: Ran) => issueList.parse(JSON.parse(out))
const imported = z.object({
  ok: z.literal(true),
  draft: z.string(),
  source: z.string(),
  todo: z.string(),
  findings: z.array(z.object({ kind: z.string(), message: z.string() })),
  paragraphs: z.array(z.object({ text: z.string() })),
})
const facts = z.array(
  z.object({
    id: z.string(),
    source: z.string(),
    verified: z.boolean(),
    cited: z.array(z.unknown()),
  }),
)

describe('npm run new', () => {
  const flags = ['case', '--title', '示例支部的课堂', '--topics', '网络公益', '--yes']
  const path = 'content/cases/shi-li-zhi-bu-de-ke-tang.md'

  it('writes a draft the check has nothing against, and never writes over it', async () => {
    const before = snapshot()
    const first = await run('new', ...flags)
    expect(first).toMatchObject({ code: 0, err: '' })
    expect(first.out).toContain(`写好了 ${path}`)
    expect(read(path)).toMatch(/^status: draft$/m)
    expect(read(path)).toMatch(/^topics:\n {2}- 网络公益$/m)
    expect(touched(before)).toEqual([])

    const written = snapshot()
    const [check, again, wrong] = await Promise.all([
      run('check', '--only', path, '--format', 'json'),
      run('new', ...flags, '--slug', 'shi-li-zhi-bu-de-ke-tang'),
      run('new', 'case', '--titel', '示例'),
    ])
    expect(check).toMatchObject({ code: 0, out: '[]\n' })
    expect(again.code).toBe(1)
    expect(again.err).toContain(`${path} 已经有了，没有改动它`)
    expect(wrong.code).toBe(2)
    expect(wrong.err).toContain('你是不是要写 --title？')
    expect([...snapshot()]).toEqual([...written])
  })
})

describe('npm run import', () => {
  it('makes a draft, a source and a list of a Word file, and leaves the file alone', async () => {
    const original = readFileSync(word, 'latin1')
    const before = snapshot()
    const first = await run('import', word, '--slug', 'shi-li-word', '--report', 'json')
    expect(first).toMatchObject({ code: 0, err: '' })
    const report = imported.parse(JSON.parse(first.out))
    expect(readFileSync(word, 'latin1')).toBe(original)
    expect(touched(before)).toEqual([])
    const everywhere = read(report.draft) + read(report.todo)
    for (const text of ['学着用手机，示例支部', '办了12期', '课前一起备课', '300余人听过课'])
      expect(everywhere).toContain(text)
    expect(report.paragraphs.length).toBe(9)
    for (const { message } of report.findings) expect(read(report.todo)).toContain(message)
    expect(read(report.source)).toContain('publisher: 示例日报')

    const cutOff = join(dirname(word), 'cut-off.docx')
    writeFileSync(cutOff, readFileSync(word).subarray(0, 100))
    const written = snapshot()
    const [check, again, broken, uncited] = await Promise.all([
      run('check', '--only', report.draft, '--format', 'json'),
      run('import', word, '--slug', 'shi-li-word'),
      run('import', cutOff, join(root, 'nowhere.docx')),
      run('facts', '--source', 'shi-li-word', '--format', 'json'),
    ])
    // The list announced the two figures; the text cites both, so the check asks for nothing.
    const decisions = report.findings.filter(({ kind }) => kind === 'decide')
    expect(decisions.map(({ message }) => message)).toEqual([
      expect.stringContaining('找到2个数字'),
      `${report.draft} 里还要补的字段：unit（主体）。`,
      `${report.source} 里还要补的字段：url（网址）。`,
    ])
    expect(check.code).toBe(0)
    expect(issuesOf(check)).toEqual([])
    expect(read(report.draft).match(/\[\^[\w-]+-f0\d\]/g)).toHaveLength(2)
    expect(again.code).toBe(1)
    expect(again.out).toContain('shi-li-word 已经有了，没有改动它')
    expect(broken.code).toBe(1)
    expect(broken.out.match(/没有导入。/g)).toHaveLength(2)
    expect([...snapshot()]).toEqual([...written])

    const listed = facts.parse(JSON.parse(uncited.out))
    expect(listed.map(({ source, verified, cited }) => [source, verified, cited.length])).toEqual([
      ['shi-li-word', false, 1],
      ['shi-li-word', false, 1],
    ])
  })
})

describe('npm run facts and npm run report', () => {
  it('describe the edition, and refuse what they do not know', async () => {
    const html = join(root, 'report.html')
    const before = snapshot()
    const [all, unknown, page] = await Promise.all([
      run('facts', '--format', 'json'),
      run('facts', '--uncitd'),
      run('report', '--out', html),
    ])
    const used = facts.parse(JSON.parse(all.out))
    expect(used.length).toBeGreaterThan(100)
    expect(used.some(({ cited }) => cited.length > 1)).toBe(true)
    expect(unknown.code).toBe(2)
    expect(unknown.err).toContain('--uncited')
    expect(page).toEqual({ code: 0, out: `写好了 ${html}\n`, err: '' })
    const written = readFileSync(html, 'utf8')
    expect(written).toMatch(/^<!DOCTYPE html><html lang="zh-CN">/)
    const cases = [...before].filter(([name]) => /content\/cases\/[^/]+\.md$/.test(name))
    const drafts = cases.filter(([, text]) => /^status: draft$/m.test(text))
    expect(drafts.length).toBeGreaterThanOrEqual(2)
    expect(written).toContain(`<td>案例</td><td class="number">${drafts.length}</td>`)
    expect(written).toContain(`<td class="number">${cases.length}</td><td class="bar">`)
    for (const { id } of used.filter(({ source }) => source === 'shi-li-word'))
      expect(written).toContain(`<td>${id}</td>`)
    expect([...snapshot()]).toEqual([...before])
  })
})

describe("the handbook's case begun blank", () => {
  it('done as it is written, checks as it says', async () => {
    const portal = join(root, 'first-case')
    for (const part of ['content', 'seeds', 'films', 'site.yaml'])
      cpSync(part, join(portal, part), { recursive: true })
    const files = followBlankCase(portal)
    expect(files).toEqual([
      'seeds/demo-report.yaml',
      'content/organizations/demo-branch.md',
      'content/cases/demo-charity-class.md',
    ])
    const page = readFileSync('docs/handbook/blank-case.md', 'utf8')
    // The number of entries changes with the edition, as the page says.
    const last = /^检查了\d+个条目：0个错误，2个提醒，在1个文件里。$/
    expect(page).toMatch(new RegExp(last.source.slice(1, -1)))
    const { out } = await runIn(portal, 'check')
    expect(out.trimEnd().split('\n').at(-1)?.replaceAll(' ', '')).toMatch(last)
  })
})
