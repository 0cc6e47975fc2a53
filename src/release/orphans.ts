import { existsSync, readdirSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Current } from './current.ts'
import { idOfFolder, releaseName } from './names.ts'
import type { Records } from './records.ts'

/**
 * Remove what killed commands left among the releases: folders that no record names, records whose folder
 * is gone, unfinished copies. What `current` leads to stays, and what a record that cannot be read may name.
 */
export async function removeOrphans(records: Records, current: Current): Promise<void> {
  if (!existsSync(records.folder)) return
  const standing = current.standing()
  const stays = new Set(records.list().flatMap(({ id, folder }) => [folder, `${id}.json`]))
  if (standing.kind === 'link' && standing.folder) stays.add(standing.folder)
  for (const name of readdirSync(records.folder))
    if (!stays.has(name) && isLeft(name, records))
      await rm(join(records.folder, name), { recursive: true, force: true })
}

function isLeft(name: string, records: Records): boolean {
  if (/^\.(next|was|current|cleaned)$|\.json\.next$/.test(name)) return true
  if (!releaseName.test(name)) return false
  const record = name.endsWith('.json') ? name : `${idOfFolder(name)}.json`
  const isUnread = existsSync(join(records.folder, record)) && records.json(record) === undefined
  return !isUnread
}
