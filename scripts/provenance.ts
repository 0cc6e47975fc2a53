import { execFileSync } from 'node:child_process'
import { hostname, userInfo } from 'node:os'
import { portalRoot } from '../builder/folders.ts'

/** Who runs a command: an account and a machine. */
export function whoIsHere(): string {
  try {
    return `${userInfo().username}@${hostname()}`
  } catch {
    // A container may run under a number without a name.
    return hostname()
  }
}

/** The commit of the portal, as its repository knows it; a mark says that files differ from it. */
export function commitHere(): string | undefined {
  const git = (...args: string[]) =>
    execFileSync('git', ['-C', portalRoot(), ...args], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim()
  try {
    const commit = git('rev-parse', 'HEAD')
    return git('status', '--porcelain', '--untracked-files=no') ? `${commit}+` : commit
  } catch {
    return process.env.GITHUB_SHA ?? process.env.CI_COMMIT_SHA
  }
}
