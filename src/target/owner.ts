import { readFileSync, readlinkSync } from 'node:fs'
import { hostname } from 'node:os'

/** A running process, told apart from any other that ever had its number. */
export interface Owner {
  pid: number
  /** When the process started, in the kernel's own count; empty where the system does not say. */
  started: string
  /** The machine, and the space its process numbers count in: a container has its own. */
  machine: string
}

/** The process this runs in. */
export function thisProcess(): Owner {
  return { pid: process.pid, started: startOf(process.pid), machine: machineName() }
}

/** Whether a process still runs; undefined when it is another machine's, which cannot be asked. */
export function isRunning({ pid, started, machine }: Owner): boolean | undefined {
  if (machine !== machineName()) return undefined
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false
  }
  return startOf(pid) === started
}

function machineName(): string {
  return [hostname(), bootOf(), processSpace()].join(' ')
}

/** Source: proc(5), `/proc/pid/stat`, field 22; the name before it may hold blanks and brackets. */
function startOf(pid: number): string {
  const text = read(`/proc/${pid}/stat`)
  return (
    text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .at(19) ?? ''
  )
}

function bootOf(): string {
  return read('/proc/sys/kernel/random/boot_id').trim()
}

function processSpace(): string {
  try {
    return readlinkSync('/proc/self/ns/pid')
  } catch {
    return ''
  }
}

/** An empty text on systems without such files. */
function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
