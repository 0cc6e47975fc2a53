import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { resolve } from 'node:path'

export const repository = resolve(import.meta.dirname, '../..')
export const publicUrl = 'https://portal.test'

export interface Building {
  parameters?: string[]
  env?: Record<string, string>
  /** Folder the program runs in. */
  cwd?: string
  /** Command before `node`, such as `taskset -c 0`. */
  under?: string[]
}

/** Start `npm run build` as an operator would, in a process group of its own. */
export function startBuild({ parameters = [], env, cwd, under = [] }: Building): ChildProcess {
  const [command = '', ...rest] = [...under, process.execPath, 'scripts/build.js', ...parameters]
  return spawn(command, rest, {
    cwd: cwd ?? repository,
    env: { ...process.env, ...env },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

/** Build to the end; throws with what the build said when it did not succeed. */
export async function build(building: Building): Promise<void> {
  const child = startBuild(building)
  let said = ''
  child.stdout?.on('data', (text) => (said += text))
  child.stderr?.on('data', (text) => (said += text))
  const code = await new Promise((done) => child.on('close', done))
  if (code !== 0) throw new Error(`the build ended with ${code}:\n${said.slice(-4000)}`)
}
