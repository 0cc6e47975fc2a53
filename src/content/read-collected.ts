import type { z } from 'zod'
import { portalRecord, slugOfCase } from '../model/collected.ts'
import type { CollectedPortal, CollectedText, CollectSetting } from '../model/collected.ts'
import { collectedFiles } from '../model/collected-files.ts'
import type { OpenCase } from '../model/open-data.ts'
import type { Issue } from '../model/issue.ts'
import { hashOf } from './digest.ts'
import type { TextFile } from './files.ts'
import { readJson } from './read-json.ts'

interface ReadCollected {
  /** Those that `site.yaml` names, in its order. */
  portals: CollectedPortal[]
  /** What is wrong with folders; of a faulty one nothing is shown. */
  issues: Issue[]
}

/** Folder of what other portals lent, a folder each. */
const collectedFolder = 'collected'

/** The portals whose cases stand in `collected/`; one that is faulty hides no other. */
export function readCollected(
  files: readonly TextFile[],
  settings: readonly CollectSetting[],
): ReadCollected {
  const issues: Issue[] = []
  const folders = byFolder(files)
  const portals = settings.flatMap((setting): CollectedPortal | [] => {
    const folder = folders.get(setting.id)
    // Nothing was collected from it yet.
    if (!folder) return []
    const portal = readFolder(folder, setting)
    for (const issue of portal.issues) issues.push(issue)
    return portal.value ?? []
  })
  return { portals, issues }
}

type Folder = ReadonlyMap<string, TextFile>

/** Files by the portal's id, and by their path in its folder. */
function byFolder(files: readonly TextFile[]): Map<string, Folder> {
  const folders = new Map<string, Map<string, TextFile>>()
  for (const file of files) {
    const [, id = '', ...rest] = file.path.split('/')
    const folder = folders.get(id) ?? new Map<string, TextFile>()
    folders.set(id, folder.set(rest.join('/'), file))
  }
  return folders
}

function readFolder(
  folder: Folder,
  { id, name }: CollectSetting,
): { value?: CollectedPortal; issues: Issue[] } {
  const issues: Issue[] = []
  const read = <Schema extends z.ZodType>(schema: Schema, file: string) => {
    const text = folder.get(file)
    const result = text ? readJson(schema, text) : { issues: [missing(id, file)] }
    issues.push(...result.issues)
    return 'data' in result ? result.data : undefined
  }
  const record = read(portalRecord, 'portal.json')
  const cases = read(collectedFiles.cases, 'cases.json')
  const facts = read(collectedFiles.facts, 'facts.json')
  const sources = read(collectedFiles.sources, 'sources.json')
  const withdrawn = read(collectedFiles.withdrawn, 'withdrawn.json')
  if (!record || !cases || !facts || !sources || !withdrawn) return { issues }
  const gone = new Set(withdrawn.withdrawn.map(({ path }) => `/${path}`))
  const value: CollectedPortal = {
    record: { ...record, id, name: name ?? record.name },
    cases: cases.cases.filter(({ path }) => !gone.has(path)).sort(byPath),
    facts: new Map(facts.facts.map((fact) => [fact.id, fact])),
    sources: new Map(sources.sources.map((source) => [source.id, source])),
    textOf: (one) => textFrom(folder.get(`texts/${slugOfCase(one)}.json`)),
  }
  return { value, issues }
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
    file: `${collectedFolder}/${id}/${file}`,
    line: 1,
    column: 1,
    rule: 'collected-portal-is-whole',
    severity: 'error',
    message: `汇集来的 ${id} 缺少 ${file}。`,
    hint: `重新收一次：npm run collect -- --only ${id}。`,
  }
}
