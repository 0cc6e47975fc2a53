import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { formatPatch, structuredPatch } from 'diff'
import { decodeText } from '../content/files.ts'
import { inFormOf } from './edits.ts'
import type { FixedFile } from './fix.ts'

/**
 * Write fixed files, each in one step: a reader sees the old file or the new one. Returns the files
 * that were not written, because they changed while they were checked or could not be written.
 */
export function writeFixed(root: string, fixed: readonly FixedFile[]): string[] {
  return fixed
    .filter((file) => {
      const staged = stage(root, file)
      return !staged || !attempt(staged.commit, staged.drop)
    })
    .map(({ path }) => path)
}

/**
 * Write fixed files all together: when one of them cannot be written, none is. Returns that one.
 */
export function writeTogether(root: string, fixed: readonly FixedFile[]): string | undefined {
  const staged: Staged[] = []
  const dropAll = () => staged.forEach(({ drop }) => drop())
  for (const file of fixed) {
    const one = stage(root, file)
    if (!one) return (dropAll(), file.path)
    staged.push(one)
  }
  for (const [index, { path, commit }] of staged.entries())
    if (!attempt(commit)) {
      for (const { undo } of staged.slice(0, index)) undo()
      return (dropAll(), path)
    }
  return undefined
}

/** A file's new text beside it, and what puts it into its place, takes it out again, or away. */
interface Staged {
  path: string
  commit: () => void
  undo: () => void
  drop: () => void
}

/** Undefined when the file is no longer as it was read, or nothing can be written beside it. */
function stage(root: string, { path, before, after }: FixedFile): Staged | undefined {
  const target = join(root, path)
  const temporary = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`)
  const drop = () => rmSync(temporary, { force: true })
  let staged: Staged | undefined
  attempt(() => {
    const bytes = readFileSync(target)
    if (decodeText(bytes) !== before) return
    const raw = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
    const { mode } = statSync(target)
    writeFileSync(temporary, inFormOf(raw, after), { mode, flag: 'wx' })
    const commit = () => renameSync(temporary, target)
    const undo = () => {
      writeFileSync(temporary, bytes, { mode })
      commit()
    }
    staged = { path, commit, undo, drop }
  }, drop)
  return staged
}

function attempt(act: () => void, otherwise?: () => void): boolean {
  try {
    act()
    return true
  } catch {
    otherwise?.()
    return false
  }
}

/** What fixing changes, as a unified diff that `git apply` reads. */
export function diffOf(fixed: readonly FixedFile[]): string {
  return fixed
    .map(({ path, before, after }) => structuredPatch(`a/${path}`, `b/${path}`, before, after))
    .map((patch) => formatPatch(patch).replace(/^=+\n/, ''))
    .join('')
}
