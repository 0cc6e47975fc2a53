import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { fileRecord } from './manifest.ts'
import { releaseName } from './names.ts'

const carried = fileRecord.extend({
  /** Milliseconds since 1970 after which it need not be kept. */
  until: z.number(),
})

/** What is written down of a release, beside its folder; what the first versions did not write is optional. */
const record = z.object({
  /** `20261125T080000Z-1a2b3c4d`: when, and the hash of its files. A name, never an order. */
  id: z.string(),
  /** Place in the order in which releases were made, from 1. */
  sequence: z.number().int().optional(),
  /** Name of its folder among the releases; the id until something had to be taken out of it. */
  folder: z.string().optional(),
  /** ISO time. */
  at: z.string().optional(),
  who: z.string().optional(),
  /** Commit of the portal it was built from, as far as the publisher knew. */
  commit: z.string().optional(),
  note: z.string().optional(),
  /** The release that a roll back leads to: what was served before these files were. */
  before: z.string().optional(),
  /** The earlier release whose files it serves again. */
  restores: z.string().optional(),
  /** Place in the order in which its files were first served: of the first that had them. */
  rank: z.number().int().optional(),
  files: z.array(fileRecord),
  carried: z.array(carried),
})

/** A file of an earlier release that open pages may still ask for. */
export type Carried = z.infer<typeof carried>
export type Release = z.infer<typeof record> & {
  sequence: number
  rank: number
  folder: string
  at: string
}

/** How `current` shows a release: as a link to its folder, or as a folder that is changed file by file. */
export type Mode = 'link' | 'copy'

const state = z.object({
  version: z.literal(2),
  mode: z.enum(['link', 'copy']),
  /** The release that is served; where `current` is a link, the link says so. */
  serving: z.string().optional(),
  /** The release `current` is just being changed to: whoever comes next finishes it. */
  changing: z.string().optional(),
})
type State = z.infer<typeof state>

const stateFile = 'store.json'

/** What is written down among the releases of one folder: a record of each, and the state of all. */
export class Records {
  private readonly known = new Map<string, { look: string; release: z.infer<typeof record> }>()

  constructor(readonly folder: string) {}

  /** Every release, in the order in which they were made. */
  list(): Release[] {
    if (!existsSync(this.folder)) return []
    const found = readdirSync(this.folder)
      .filter((name) => releaseName.test(name) && name.endsWith('.json'))
      .sort()
      .flatMap((name) => this.read(name) ?? [])
    // Releases of the first versions have no place in the order but their names.
    return found
      .map((one, index) => completed(one, one.sequence ?? index - found.length))
      .filter((one) => existsSync(join(this.folder, one.folder)))
      .sort((a, b) => a.sequence - b.sequence)
  }

  write(release: Release): void {
    this.put(`${release.id}.json`, release)
  }

  remove({ id }: Release): void {
    rmSync(join(this.folder, `${id}.json`), { force: true })
  }

  /** What is known of all; undefined in a folder of the first versions, and in a new one. */
  state(): State | undefined {
    const read = state.safeParse(this.json(stateFile))
    return read.success ? read.data : undefined
  }

  /** The release that the first versions noted as served. */
  servedByFirstVersions(): string | undefined {
    const file = join(this.folder, 'serving')
    return existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined
  }

  writeState(next: State): void {
    this.put(stateFile, next)
    rmSync(join(this.folder, 'serving'), { force: true })
  }

  /** Read a file that stands among the releases. */
  json(name: string): unknown {
    try {
      return JSON.parse(readFileSync(join(this.folder, name), 'utf8'))
    } catch {
      return undefined
    }
  }

  /** Write a file among the releases, whole or not at all. */
  put(name: string, value: object): void {
    const file = join(this.folder, name)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(`${file}.next`, `${JSON.stringify(value)}\n`)
    renameSync(`${file}.next`, file)
  }

  /** A record lists every file of a release: it is read again only when it was written again. */
  private read(name: string): z.infer<typeof record> | undefined {
    const { mtimeMs, size, ino } = statSync(join(this.folder, name))
    const look = [mtimeMs, size, ino].join(' ')
    const known = this.known.get(name)
    if (known?.look === look) return known.release
    const read = record.safeParse(this.json(name))
    if (!read.success) return undefined
    this.known.set(name, { look, release: read.data })
    return read.data
  }
}

function completed(one: z.infer<typeof record>, sequence: number): Release {
  const rank = one.rank ?? sequence
  return { ...one, sequence, rank, folder: one.folder ?? one.id, at: one.at ?? timeIn(one.id) }
}

/** `20261125T080000Z-…` as `2026-11-25T08:00:00Z`. */
function timeIn(id: string): string {
  return id.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z.*$/, '$1-$2-$3T$4:$5:$6Z')
}
