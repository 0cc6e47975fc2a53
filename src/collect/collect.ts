import { join } from 'node:path'
import { byFolder } from '../content/read-collected.ts'
import type { TextFile } from '../content/files.ts'
import { addressFrom } from '../model/collected.ts'
import type { CollectSetting } from '../model/collected.ts'
import { diskSentence } from '../model/disk.ts'
import { changesOf } from './changes.ts'
import type { Changes } from './changes.ts'
import { FolderOrigin } from './folder.ts'
import { PortalFault, readExport } from './read-export.ts'
import { storedIn } from './stored.ts'
import type { Stored } from './stored.ts'
import { WebOrigin } from './web.ts'
import type { WebAccess } from './web.ts'
import { CollectedStore, fieldsKnown, filesFor } from './write.ts'

interface CollectOptions {
  /** Folder of the portal that collects. */
  root: string
  settings: readonly CollectSetting[]
  /** What stands in `collected/`. */
  stored: readonly TextFile[]
  /** Write nothing. */
  isDry: boolean
  /** `YYYY-MM-DD`. */
  today: string
  access: WebAccess
}

/** What came of one portal; of a failed one what was collected before stays. */
export type Outcome = { id: string; name: string } & (
  | { kind: 'collected'; cases: number; changes: Changes; withoutText: number }
  | { kind: 'failed'; sentences: readonly string[]; /** Day of what stays. */ last?: string }
)

/** Collect from one portal after the other; none can hide or harm another. */
export async function* collect(options: CollectOptions): AsyncGenerator<Outcome> {
  const store = new CollectedStore(options.root)
  const folders = byFolder(options.stored)
  for (const setting of options.settings) {
    const stored = storedIn(setting.id, folders.get(setting.id))
    const name = setting.name ?? stored?.record.name ?? setting.id
    try {
      yield await collectOne({ setting, stored, store, options })
    } catch (error) {
      const sentences = sentencesOf(error)
      if (!sentences) throw error
      const { id } = setting
      yield { id, name, kind: 'failed', sentences, last: stored?.record.collected }
    }
  }
}

async function collectOne({
  setting: { id, name, from },
  stored,
  store,
  options: { root, access, today, isDry },
}: {
  setting: CollectSetting
  stored: Stored | undefined
  store: CollectedStore
  options: CollectOptions
}): Promise<Outcome> {
  const address = addressFrom(from)
  const origin = address ? new WebOrigin(address, access) : new FolderOrigin(join(root, from))
  const isKnown =
    stored?.isWhole && stored.record.address === address && stored.record.fields === fieldsKnown()
  try {
    const fresh = await readExport(origin, isKnown ? stored : undefined, access.limits)
    const { files, record } = filesFor({ id, address, today }, fresh)
    const isSame =
      stored?.isWhole && JSON.stringify(stored.record.files) === JSON.stringify(record.files)
    if (!isDry) store.replace(id, files, isSame ? ['portal.json'] : [...files.keys()])
    return {
      id,
      name: name ?? fresh.title,
      kind: 'collected',
      cases: fresh.cases.length,
      changes: changesOf(fresh, stored),
      withoutText: fresh.cases.length - fresh.texts.size,
    }
  } finally {
    if (origin instanceof WebOrigin) origin.close()
  }
}

/** What a portal or the disk refused, in Chinese; undefined for a fault of the program. */
function sentencesOf(error: unknown): readonly string[] | undefined {
  if (error instanceof PortalFault) return error.sentences
  const sentence = diskSentence(error)
  return sentence === undefined ? undefined : [sentence]
}
