import { spawn, spawnSync } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest'

const root = mkdtempSync(join(tmpdir(), 'chaotou-prompts-'))
cpSync('tests/fixtures/portal', root, { recursive: true })
afterAll(() => rmSync(root, { recursive: true, force: true }))

const started: ChildProcess[] = []
afterEach(() => {
  for (const { pid } of started.splice(0))
    try {
      if (pid) process.kill(-pid)
    } catch {
      // It ended by itself.
    }
})

/** A person at a terminal: util-linux's `script` lends the command one. */
class Terminal {
  said = ''
  code: number | null | undefined
  private readonly child

  constructor(command: string, more: Record<string, string> = {}) {
    const env = { ...process.env, PORTAL_ROOT: root, NO_COLOR: '1', ...more }
    this.child = spawn('script', ['-qefc', command, '/dev/null'], { env, detached: true })
    started.push(this.child)
    this.child.stdout.on('data', (bytes: Buffer) => {
      // Without what moves the cursor.
      this.said += bytes.toString().replace(/\x1b\[\d*[A-Z]/g, '')
    })
    this.child.on('exit', (code) => (this.code = code))
  }

  /** Wait for words that were not there at the last answer, then type. */
  async answer(question: string, typed: string): Promise<void> {
    await vi.waitFor(() => expect(this.said).toContain(question), { timeout: 30_000 })
    this.said = ''
    this.child.stdin.write(typed)
  }

  async end(): Promise<number | null> {
    await vi.waitFor(() => expect(this.code).toBeDefined(), { timeout: 30_000 })
    return this.code ?? null
  }
}

const hasTerminal = spawnSync('script', ['--version']).status === 0
const command = 'node --import tsx scripts/new.ts'

describe.skipIf(!hasTerminal)('npm run new, asked at a terminal', { timeout: 90_000 }, () => {
  it('takes answers, refuses wrong ones with the reason, and leaves the empty ones as gaps', async () => {
    const terminal = new Terminal(`${command} topic`)
    await terminal.answer('标题：', `${'长'.repeat(81)}\r`)
    await terminal.answer('80', '网络公益的做法\r')
    await terminal.answer('摘要：', '\r')
    for (;;) {
      await vi.waitFor(() => expect(terminal.said).toMatch(/\n> $/), { timeout: 30_000 })
      if (terminal.said.includes('文件名')) break
      await terminal.answer('>', '\r')
    }
    await terminal.answer('文件名', '大写 Name\r')
    await terminal.answer('只能用小写字母', 'asked-topic\r')
    await terminal.answer('现在打开预览吗', 'n\r')
    expect(await terminal.end()).toBe(0)
    const text = readFileSync(join(root, 'content/topics/asked-topic.md'), 'utf8')
    expect(text).toMatch(/^title: 网络公益的做法$/m)
    expect(text).toMatch(/^summary: 【待补：摘要】/m)
    expect(text).toMatch(/^status: draft$/m)
  })

  it.each([
    ['Ctrl-C', '\x03'],
    ['Ctrl-D', '\x04'],
  ])('stops at %s, having written nothing', async (_name, key) => {
    const terminal = new Terminal(`${command} topic --title 半途而废`)
    await terminal.answer('摘要：', key)
    expect(await terminal.end()).toBe(130)
    expect(terminal.said).toContain('停下了，什么也没有写。')
    expect(terminal.said).not.toMatch(/Warning|Error|^ +at /m)
    expect(existsSync(join(root, 'content/topics/ban-tu-er-fei.md'))).toBe(false)
  })

  it('opens the preview at the new page', async () => {
    const opened = join(root, 'opened.txt')
    const browser = join(root, 'browser.js')
    writeFileSync(
      browser,
      `import('node:fs').then((fs) => fs.writeFileSync(${JSON.stringify(opened)}, process.argv.join(' ')))`,
    )
    const terminal = new Terminal(`${command} topic --title 打开看看 --slug opened --yes --open`, {
      BROWSER: browser,
    })
    await vi.waitFor(() => expect(existsSync(opened)).toBe(true), { timeout: 60_000 })
    const [address = ''] = /http:\S+/.exec(readFileSync(opened, 'utf8')) ?? []
    expect(address).toMatch(/\/topics\/opened\.html$/)
    expect((await fetch(address)).status).toBe(200)
    expect(terminal.code).toBeUndefined()
  })
})
