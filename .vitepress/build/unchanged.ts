import { createHash } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { todayOf } from '../../src/check/check.ts'
import { hashOf } from '../../src/content/digest.ts'
import type { PortalFiles } from '../../src/content/files.ts'
import { filesBelow } from '../../src/release/manifest.ts'
import { lookAt } from './look.ts'
import type { Look } from './look.ts'
import { readSealed, writeSealed } from './sealed.ts'
import type { Build } from './step.ts'

/** A finished output: what it was made from, what the editor was told, and how its files looked. */
interface Finished {
  inputs: string
  said: string
  looks: Look[]
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
  const { site, entries, seeds, captions, storyboards = [] } = files
  const texts = [...(site ? [site] : []), ...entries, ...seeds, ...captions, ...storyboards]
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
    add(lookAt(absolute, path))
    digest.update(head)
  }
  const handbook = readdirSync('docs/handbook', { recursive: true, encoding: 'utf8' }).sort()
  for (const path of handbook) add(lookAt(join('docs/handbook', path), path))
  return digest.digest('hex')
}

/** The outputs of one folder, remembered between builds. */
export class LastOutput {
  private readonly file: string

  constructor(
    cache: string,
    private readonly program: string,
    private readonly out: string,
  ) {
    this.file = join(cache, 'finished')
  }

  /** The output that stands there, when it was made from these inputs and nobody touched it since. */
  madeFrom(inputs: string): { files: number; said: string } | undefined {
    // The seal holds the version, so what is read was written by this very class.
    const last = readSealed(this.file, this.program) as Finished | undefined
    if (last?.inputs !== inputs) return undefined
    try {
      const looks = looksOf(this.out)
      if (JSON.stringify(looks) !== JSON.stringify(last.looks)) return undefined
      return { files: looks.length, said: last.said }
    } catch {
      return undefined
    }
  }

  note(inputs: string, said: string): void {
    const finished: Finished = { inputs, said, looks: looksOf(this.out) }
    writeSealed(this.file, this.program, finished)
  }
}

function looksOf(folder: string): Look[] {
  return filesBelow(folder).map((path) => lookAt(join(folder, path), path))
}
