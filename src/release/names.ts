import { hash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { FileRecord } from './manifest.ts'

/** What is named like a release: its folder, or its record. */
export const releaseName = /^\d{8}T\d{6}Z-/

/** An id nobody has among the releases: `20261125T080000Z-1a2b3c4d`, with a number where that is taken. */
export function freshId(store: string, files: readonly FileRecord[], now: number): string {
  const time = new Date(now).toISOString().replace(/[-:]|\.\d+/g, '')
  const name = `${time}-${hash('sha256', JSON.stringify(files)).slice(0, 8)}`
  for (let count = 1; ; count++) {
    const id = count === 1 ? name : `${name}-${count}`
    if (!existsSync(join(store, `${id}.json`)) && !existsSync(join(store, id))) return id
  }
}

/** A name nobody has for another folder of a release. */
export function freshFolder(store: string, id: string): string {
  for (let count = 2; ; count++)
    if (!existsSync(join(store, `${id}.${count}`))) return `${id}.${count}`
}

/** The id of the release a folder was made for. */
export function idOfFolder(folder: string): string {
  return folder.replace(/\.\d+$/, '')
}
