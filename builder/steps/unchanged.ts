import { createHash } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { todayOf } from '../../src/check/check.ts'
import { hashOf } from '../../src/content/digest.ts'
import type { PortalFiles } from '../../src/content/files.ts'
import { programFile } from '../folders.ts'
import { stampOf } from '../memo/file-stamp.ts'
import type { Memo } from '../memo/memo.ts'
import { Standing } from '../memo/standing.ts'
import type { Left } from '../memo/standing.ts'
import type { Build } from './step.ts'

/** A finished output: what it was made from, what the editor was told, and its files. */
interface Finished {
  inputs: string
  said: string
  files: Left[]
}

/**
 * A name for everything an output is made from, as it was read: the content, the settings, the
 * handbook, the options, the day. The program itself is in the seal.
 */
export function inputsOf(
  files: PortalFiles,
  { options, base, url }: Pick<Build, 'options'> & { base?: string; url?: string },
): string {
  const { CI, FORCE_COLOR, GITHUB_ACTIONS, NODE_ENV, NO_COLOR, SOURCE_DATE_EPOCH } = process.env
  const today = todayOf(new Date(), SOURCE_DATE_EPOCH)
  const screen = [process.stdout.isTTY, CI, FORCE_COLOR, GITHUB_ACTIONS, NO_COLOR]
  const { site, entries, seeds, captions, storyboards = [], collected = [] } = files
  const own = [...(site ? [site] : []), ...entries, ...seeds, ...captions, ...storyboards]
  const texts = [...own, ...collected]
  const digest = createHash('sha256')
  const add = (value: unknown) => digest.update(JSON.stringify(value)).update('\n')
  add([
    { ...options, force: false },
    base,
    url,
    today,
    NODE_ENV,
    screen,
    resolve(files.root),
    files.issues,
  ])
  for (const text of texts) add([text.path, hashOf(text)])
  // Videos are long: what is not read of one is told by when it last changed on the disk.
  for (const { path, absolute, head } of files.media) {
    add(stampOf(absolute, path))
    digest.update(head)
  }
  const handbook = programFile('docs/handbook')
  for (const path of readdirSync(handbook, { recursive: true, encoding: 'utf8' }).sort())
    add(stampOf(join(handbook, path), path))
  return digest.digest('hex')
}

/** The output of one folder, remembered between builds. */
export class LastOutput {
  /** What stands there and can be counted on. */
  readonly standing: Standing
  private readonly finished: Finished | undefined

  /** Without `isWanted` nothing that stands there counts. */
  constructor(
    private readonly memo: Memo,
    { out, isWanted }: { out: string; isWanted: boolean },
  ) {
    this.finished = isWanted ? memo.recall<Finished>('finished') : undefined
    this.standing = new Standing(out, this.finished?.files ?? [])
  }

  /** What was said when the output that stands there was made, if it was from these inputs. */
  madeFrom(inputs: string): { files: number; said: string } | undefined {
    const { finished, standing } = this
    if (finished?.inputs !== inputs || !standing.isWhole) return undefined
    return { files: finished.files.length, said: finished.said }
  }

  note(inputs: string, said: string, files: Left[]): void {
    this.memo.keep('finished', { inputs, said, files } satisfies Finished)
  }
}
