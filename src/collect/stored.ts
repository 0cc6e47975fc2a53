import { changedByHand, readLists } from '../content/read-collected.ts'
import type { CollectedFolder, CollectedLists } from '../content/read-collected.ts'
import { readJson } from '../content/read-json.ts'
import { textFile } from '../model/collected.ts'
import { collectedFiles } from '../model/collected-files.ts'
import type { OpenCase, OpenText } from '../model/open-data.ts'

/** What was collected from a portal last time. */
export interface Stored extends CollectedLists {
  textOf: (one: OpenCase) => OpenText | undefined
  /** Whether every file is as it was written; of others nothing is taken over. */
  isWhole: boolean
}

/** Undefined where there is nothing, or nothing that can be read. */
export function storedIn(id: string, folder: CollectedFolder = new Map()): Stored | undefined {
  if (folder.size === 0) return undefined
  const { lists } = readLists(id, folder)
  if (!lists) return undefined
  return {
    ...lists,
    textOf: (one) => {
      const file = folder.get(textFile(one))
      return file && readJson(collectedFiles.text, file).data
    },
    isWhole: changedByHand(folder, lists.record).length === 0,
  }
}
