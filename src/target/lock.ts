import { randomUUID } from 'node:crypto'
import {
  closeSync,
  constants,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { hostname } from 'node:os'
import { dirname } from 'node:path'
import { isRunning, thisProcess } from './owner.ts'
import type { Owner } from './owner.ts'

/** What stands in a lock file. */
interface Holder extends Owner {
  id: string
  host: string
  /** What it does, in Chinese: 构建. */
  act: string
  /** ISO time. */
  since: string
}

/** A lock that is held until it is let go, or its process ends however it ends. */
export interface Lock {
  release: () => void
  /** Whether it is still this one: another machine that heard nothing for long takes it over. */
  isHeld: () => boolean
}

/** Milliseconds after which the owner on another machine says that it still runs. */
const beat = 10_000
/** Milliseconds without a word after which it counts as gone; network disks tell of changes late. */
const silence = 180_000

/**
 * Take a lock, or say in Chinese who holds it. A holder of this machine that no longer runs holds nothing;
 * one of another machine is believed as long as it says so. Own code, for the libraries at hand keep a lock
 * by timers alone: one that was killed is held for their whole delay, and a busy one is lost.
 */
export function takeLock(file: string, act: string, now: Date): Lock | string {
  mkdirSync(dirname(file), { recursive: true })
  const holder: Holder = {
    ...thisProcess(),
    id: randomUUID(),
    host: hostname(),
    act,
    since: now.toISOString(),
  }
  const own = `${file}.${holder.id}`
  writeFileSync(own, JSON.stringify(holder))
  try {
    for (let tries = 0; tries < 5; tries++) {
      // A link is made whole or not at all, also on network disks.
      if (linked(own, file)) return held(file, holder)
      const other = readHolder(file)
      if (other && !isGone(file, own, other)) return heldBy(file, other)
      takeAway(file, other, holder.id)
    }
    return `没有拿到锁 ${file}：别的程序一直在抢。稍后再试。`
  } finally {
    rmSync(own, { force: true })
  }
}

function linked(from: string, to: string): boolean {
  try {
    linkSync(from, to)
    return true
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EEXIST') return false
    // Some disks know no links: there, who makes the file first has it.
    if (code !== 'EPERM' && code !== 'ENOTSUP' && code !== 'EXDEV') throw error
    return created(to, readFileSync(from, 'utf8'))
  }
}

function created(file: string, text: string): boolean {
  try {
    writeFileSync(file, text, { flag: 'wx' })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

/** The time of the disk is compared with the time of the disk: clocks of two machines differ. */
function isGone(file: string, own: string, other: Holder): boolean {
  const running = isRunning(other)
  if (running !== undefined) return !running
  const last = statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0
  return statSync(own).mtimeMs - last > silence
}

/** Two that find the same lock left behind may both take it away: only the one they both found goes. */
function takeAway(file: string, other: Holder | undefined, id: string): void {
  const aside = `${file}.${id}.old`
  try {
    renameSync(file, aside)
  } catch {
    return
  }
  const taken = readHolder(aside)
  if (taken?.id !== other?.id) linked(aside, file)
  rmSync(aside, { force: true })
}

function held(file: string, holder: Holder): Lock {
  const isHeld = () => readHolder(file)?.id === holder.id
  const timer = setInterval(() => {
    if (isHeld()) touch(file)
  }, beat).unref()
  const release = () => {
    clearInterval(timer)
    process.off('exit', release)
    if (isHeld()) rmSync(file, { force: true })
  }
  process.on('exit', release)
  return { release, isHeld }
}

/** Let the disk set the time of a file, which is left readable at every moment and never made. */
function touch(file: string): void {
  try {
    const handle = openSync(file, constants.O_WRONLY | constants.O_APPEND)
    writeSync(handle, '\n')
    closeSync(handle)
  } catch {
    // Whoever took it over has it.
  }
}

function heldBy(file: string, { act, pid, host, since }: Holder): string {
  const time = new Date(since).toLocaleString('zh-CN', { hour12: false })
  const where = host === hostname() ? `进程 ${pid}` : `${host} 上的进程 ${pid}`
  return `${where}正在${act}，从 ${time} 开始：等它结束再来。确实已经没有这个进程的，删去 ${file}。`
}

function readHolder(file: string): Holder | undefined {
  try {
    // `takeLock` wrote it.
    return JSON.parse(readFileSync(file, 'utf8')) as Holder
  } catch {
    return undefined
  }
}
