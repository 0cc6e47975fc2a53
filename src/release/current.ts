import { existsSync, lstatSync, readlinkSync } from 'node:fs'
import { copyFile, mkdir, readdir, rename, rm, rmdir } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { z } from 'zod'
import { standingOf } from './digest.ts'
import { fill } from './fill.ts'
import { filesBelow } from './manifest.ts'
import type { FileRecord } from './manifest.ts'
import { pointTo, uploadOrder } from './place.ts'
import type { Mode, Records, Release } from './records.ts'

/** The paths that releases put into a folder that is changed file by file. */
const placedFile = 'placed.json'
const paths = z.array(z.string())

/** What stands at `current`; of a link, the folder among the releases it leads to. */
type Standing =
  { kind: 'nothing' | 'folder' | 'file' } | { kind: 'link'; to: string; folder: string | undefined }

/** What the host serves: a link to the folder of a release, or a folder made like it. */
export class Current {
  constructor(
    readonly path: string,
    private readonly records: Records,
  ) {}

  standing(): Standing {
    const found = lstatSync(this.path, { throwIfNoEntry: false })
    if (!found) return { kind: 'nothing' }
    if (!found.isSymbolicLink()) return { kind: found.isDirectory() ? 'folder' : 'file' }
    const to = resolve(dirname(this.path), readlinkSync(this.path))
    const isOurs = dirname(to) === resolve(this.records.folder)
    return { kind: 'link', to, folder: isOurs ? basename(to) : undefined }
  }

  /** How it shows releases; undefined before the first. */
  mode(): Mode | undefined {
    const standing = this.standing()
    if (standing.kind === 'link') return 'link'
    return this.records.state()?.mode ?? (standing.kind === 'folder' ? 'copy' : undefined)
  }

  /** The release it shows. */
  serving(): Release | undefined {
    const standing = this.standing()
    const releases = this.records.list()
    const noted = this.records.state()?.serving ?? this.records.servedByFirstVersions()
    const linked =
      standing.kind === 'link' && releases.find((one) => one.folder === standing.folder)
    return linked || releases.find(({ id }) => id === noted)
  }

  /** Why nothing may be put there, in Chinese: what stands there is somebody else's. */
  fault(mode?: Mode): string | undefined {
    const standing = this.standing()
    const state = this.records.state()
    const { path } = this
    if (standing.kind === 'file') return `${path} 是一个文件，不是发布放的：先把它移走。`
    if (standing.kind === 'link' && !standing.folder)
      return `${path} 通向 ${standing.to}，不是这里的发布：先把这个链接移走。`
    const isForeign = state ? state.mode === 'link' && !state.changing : !this.serving()
    if (standing.kind === 'folder' && isForeign)
      return `${path} 是一个文件夹，不是发布放的链接：先把它移走。`
    const strangers = mode === 'link' ? this.strangers() : []
    return strangers.length === 0
      ? undefined
      : `${path} 里有不是发布放的 ${strangers.slice(0, 3).join('、')}，换成链接就不再提供：先把它们移走。`
  }

  /**
   * Show a release, which stands whole in its folder. Where this is broken off, the state names the release,
   * and showing it again finishes. Returns files of a folder that no release put there: they stay.
   */
  async show(release: Release, mode: Mode): Promise<string[]> {
    const before = this.serving()
    this.records.writeState({ version: 2, mode, serving: before?.id, changing: release.id })
    const left = mode === 'link' ? await this.link(release) : await this.copy(release)
    this.records.writeState({ version: 2, mode, serving: release.id })
    return left
  }

  /** Files in a folder that is changed file by file which no release put there. */
  strangers(): string[] {
    if (this.standing().kind !== 'folder') return []
    const placed = new Set(this.placed())
    return filesBelow(this.path).filter((path) => !placed.has(path.replace(/\.next$/, '')))
  }

