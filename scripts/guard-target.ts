import { rmSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { leaveWork, recoverOutput } from '../builder/memo/swap.ts'
import { targetFault, targetPath } from '../src/target/guard.ts'
import type { Target } from '../src/target/guard.ts'
import { takeLock } from '../src/target/lock.ts'
import { workFolder } from '../src/target/work-folder.ts'
import { refuse } from './command.ts'
import { portalRoot, programFile } from '../builder/folders.ts'

/**
 * Where a command may write, as an absolute path: every command that replaces, removes or adds files asks
 * here first. Ends the process with one sentence and 2 where it must not.
 */
export function guardTarget(
  command: string,
  target: Target,
  settle?: (folder: string) => void,
): string {
  const around = {
    portal: portalRoot(),
    program: programFile('.'),
    current: process.cwd(),
    home: homedir(),
  }
  const fault = targetFault(target, around, settle)
  if (fault) refuse(command, fault)
  return targetPath(resolve(target.path))
}

/**
 * The output a command is going to replace, which nobody else replaces until the process ends: one that
 * is told to end takes what it was making with it. Ends the process with one sentence where it must not.
 */
export function reserveOutput(
  command: string,
  { act, ...target }: Omit<Target, 'purpose'> & { act: string },
): string {
  return guardTarget(command, { ...target, purpose: 'output' }, (out) => {
    const lock = takeLock(join(workFolder(out), 'lock'), act, new Date())
    if (typeof lock === 'string') {
      process.stderr.write(`没有${act}，上一次的输出保持原样：${lock}\n`)
      process.exit(1)
    }
    const next = join(workFolder(out), 'next')
    process.on('exit', () => {
      rmSync(next, { recursive: true, force: true })
      lock.release()
      leaveWork(out)
    })
    endOnSignals()
    recoverOutput(out)
  })
}

/** Let the process end by itself when it is told to, so that what waits for its end is done. */
function endOnSignals(): void {
  const numbers = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 }
  for (const [signal, number] of Object.entries(numbers))
    process.once(signal, () => {
      process.stderr.write(`收到 ${signal}，停下了。上一次的输出保持原样。\n`)
      process.exit(128 + number)
    })
}
