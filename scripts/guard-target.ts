import { homedir } from 'node:os'
import { resolve } from 'node:path'
import { recoverOutput } from '../.vitepress/build/swap.ts'
import { targetFault, targetPath } from '../src/target/guard.ts'
import type { Target } from '../src/target/guard.ts'
import { refuse } from './command.ts'

/**
 * Where a command may write, as an absolute path: every command that replaces, removes or adds files asks
 * here first. Ends the process with one sentence and 2 where it must not.
 */
export function guardTarget(command: string, target: Target): string {
  const around = {
    portal: process.env.PORTAL_ROOT ?? '.',
    program: '.',
    current: process.cwd(),
    home: homedir(),
  }
  const settle = target.purpose === 'output' ? recoverOutput : undefined
  const fault = targetFault(target, around, settle)
  if (fault) refuse(command, fault)
  return targetPath(resolve(target.path))
}