  /** What releases put into a folder that is changed file by file. */
  private placed(): string[] {
    const noted = paths.safeParse(this.records.json(placedFile))
    if (noted.success) return noted.data
    const serving = this.serving()
    return serving ? pathsOf(serving) : []
  }

  private async link(release: Release): Promise<string[]> {
    const aside = join(this.records.folder, '.was')
    if (this.standing().kind === 'folder') {
      await rm(aside, { recursive: true, force: true })
      await rename(this.path, aside)
    }
    await pointTo(this.path, join(basename(this.records.folder), release.folder))
    await rm(aside, { recursive: true, force: true })
    return []
  }

  private async copy(release: Release): Promise<string[]> {
    // Noted before the first file is touched: what is not wanted any more goes, however often this is begun.
    const before = this.standing().kind === 'folder' ? this.placed() : []
    this.records.put(placedFile, [...new Set([...before, ...pathsOf(release)])])
    const left = await this.changeTo(release)
    this.records.put(placedFile, pathsOf(release))
    return left
  }

  private async changeTo(release: Release): Promise<string[]> {
    if (this.standing().kind === 'folder') return this.changeFiles(release)
    const next = join(this.records.folder, '.current')
    const files = [...release.files, ...release.carried]
    await rm(next, { recursive: true, force: true })
    const folder = join(this.records.folder, release.folder)
    // A host may write to what it serves; a copy has no other names.
    const missing = await fill(next, files, { sources: () => [{ folder, isOurs: false }] })
    if (missing.length > 0) throw new Error(`${release.id} 少了 ${missing[0]?.path}`)
    await rm(this.path, { force: true })
    await rename(next, this.path)
    return []
  }

  /** Remove files where a folder is going to be, and those in a folder where a file is. */
  private async clearWay(wanted: readonly string[], strangers: ReadonlySet<string>): Promise<void> {
    const [files, folders] = [new Set(wanted), new Set(wanted.flatMap(foldersOf))]
    for (const path of filesBelow(this.path)) {
      if (!folders.has(path) && !foldersOf(path).some((above) => files.has(above))) continue
      if (strangers.has(path))
        throw new Error(`${join(this.path, path)} 不是发布放的，却挡着要放的文件：先把它移走。`)
      await rm(join(this.path, path))
    }
    await removeEmpty(this.path)
  }

  private async changeFiles(release: Release): Promise<string[]> {
    const from = join(this.records.folder, release.folder)
    const files = [...release.files, ...release.carried]
    const strangers = this.strangers()
    await this.clearWay(pathsOf(release), new Set(strangers))
    for (const file of uploadOrder(files)) await putFile(from, this.path, file)
    const kept = new Set([...pathsOf(release), ...strangers])
    for (const path of filesBelow(this.path)) if (!kept.has(path)) await rm(join(this.path, path))
    await removeEmpty(this.path)
    return strangers
  }
}

/** `x/y` and `x` of `x/y/z.html`. */
function foldersOf(path: string): string[] {
  const above = dirname(path)
  return above === '.' ? [] : [above, ...foldersOf(above)]
}

function pathsOf({ files, carried }: Release): string[] {
  return [...files, ...carried].map(({ path }) => path)
}

/** Put a file in its place in one step, unless it is there. */
async function putFile(from: string, to: string, file: FileRecord): Promise<void> {
  if ((await standingOf(to, file)) === 'sound') return
  const place = join(to, file.path)
  const next = `${place}.next`
  await mkdir(dirname(place), { recursive: true })
  await copyFile(join(from, file.path), next)
  await rename(next, place)
}

/** Remove the folders below a folder that hold nothing, and on demand the folder itself. */
async function removeEmpty(folder: string, itself = false): Promise<void> {
  if (!existsSync(folder)) return
  for (const entry of await readdir(folder, { withFileTypes: true }))
    if (entry.isDirectory()) await removeEmpty(join(folder, entry.name), true)
  if (itself && (await readdir(folder)).length === 0) await rmdir(folder)
}
