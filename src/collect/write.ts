import { hash } from 'node:crypto'
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { addressFrom, textFile } from '../model/collected.ts'
import type { PortalRecord } from '../model/collected.ts'
import { openSchema } from '../model/open-data.ts'
import { workFolder } from '../target/work-folder.ts'
import type { Export } from './read-export.ts'

/** The files of one portal's folder by their path in it, the same for the same export and day. */
export function filesFor(
  { id, address, today }: { id: string; address: string | undefined; today: string },
  { title, url, base, licence, cases, facts, sources, withdrawn, texts, fetched }: Export,
): { files: Map<string, string>; record: PortalRecord } {
  const about = { title, licence }
  const files = new Map<string, unknown>([
    ['cases.json', { version: 1, title, url, base, licence, cases }],
    ['facts.json', { ...about, facts }],
    ['sources.json', { ...about, sources }],
    ['withdrawn.json', { version: 1, withdrawn }],
  ])
  for (const one of cases) {
    const text = texts.get(one.path)
    if (text) files.set(textFile(one), text)
  }
  const written = new Map(Array.from(files, ([path, value]) => [path, json(value)]))
  const record: PortalRecord = {
    version: 1,
    id,
    name: Array.from(title).slice(0, 60).join(''),
    address: address ?? addressFrom(url ?? ''),
    collected: today,
    licence,
    fields: fieldsKnown(),
    files: Object.fromEntries(
      Array.from(written, ([path, text]) => [
        path,
        { sha256: hash('sha256', text), bytes: Buffer.byteLength(text) },
      ]),
    ),
    fetched,
  }
  return { files: written.set('portal.json', json(record)), record }
}

/** Names the fields that are taken over; others are left out of what is written. */
export function fieldsKnown(): string {
  return hash('sha256', JSON.stringify(openSchema())).slice(0, 16)
}

/** `collected/` of a portal, in which one portal's folder is replaced whole or not at all. */
export class CollectedStore {
  private readonly folder: string
  private readonly work: string

  constructor(root: string) {
    this.folder = join(root, 'collected')
    this.work = workFolder(this.folder)
  }

  /** The file of the lock that whoever writes here holds. */
  get lock(): string {
    return join(this.work, 'lock')
  }

  /** Finish what was interrupted: a folder that was put aside and not replaced comes back. */
  recover(): void {
    const previous = join(this.work, 'previous')
    for (const id of existsSync(previous) ? readdirSync(previous) : []) {
      const place = join(this.folder, id)
      if (!existsSync(place)) renameSync(join(previous, id), place)
    }
    this.clear()
  }

  /** Put files in the place of a portal's folder; where only its record is `written`, the others stay. */
  replace(id: string, files: ReadonlyMap<string, string>, written: readonly string[]): void {
    const next = join(this.work, 'next', id)
    for (const path of written) {
      mkdirSync(dirname(join(next, path)), { recursive: true })
      writeFileSync(join(next, path), files.get(path) ?? '')
    }
    mkdirSync(this.folder, { recursive: true })
    const place = join(this.folder, id)
    if (written.length < files.size)
      for (const path of written) renameSync(join(next, path), join(place, path))
    else this.swap(id, next, place)
  }

  /** A folder cannot replace another in one step; whichever step is interrupted, one of them remains. */
  private swap(id: string, next: string, place: string): void {
    const previous = join(this.work, 'previous', id)
    mkdirSync(dirname(previous), { recursive: true })
    rmSync(previous, { recursive: true, force: true })
    if (lstatSync(place, { throwIfNoEntry: false })) renameSync(place, previous)
    try {
      renameSync(next, place)
    } catch (error) {
      if (existsSync(previous)) renameSync(previous, place)
      throw error
    }
    rmSync(previous, { recursive: true, force: true })
  }

  /** Let go of the folder beside it, once nobody holds its lock. */
  leave(): void {
    this.clear()
    try {
      rmdirSync(this.work)
    } catch {
      // Somebody else works there.
    }
  }

  private clear(): void {
    for (const name of ['next', 'previous'])
      rmSync(join(this.work, name), { recursive: true, force: true })
  }
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`
}
