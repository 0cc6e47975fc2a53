import { spawn } from 'node:child_process'
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { takeLock } from './lock.ts'
import type { Lock } from './lock.ts'

const scratch = mkdtempSync(join(tmpdir(), 'lock-'))
afterAll(() => rmSync(scratch, { recursive: true, force: true }))
let count = 0
const fresh = () => join(scratch, `${count++}`, 'lock')
const since = new Date('2026-11-25T08:00:00+08:00')

function taken(lock: Lock | string): Lock {
  if (typeof lock === 'string') throw new Error(lock)
  return lock
}

test('a lock is held by one, who says so, and then by the next', () => {
  const file = fresh()
  const lock = taken(takeLock(file, '构建', since))
  const time = since.toLocaleString('zh-CN', { hour12: false })
  expect(takeLock(file, '发布', since)).toBe(
    `进程 ${process.pid}正在构建，从 ${time} 开始：等它结束再来。确实已经没有这个进程的，删去 ${file}。`,
  )
  expect(lock.isHeld()).toBe(true)
  lock.release()
  expect(lock.isHeld()).toBe(false)
  expect(readdirSync(join(file, '..'))).toEqual([])
  taken(takeLock(file, '发布', since)).release()
})

/** A process that takes the lock, says so, and waits. */
async function holder(file: string) {
  const module = pathToFileURL(join(import.meta.dirname, 'lock.ts')).href
  const text = `const { takeLock } = await import(${JSON.stringify(module)})
    console.log(typeof takeLock(${JSON.stringify(file)}, '构建', new Date()))
    setTimeout(() => {}, 60_000)`
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', text])
  await new Promise((done) => child.stdout.once('data', done))
  const end = (signal: NodeJS.Signals) =>
    new Promise((done) => {
      child.once('close', done)
      child.kill(signal)
    })
  return { end, pid: child.pid }
}

test('a process that was killed holds nothing, one that runs does', async () => {
  const file = fresh()
  const { end, pid } = await holder(file)
  expect(takeLock(file, '发布', since)).toContain(`进程 ${pid}正在构建`)
  await end('SIGKILL')
  expect(existsSync(file)).toBe(true)
  taken(takeLock(file, '发布', since)).release()
})

test('a number that another process has got since is not the holder', () => {
  const file = fresh()
  const lock = taken(takeLock(file, '构建', since))
  const text = readFileSync(file, 'utf8')
  lock.release()
  writeFileSync(file, text.replace(/"started":"\d+"/, '"started":"1"'))
  taken(takeLock(file, '发布', since)).release()
})

test('a holder on another machine is believed until it was silent for long', () => {
  const file = fresh()
  const lock = taken(takeLock(file, '构建', since))
  const text = readFileSync(file, 'utf8')
  lock.release()
  writeFileSync(
    file,
    text
      .replace(/"machine":"[^"]*"/, '"machine":"other"')
      .replace(/"host":"[^"]*"/, '"host":"other"'),
  )
  expect(takeLock(file, '发布', since)).toContain('other 上的进程')
  const long = new Date(Date.now() - 200_000)
  utimesSync(file, long, long)
  taken(takeLock(file, '发布', since)).release()
})

test('a lock that cannot be read holds nobody up', () => {
  const file = fresh()
  taken(takeLock(file, '构建', since)).release()
  writeFileSync(file, '{')
  taken(takeLock(file, '发布', since)).release()
})

test('of many that find one left behind, one gets it', async () => {
  const file = fresh()
  const { end } = await holder(file)
  await end('SIGKILL')
  const module = pathToFileURL(join(import.meta.dirname, 'lock.ts')).href
  const text = `const { takeLock } = await import(${JSON.stringify(module)})
    while (Date.now() < Number(process.argv[1])) {}
    const lock = takeLock(${JSON.stringify(file)}, '构建', new Date())
    process.stdout.write(typeof lock)
    setTimeout(() => {}, 1500)`
  const start = Date.now() + 3000
  const got = await Promise.all(
    Array.from({ length: 4 }, () => {
      const words = ['--import', 'tsx', '--input-type=module', '-e', text, String(start)]
      const child = spawn(process.execPath, words)
      let said = ''
      child.stdout.on('data', (data) => (said += String(data)))
      return new Promise<string>((done) => child.once('close', () => done(said)))
    }),
  )
  expect(got.filter((one) => one === 'object')).toHaveLength(1)
  expect(readdirSync(join(file, '..'))).toEqual([])
})
