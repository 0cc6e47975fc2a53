import type { Stats } from 'node:fs'
import { hash } from 'node:crypto'
import { resolve } from 'node:path'
import type { KnownTexts } from '../../src/content/files.ts'
import { Memo } from './memo.ts'
import { cacheFolder } from '../folders.ts'

/** A text: its size, when it was written and changed in milliseconds, its number on the disk, its SHA-256. */
type Known = [bytes: number, modified: number, changed: number, inode: number, sha256: string]

/**
 * A file that changed so shortly before it was read may change once more without looking different,
 * for clocks of disks tick up to two seconds: it is read again next time.
 */
const tick = 3000

/**
 * The texts of a portal as they were last read. A text whose file looks the same is not read again: any
 * write, whatever time it claims, changes at least the time of change, which no program can set.
 */
export class TextStamps implements KnownTexts {
  private readonly last: ReadonlyMap<string, Known>
  private readonly now = new Map<string, Known>()
  private readonly memo: Memo
  private readonly name: string
  private readonly settled = Date.now() - tick

  /** Without a version nothing is known, and nothing kept. */
  constructor(root: string, version: string | undefined, force: boolean) {
    this.memo = new Memo(cacheFolder('texts'), version)
    this.name = hash('sha256', resolve(root)).slice(0, 16)
    this.last = (force ? undefined : this.memo.recall<Map<string, Known>>(this.name)) ?? new Map()
  }

  sha256Of(path: string, { size, mtimeMs, ctimeMs, ino }: Stats): string | undefined {
    const known = this.last.get(path)
    if (known?.[0] !== size || known[1] !== mtimeMs || known[2] !== ctimeMs || known[3] !== ino)
      return undefined
    this.now.set(path, known)
    return known[4]
  }

  note(path: string, { size, mtimeMs, ctimeMs, ino }: Stats, sha256: string): void {
    if (Math.max(mtimeMs, ctimeMs) < this.settled)
      this.now.set(path, [size, mtimeMs, ctimeMs, ino, sha256])
  }

  /** Keep what is known for the next run, when that would not find it anyway. */
  keep(): void {
    const { last, now } = this
    const isSame = now.size === last.size && [...now].every(([path, one]) => last.get(path) === one)
    if (isSame) return
    try {
      this.memo.keep(this.name, now)
    } catch {
      // Where nothing can be written the next run reads everything again, and that is all.
    }
  }
}
