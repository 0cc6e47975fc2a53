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
  return fixed.filter((file) => !replaceFile(root, file)).map(({ path }) => path)
}

function replaceFile(root: string, { path, before, after }: FixedFile): boolean {
  const target = join(root, path)
  const temporary = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`)
  try {
    const bytes = readFileSync(target)
    if (decodeText(bytes) !== before) return false
    const raw = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
    writeFileSync(temporary, inFormOf(raw, after), { mode: statSync(target).mode, flag: 'wx' })
    renameSync(temporary, target)
    return true
  } catch {
    rmSync(temporary, { force: true })
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
