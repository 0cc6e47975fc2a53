import type { z } from 'zod'
import { portalRecord, textFile } from '../model/collected.ts'
import type {
  CollectedPortal,
  CollectedText,
  CollectSetting,
  PortalRecord,
} from '../model/collected.ts'
import { collectedFiles } from '../model/collected-files.ts'
import type { OpenCase } from '../model/open-data.ts'
import type { Issue } from '../model/issue.ts'
import { hashOf } from './digest.ts'
import type { TextFile } from './files.ts'
import { newMemory } from './memory.ts'
import type { Memory } from './memory.ts'
import { readJson } from './read-json.ts'

interface ReadCollected {
  /** Those that `site.yaml` names, in its order. */
  portals: CollectedPortal[]
  /** What stands in `collected/`, by the portal's id. */
  folders: ReadonlyMap<string, CollectedFolder>
  /** What is wrong with folders; of a faulty one nothing is shown. */
  issues: Issue[]
}

/** Folder of what other portals lent, a folder each. */
const collectedFolder = 'collected'

/** The portals whose cases stand in `collected/`; one that is faulty hides no other. */
export function readCollected(
  files: readonly TextFile[],
  settings: readonly CollectSetting[],
  { collected: known }: Pick<Memory, 'collected'> = newMemory(),
): ReadCollected {
  const issues: Issue[] = []
  const folders = byFolder(files)
  const portals = settings.flatMap((setting): CollectedPortal | [] => {
    const folder = folders.get(setting.id)
    // Nothing was collected from it yet.
    if (!folder) return []
    const { lists, issues: faults } = remembered(known, setting.id, folder)
    for (const fault of faults) issues.push(fault)
    return lists ? portalOf(folder, lists, setting) : []
  })
  return { portals, folders, issues }
}

/** Files of one portal by their path in its folder: `texts/hangzhou.json`. */
export type CollectedFolder = ReadonlyMap<string, TextFile>

/** Thousands of cases take a while to check: of a folder that is the same nothing is read again. */
function remembered(known: Memory['collected'], id: string, folder: CollectedFolder): ReadLists {
  const named = [...folder].filter(([path]) => !path.startsWith('texts/'))
  const of = JSON.stringify(named.map(([path, file]) => [path, hashOf(file)]))
  const last = known.get(id)
  if (last?.of === of) return last.read
  const read = readLists(id, folder)
  known.set(id, { of, read })
  return read
}

/** Files of `collected/` by the portal's id. */
export function byFolder(files: readonly TextFile[]): Map<string, CollectedFolder> {
  const folders = new Map<string, Map<string, TextFile>>()
  for (const file of files) {
    const [, id = '', ...rest] = file.path.split('/')
    const folder = folders.get(id) ?? new Map<string, TextFile>()
    folders.set(id, folder.set(rest.join('/'), file))
  }
  return folders
}

/** The files of one portal, each as its schema reads it. */
export interface CollectedLists {
  record: PortalRecord
  cases: z.infer<typeof collectedFiles.cases>
  facts: z.infer<typeof collectedFiles.facts>
  sources: z.infer<typeof collectedFiles.sources>
  withdrawn: z.infer<typeof collectedFiles.withdrawn>
}

export interface ReadLists {
  lists?: CollectedLists
  issues: Issue[]
}

/** Read a portal's folder, files by their path in it; without `lists` it is faulty. */
export function readLists(id: string, folder: CollectedFolder): ReadLists {
  const issues: Issue[] = []
  const read = <Schema extends z.ZodType>(schema: Schema, name: string) => {
    const file = folder.get(name)
    const { data, issues: faults } = file
      ? readJson(schema, file)
      : { data: undefined, issues: [missing(id, name)] }
    issues.push(...faults)
    return data
  }
  const record = read(portalRecord, 'portal.json')
  const cases = read(collectedFiles.cases, 'cases.json')
  const facts = read(collectedFiles.facts, 'facts.json')
  const sources = read(collectedFiles.sources, 'sources.json')
  const withdrawn = read(collectedFiles.withdrawn, 'withdrawn.json')
  if (!record || !cases || !facts || !sources || !withdrawn) return { issues }
  return { lists: { record, cases, facts, sources, withdrawn }, issues }
}

function portalOf(
  folder: CollectedFolder,
  { record, cases, facts, sources, withdrawn }: CollectedLists,
  { id, name = record.name }: CollectSetting,
): CollectedPortal {
  const gone = new Set(withdrawn.withdrawn.map(({ path }) => `/${path}`))
  return {
    record: { ...record, id, name },
    cases: cases.cases.filter(({ path }) => !gone.has(path)).sort(byPath),
    facts: new Map(facts.facts.map((fact) => [fact.id, fact])),
    sources: new Map(sources.sources.map((source) => [source.id, source])),
    textOf: (one) => textFrom(folder.get(textFile(one))),
  }
}

function textFrom(file: TextFile | undefined): CollectedText | undefined {
  if (!file) return undefined
  return {
    sha256: hashOf(file),
    parts: () => readJson(collectedFiles.text, file).data?.parts ?? [],
  }
}

function byPath(a: OpenCase, b: OpenCase): number {
  return a.path < b.path ? -1 : 1
}

function missing(id: string, file: string): Issue {
  return {
    file: `${collectedFolder}/${id}/portal.json`,
    line: 1,
    column: 1,
    rule: 'collected-portal-is-whole',
    severity: 'error',
    message: `汇集来的 ${id} 缺少 ${file}。`,
    hint: `重新收一次：npm run collect -- --only ${id}。`,
  }
}

/** Files that are not as they were written, or were written and are gone, or were not; by path in the folder. */
export function changedByHand(
  folder: CollectedFolder,
  { files }: Pick<PortalRecord, 'files'>,
): string[] {
  const other = Object.entries(files).flatMap(([path, { sha256 }]) => {
    const file = folder.get(path)
    return file && hashOf(file) === sha256 ? [] : path
  })
  const stray = [...folder.keys()].filter(
    (path) => path !== 'portal.json' && !Object.hasOwn(files, path),
  )
  return [...other, ...stray].sort()
}
