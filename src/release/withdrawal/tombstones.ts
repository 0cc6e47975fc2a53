import { readTombstones } from '../../publish/withdrawn.ts'
import type { Tombstone } from '../../publish/withdrawn.ts'
import type { Records } from '../records.ts'

/** What was withdrawn from all releases; no release takes it up again. */
const tombstonesFile = 'withdrawn.json'

/** An entry that is being taken out of the releases: whoever comes next finishes it. */
const pendingFile = 'withdrawing.json'

export function tombstonesOf(records: Records): Tombstone[] {
  return readTombstones(JSON.stringify(records.json(tombstonesFile) ?? {}))
}

export function addTombstone(records: Records, tombstone: Tombstone): Tombstone[] {
  const others = tombstonesOf(records).filter(({ path }) => path !== tombstone.path)
  return writeTombstones(records, [...others, tombstone])
}

export function removeTombstone(records: Records, page: string): void {
  writeTombstones(
    records,
    tombstonesOf(records).filter(({ path }) => path !== page),
  )
}

function writeTombstones(records: Records, withdrawn: Tombstone[]): Tombstone[] {
  records.put(tombstonesFile, { version: 1, withdrawn })
  return withdrawn
}

export function pendingOf(records: Records): Tombstone | undefined {
  return readTombstones(JSON.stringify(records.json(pendingFile) ?? {}))[0]
}

export function notePending(records: Records, tombstone: Tombstone | undefined): void {
  records.put(pendingFile, { version: 1, withdrawn: tombstone ? [tombstone] : [] })
}

/** Path of a page below the base, however an entry is named: `cases/a`, `content/cases/a.md`, `/cases/a.html`. */
export function pageOf(named: string): string {
  const path = named.replace(/^https?:\/\/[^/]+/, '').replace(/^\.?\/+|^content\//g, '')
  return `${path.replace(/[?#].*$/, '').replace(/\.(md|html)$/, '')}.html`
}
