import { spawnSync } from 'node:child_process'
import type { InvocationFault } from './options.ts'

/** A file that differs from the base; `before` holds its bytes there, and is absent when it is new. */
export interface Change {
  path: string
  before?: Buffer
}

const largest = 1024 * 1024 * 1024

/**
 * Files below a folder that differ from a commit: changed, added, deleted, and not yet tracked.
 * Paths are relative to the folder.
 */
export function changesSince(root: string, base: string): Change[] | InvocationFault {
  const commit = git(root, [
    'rev-parse',
    '--verify',
    '--quiet',
    '--end-of-options',
    `${base}^{commit}`,
  ])
  if (commit === undefined)
    return { fault: `--changed 要在 git 仓库里用，而且“${base}”要是一个提交或分支。` }
  const sha = commit.toString().trim()
  const diff = [
    'diff',
    '--name-only',
    '-z',
    '--no-renames',
    '--no-ext-diff',
    '--relative',
    sha,
    '--',
    '.',
  ]
  const untracked = ['ls-files', '--others', '--exclude-standard', '-z', '--', '.']
  const names = [diff, untracked].flatMap((args) => git(root, args)?.toString().split('\0') ?? [])
  const paths = [...new Set(names)].filter((path) =>
    /^(content\/|seeds\/|films\/|collected\/|site\.yaml$)/.test(path),
  )
  return withBefore(root, sha, paths.sort())
}

/** One process gives all blobs: `<id> blob <size>`, the bytes, a line feed; or `<name> missing`. */
function withBefore(root: string, sha: string, paths: readonly string[]): Change[] {
  // A name with a line break cannot be asked for; its file is refused by name anyway.
  const asked = paths.map((path) => `${sha}:./${path.replaceAll('\n', '')}\n`).join('')
  const output = git(root, ['cat-file', '--batch'], asked) ?? Buffer.alloc(0)
  let at = 0
  return paths.map((path) => {
    const end = output.indexOf('\n', at)
    const size = / blob (\d+)$/.exec(output.toString('utf8', at, end))?.[1]
    at = end + 1
    if (size === undefined) return { path }
    const before = output.subarray(at, at + Number(size))
    at += before.length + 1
    return { path, before }
  })
}

function git(root: string, args: readonly string[], input = ''): Buffer | undefined {
  const { status, stdout } = spawnSync('git', args, { cwd: root, input, maxBuffer: largest })
  return status === 0 ? stdout : undefined
}
