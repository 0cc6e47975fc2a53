import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { carry } from './carry.ts'
import type { Carried } from './carry.ts'
import { compare } from './compare.ts'
import type { Difference } from './compare.ts'
import { manifestFile, readManifest, recordOf } from './manifest.ts'
import type { FileRecord } from './manifest.ts'
import { copyFile, copyOver, placeFile, pointTo } from './place.ts'
import { verify } from './verify.ts'
import type { Fault } from './verify.ts'

/** What is written down of a release, beside its folder. */
export interface Release {
  /** `20261125T080000Z-1a2b3c4d`: when, and the hash of its manifest. */
  id: string
  files: FileRecord[]
  carried: Carried[]
}

export interface ReleaseOptions {
  /** Releases kept, the current one among them. */
  keep: number
  /** Days for which files of earlier releases stay that open pages may still ask for. */
  keepDays: number
  /** Update a real folder file by file, where the host cannot follow a link. */
  copy: boolean
  /** Milliseconds since 1970. */
  now: number
}

/**
 * Releases below one folder: `releases/<id>/` each as it is served, and `current`, which the host serves.
 * Nothing that is served is ever written to; a step that is interrupted leaves `current` as it was.
 */
export class Releases {
  private readonly store: string
  readonly current: string

  constructor(root: string) {
    this.store = join(root, 'releases')
    this.current = join(root, 'current')
  }

  /** Every release, oldest first. */
  list(): Release[] {
    if (!existsSync(this.store)) return []
    return readdirSync(this.store)
      .filter((name) => name.endsWith('.json') && existsSync(join(this.store, name.slice(0, -5))))
      .sort()
      .map((name) => this.read(name.slice(0, -5)))
  }

  /** The release that is served. */
  serving(): Release | undefined {
    const file = join(this.store, 'serving')
    const id = existsSync(file) ? readFileSync(file, 'utf8').trim() : ''
    return existsSync(join(this.store, `${id}.json`)) ? this.read(id) : undefined
  }

  /** Take an output in, verify what was written, and serve it. Faults mean that nothing changed. */
  publish(
    output: string,
    options: ReleaseOptions,
  ): { release: Release; difference: Difference } | Fault[] {
    const listed = readManifest(join(output, manifestFile)).files
    const files = [...listed, recordOf(output, manifestFile)]
    const broken = verify(output, files)
    if (broken.length > 0) return broken
    const before = this.serving()
    const release = {
      id: nameOf(files, options.now),
      files,
      carried: carry(before, files, options),
    }
    mkdirSync(this.store, { recursive: true })
    const folder = join(this.store, release.id)
    const next = join(this.store, '.next')
    rmSync(next, { recursive: true, force: true })
    this.fill(next, output, release, before)
    const faults = verify(next, [...release.files, ...release.carried])
    if (faults.length > 0) return faults
    rmSync(folder, { recursive: true, force: true })
    renameSync(next, folder)
    this.write(release)
    this.serve(release, options)
    this.prune(release, options.keep)
    return { release, difference: compare(before?.files ?? [], files) }
  }

  /** Serve an earlier release again; files that pages of the present one may ask for go with it. */
  rollBack(id: string | undefined, options: ReleaseOptions): Release | Fault[] | undefined {
    const all = this.list()
    const serving = this.serving()
    const index = all.findIndex((one) => one.id === serving?.id)
    const target = id === undefined ? all[index - 1] : all.find((one) => one.id === id)
    if (!target || !serving) return undefined
    const faults = verify(join(this.store, target.id), target.files)
    if (faults.length > 0) return faults
    const carried = carry(serving, target.files, options)
    for (const { path } of carried)
      placeFile(join(this.store, serving.id, path), join(this.store, target.id, path))
    const release = { ...target, carried }
    this.write(release)
    this.serve(release, options)
    return release
  }

  /** Stop serving files of earlier releases at once; returns those that were there to be stopped. */
  forget(paths: readonly string[], { copy }: ReleaseOptions): string[] {
    const serving = this.serving()
    const gone = serving?.carried.map(({ path }) => path).filter((path) => paths.includes(path))
    if (!serving || !gone) return []
    this.write({ ...serving, carried: serving.carried.filter(({ path }) => !gone.includes(path)) })
    for (const path of gone) {
      rmSync(join(this.store, serving.id, path))
      if (copy) rmSync(join(this.current, path), { force: true })
    }
    return gone
  }

  /** What is not as it was released. */
  verify(): Fault[] {
    const release = this.serving()
    return release ? verify(this.current, [...release.files, ...release.carried]) : []
  }

  /** Files that did not change stay the same file with the same date, so that browsers need not fetch them again. */
  private fill(next: string, output: string, release: Release, before: Release | undefined): void {
    const known = new Map(before?.files.map(({ path, sha256 }) => [path, sha256]))
    const old = before && join(this.store, before.id)
    for (const { path, sha256 } of release.files) {
      const kept = old && known.get(path) === sha256 && existsSync(join(old, path))
      // The output is not linked: the next build may write to it.
      if (kept) placeFile(join(old, path), join(next, path))
      else copyFile(join(output, path), join(next, path))
    }
    for (const { path } of release.carried) if (old) placeFile(join(old, path), join(next, path))
  }

  private serve(release: Release, { copy }: ReleaseOptions): void {
    const folder = join(this.store, release.id)
    if (copy) copyOver(folder, this.current, [...release.files, ...release.carried])
    else pointTo(this.current, join('releases', release.id))
    writeFileSync(join(this.store, 'serving.next'), `${release.id}\n`)
    renameSync(join(this.store, 'serving.next'), join(this.store, 'serving'))
  }

  private prune(serving: Release, keep: number): void {
    const old = this.list().filter(({ id }) => id !== serving.id)
    for (const { id } of old.slice(0, Math.max(0, old.length - keep + 1))) {
      rmSync(join(this.store, `${id}.json`))
      rmSync(join(this.store, id), { recursive: true, force: true })
    }
  }

  private read(id: string): Release {
    // `write` below wrote it.
    return JSON.parse(readFileSync(join(this.store, `${id}.json`), 'utf8')) as Release
  }

  private write(release: Release): void {
    const file = join(this.store, `${release.id}.json`)
    writeFileSync(`${file}.next`, JSON.stringify(release))
    renameSync(`${file}.next`, file)
  }
}

function nameOf(files: readonly FileRecord[], now: number): string {
  const time = new Date(now).toISOString().replace(/[-:]|\.\d+/g, '')
  const hash = createHash('sha256').update(JSON.stringify(files)).digest('hex')
  return `${time}-${hash.slice(0, 8)}`
}
