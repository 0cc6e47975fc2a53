/** Runs a command and measures it with everything it starts. Linux: reads `/proc`. */
import { spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'

export interface Run {
  seconds: number
  /** Processor seconds of all its processes, user and system. */
  cpu: number
  /** Most memory its processes held together, in bytes: resident, sampled. */
  peak: number
  code: number
  output: string
}

/** Ticks a second of `/proc/<pid>/stat` on Linux. */
const ticks = 100
const interval = 50
const pageBytes = 4096

interface Seen {
  parent: number
  cpu: number
  resident: number
}

export function runMeasured(
  command: string,
  args: readonly string[],
  { cwd, env = {} }: { cwd: string; env?: Record<string, string> },
): Promise<Run> {
  return new Promise((resolve, reject) => {
    const start = performance.now()
    const child = spawn(command, args, { cwd, env: { ...process.env, ...env, CI: '1' } })
    const cpu = new Map<number, number>()
    let [peak, output] = [0, '']
    const look = (): void => {
      const tree = treeOf(child.pid ?? -1)
      for (const [pid, seen] of tree) cpu.set(pid, seen.cpu)
      peak = Math.max(peak, sum([...tree.values()].map(({ resident }) => resident)))
    }
    const timer = setInterval(look, interval)
    child.stdout.on('data', (text: Buffer) => (output += text.toString()))
    child.stderr.on('data', (text: Buffer) => (output += text.toString()))
    child.on('error', reject)
    child.on('close', (code) => {
      clearInterval(timer)
      const seconds = (performance.now() - start) / 1000
      resolve({ seconds, cpu: sum([...cpu.values()]), peak, code: code ?? 1, output })
    })
  })
}

/** A process and all that come from it, by number. */
function treeOf(root: number): Map<number, Seen> {
  const all = new Map<number, Seen>()
  for (const name of readdirSync('/proc')) {
    const seen = /^\d+$/u.test(name) ? look(name) : undefined
    if (seen) all.set(Number(name), seen)
  }
  const inTree = (pid: number): boolean =>
    pid === root || (pid > 1 && inTree(all.get(pid)?.parent ?? 0))
  return new Map([...all].filter(([pid]) => inTree(pid)))
}

function look(pid: string): Seen | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The name in brackets may hold spaces; fields are counted after it.
    const fields = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number)
    const [parent = 0, user = 0, system = 0, pages = 0] = [
      fields[1],
      fields[11],
      fields[12],
      fields[21],
    ]
    return { parent, cpu: (user + system) / ticks, resident: pages * pageBytes }
  } catch {
    // It ended between the listing and the reading.
    return undefined
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
