import { rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { readTombstones, withdrawnFile } from '../publish/withdrawn.ts'
import type { Tombstone } from '../publish/withdrawn.ts'
import { compare } from './compare.ts'
import type { Difference } from './compare.ts'
import { Current } from './current.ts'
import { recordedIn } from './fill.ts'
import { withoutHealth } from './health.ts'
import { described, makeRelease, remakeRelease } from './making.ts'
import type { Material, Publication } from './making.ts'
import { manifestFile, readManifest, recordOf } from './manifest.ts'
import type { FileRecord } from './manifest.ts'
import { removeOrphans } from './orphans.ts'
import { Records } from './records.ts'
import type { Carried, Mode, Release } from './records.ts'
import { outdated, predecessor } from './retention.ts'
import type { Retention } from './retention.ts'
import { freeSpace, spaceFault, spaceFor } from './space.ts'
import type { Space } from './space.ts'
import { extras, verify } from './verify.ts'
import type { Fault } from './verify.ts'
import { textOf } from './withdrawal/content.ts'
import { notePending, pendingOf, tombstonesOf } from './withdrawal/tombstones.ts'
import { withdrawFromAll } from './withdrawal/withdraw.ts'
import type { Purged } from './withdrawal/withdraw.ts'

export interface ReleaseOptions extends Publication {
  /** Releases kept, the current one among them. */
  keep: number
  /** How `current` shows releases from now on; as before where it is not said, at first by a link. */
  mode?: Mode | undefined
}

/** Why nothing was done, in Chinese, with the files that are to blame. */
export interface Refusal {
  fault: string
  files?: Fault[]
}

export interface Released {
  release: Release
  difference: Difference
  /** Files of earlier releases that were lost, and that open pages will not get. */
  lost: FileRecord[]
  /** Files in `current` that no release put there. */
  strangers: string[]
  /** Pages that were withdrawn with it, and what caches may still hold of them. */
  withdrawn: string[]
  purged: Purged
}

/** What publishing would do. */
export interface Plan {
  difference: Difference
  carried: Carried[]
  needed: Space
  free: Space
  outdated: Release[]
}

/**
 * Releases below one folder: `releases/<id>/` each as it is served, and `current`, which the host serves.
 * A release is whole in its folder before it is written down, and written down before it is shown; nothing
 * that is served is ever written to. `signal` ends what has not been written down yet.
 *
 * Whoever changes something holds the lock of the folder, and has let `recover` finish what another began.
 */
export class Releases {
  readonly records: Records
  readonly current: Current

  constructor(
    root: string,
    private readonly signal?: AbortSignal,
  ) {
    this.records = new Records(join(root, 'releases'))
    this.current = new Current(join(root, 'current'), this.records)
  }

  /** Every release, in the order in which they were made. */
  list(): Release[] {
    return this.records.list()
  }

  /** The release that is served. */
  serving(): Release | undefined {
    return this.current.serving()
  }

  /** Finish what a command began that was killed, and remove what it left. */
  async recover(): Promise<void> {
    const { changing, mode } = this.records.state() ?? {}
    const target = this.list().find(({ id }) => id === changing)
    if (target && mode) await this.current.show(target, mode)
    const pending = pendingOf(this.records)
    if (pending) await this.takeOut(pending, undefined)
    await removeOrphans(this.records, this.current)
  }

  /** What publishing an output would do, without doing it. */
  async plan(output: string, options: ReleaseOptions): Promise<Plan> {
    const files = filesOf(output)
    const before = this.serving()
    const { difference, needed } = this.neededFor(files, before, options)
    const release = described(this.records, { files, before }, options)
    const free = freeSpace(this.records.folder)
    const gone = outdated([...this.list(), release], release, options)
    return { difference, needed, free, carried: release.carried, outdated: gone }
  }

  /** Take an output in, verify what was written, and serve it. */
  async publish(output: string, options: ReleaseOptions): Promise<Released | Refusal> {
    const fault = this.current.fault(options.mode)
    if (fault) return { fault }
    const files = filesOf(output)
    const again = returning(output, files, tombstonesOf(this.records))
    if (again) return { fault: again }
    const before = this.serving()
    const { needed } = this.neededFor(files, before, options)
    const noRoom = spaceFault(this.records.folder, needed, freeSpace(this.records.folder))
    if (noRoom) return { fault: noRoom }
    const earlier = recordedIn(before ? [before] : [], this.records.folder)
    const out = { folder: output, isOurs: false }
    const sources = (file: FileRecord) => [...earlier(file), out]
    const released = await this.make({ files, sources, before }, options)
    if (!('missing' in released)) return this.withMarked(output, released, options)
    return {
      fault: '没有发布，正在提供的没有动：输出和它的清单不一样，重新运行 npm run build。',
      files: await verify(output, released.missing),
    }
  }

  /**
   * Serve the files of an earlier release again, as a new one: of the given id, or the one served before.
   * Damaged files are taken from other releases, or from an output, where those have them.
   */
  async rollBack(
    id: string | undefined,
    options: ReleaseOptions,
    output?: string,
  ): Promise<Released | Refusal> {
    const releases = this.list()
    const before = this.serving()
    const target = id
      ? releases.find((one) => one.id === id)
      : before && predecessor(before, releases)
    const fault = this.current.fault(options.mode)
    if (fault) return { fault }
    if (!target || !before) return { fault: '没有可以退回的发布。用 --list 看留着哪些。' }
    const kept = recordedIn([target, ...releases], this.records.folder)
    const more = output === undefined ? [] : [{ folder: output, isOurs: false }]
    const sources = (file: FileRecord) => [...kept(file), ...more]
    const restores = { release: target, before: predecessor(target, releases) }
    const material = { files: withoutHealth(target.files), sources, before, restores }
    const { commit } = target
    const released = await this.make(material, { ...options, commit })
    if (!('missing' in released)) return released
    return {
      fault: `没有退回 ${target.id}：它的文件已经不完整，别的发布里也没有。`,
      files: await verify(join(this.records.folder, target.folder), released.missing),
    }
  }

  /**
   * Take an entry out of every kept release, now and for good; returns the paths that caches may still
   * hold. What is served otherwise stays, with the files that open pages ask for.
   */
  async withdraw(page: string, options: ReleaseOptions): Promise<Purged | Refusal> {
    const fault = this.current.fault(options.mode)
    if (fault) return { fault }
    const isKnown = this.list().some(({ files }) => files.some(({ path }) => path === page))
    if (!isKnown && !tombstonesOf(this.records).some(({ path }) => path === page))
      return { fault: `留着的发布里没有 ${page} 这一页：写条目的路径，例如 cases/hangzhou。` }
    return this.takeOut({ path: page, at: new Date(options.now).toISOString() }, options.mode)
  }

  private async takeOut(tombstone: Tombstone, mode: Mode | undefined): Promise<Purged> {
    notePending(this.records, tombstone)
    const purged = await withdrawFromAll(this.records, tombstone, {
      serving: this.serving(),
      show: (release) => this.show(release, mode),
    })
    notePending(this.records, undefined)
    await removeOrphans(this.records, this.current)
    return purged
  }

  /** Stop serving files of earlier releases at once; returns those that were there to be stopped. */
  async forget(paths: readonly string[], { mode }: ReleaseOptions): Promise<string[]> {
    const serving = this.serving()
    const gone = serving?.carried.map(({ path }) => path).filter((path) => paths.includes(path))
    if (!serving || !gone || gone.length === 0) return []
    const carried = serving.carried.filter(({ path }) => !gone.includes(path))
    await this.show(await remakeRelease(this.records, { ...serving, carried }), mode)
    await removeOrphans(this.records, this.current)
    return gone
  }

  /** What is not as it was released, and what is there besides. */
  async verify(): Promise<Fault[]> {
    const release = this.serving()
    if (!release) return []
    const files = [...release.files, ...release.carried]
    const { path } = this.current
    return [...(await verify(path, files)), ...extras(path, files)]
  }

  /** Whether a command was killed that was changing `current`. */
  isUnfinished(): boolean {
    return this.records.state()?.changing !== undefined
  }

  /** Let go of releases that need not be kept, never of what is shown; returns them. */
  async prune(retention: Retention): Promise<Release[]> {
    const standing = this.current.standing()
    const shown = standing.kind === 'link' ? standing.folder : undefined
    const gone = outdated(this.list(), this.serving(), retention)
    const removed = gone.filter(({ folder }) => folder !== shown)
    for (const release of removed) {
      this.records.remove(release)
      await rm(join(this.records.folder, release.folder), { recursive: true, force: true })
    }
    return removed
  }

  /** Entries that editors marked as withdrawn since go from the releases before as well. */
  private async withMarked(
    output: string,
    released: Released,
    { mode }: ReleaseOptions,
  ): Promise<Released> {
    const known = new Set(tombstonesOf(this.records).map(({ path }) => path))
    const marked = tombstonesIn(output).filter(({ path }) => !known.has(path))
    const purged: string[] = []
    for (const tombstone of marked) purged.push(...(await this.takeOut(tombstone, mode)))
    const release = this.serving() ?? released.release
    return { ...released, release, withdrawn: marked.map(({ path }) => path), purged }
  }

  /** Make a release of files that some source holds, and show it. */
  private async make(
    material: Material,
    options: ReleaseOptions,
  ): Promise<Released | { missing: FileRecord[] }> {
    const made = await makeRelease(this.records, material, { ...options, signal: this.signal })
    if ('missing' in made) return made
    const strangers = await this.show(made.release, options.mode)
    // Whoever rolls back may want to go further back.
    if (!material.restores) await this.prune({ keep: options.keep })
    const difference = compare(withoutHealth(material.before?.files ?? []), material.files)
    return { ...made, difference, strangers, withdrawn: [], purged: [] }
  }

  private show(release: Release, mode: Mode | undefined): Promise<string[]> {
    return this.current.show(release, mode ?? this.current.mode() ?? 'link')
  }

  /** New files are written; all others only get a name, in folders of their own. */
  private neededFor(
    files: readonly FileRecord[],
    before: Release | undefined,
    { mode = this.current.mode() }: ReleaseOptions,
  ): { difference: Difference; needed: Space } {
    const difference = compare(withoutHealth(before?.files ?? []), files)
    const fresh = [...difference.added, ...difference.changed]
    const isFirst = this.current.standing().kind !== 'folder'
    const copied = mode !== 'copy' ? [] : isFirst ? files : fresh
    const folders = [...new Set(files.map(({ path }) => dirname(path)))]
    const named = folders.map((path) => ({ path, bytes: 0 }))
    return { difference, needed: spaceFor([...fresh, ...copied, ...named]) }
  }
}

/** Why an output must not be published that shows again what was withdrawn. */
function returning(
  output: string,
  files: readonly FileRecord[],
  tombstones: readonly Tombstone[],
): string | undefined {
  const pages = new Set(files.map(({ path }) => path))
  const said = new Set(tombstonesIn(output).map(({ path }) => path))
  const again = tombstones.find(({ path }) => pages.has(path) && !said.has(path))
  return (
    again &&
    `没有发布：输出里又有已经撤下的 ${again.path}。先从内容里撤下，构建，再发布；确实要重新提供它的，先用 --restore ${again.path}。`
  )
}

function tombstonesIn(output: string): Tombstone[] {
  return readTombstones(textOf(output, withdrawnFile) ?? '')
}

/** What an output has: what its manifest lists, and the manifest. */
function filesOf(output: string): FileRecord[] {
  const listed = readManifest(join(output, manifestFile)).files
  return withoutHealth([...listed, recordOf(output, manifestFile)])
}
