import type { Issue } from '../model/issue.ts'
import { site as siteSchema } from '../model/site.ts'
import type { Site } from '../model/site.ts'
import type { TextFile } from './files.ts'
import { validate } from './validate.ts'
import { parseYaml } from './yaml.ts'
import type { FieldPath, YamlDocument } from './yaml.ts'

/** `site.yaml` as it stands, for issues that point into it. */
export interface SiteRecord {
  file: string
  text: string
  locate: YamlDocument['locate']
}

interface ReadSite {
  site: Site
  siteFile?: SiteRecord
  /** Settings that could not be read as written; rules that ask whether they hold say nothing. */
  unsettled: ReadonlySet<string>
  issues: Issue[]
}

/**
 * Settings that are valid one by one; whatever is faulty becomes an issue and falls to its default alone.
 * Of a file that is there and cannot be read, none is settled.
 */
export function readSite(file: TextFile | undefined, isThere = file !== undefined): ReadSite {
  const parsed = file ? parseYaml(file.text, { file: file.path, firstLine: 1 }) : undefined
  const { document, issues = [] } = parsed ?? {}
  if (!file || !document) {
    const unsettled = new Set(isThere ? Object.keys(siteSchema.shape) : [])
    return { site: siteSchema.parse({}), unsettled, issues }
  }
  const { data, issues: faults } = validate(siteSchema, document, file.path)
  const siteFile = { file: file.path, text: file.text, locate: document.locate }
  if (data) return { site: data, siteFile, unsettled: new Set(), issues }
  const { site, unsettled } = soundPart(structuredClone(document.data))
  return { site, siteFile, unsettled, issues: [...issues, ...faults] }
}

/** What remains of settings when every faulty value is taken out, and the settings they belong to. */
function soundPart(data: unknown): { site: Site; unsettled: ReadonlySet<string> } {
  const unsettled = new Set<string>()
  // Each turn takes something out, and a file has few lines.
  for (;;) {
    const result = siteSchema.safeParse(data)
    if (result.success) return { site: result.data, unsettled }
    const paths = result.error.issues.flatMap((issue): FieldPath[] => {
      const path = issue.path.filter((step) => typeof step !== 'symbol')
      return issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...path, key]) : [path]
    })
    for (const path of paths) unsettled.add(String(path[0]))
    // Later items first, so that the places of earlier ones still hold.
    const taken = paths.toReversed().filter((path) => takeOut(data, path))
    if (taken.length === 0)
      return { site: siteSchema.parse({}), unsettled: new Set(Object.keys(siteSchema.shape)) }
  }
}

/** Take a value out of its list or map; what is missing takes out the whole it is missing from. */
function takeOut(data: unknown, path: FieldPath): boolean {
  const [last] = path.slice(-1)
  if (last === undefined) return false
  const parent = path
    .slice(0, -1)
    .reduce<unknown>((at, step) => (isMap(at) ? at[String(step)] : undefined), data)
  if (!isMap(parent)) return false
  if (!(last in parent)) return takeOut(data, path.slice(0, -1))
  if (Array.isArray(parent)) parent.splice(Number(last), 1)
  else delete parent[String(last)]
  return true
}

function isMap(value: unknown): value is Record<string | number, unknown> {
  return typeof value === 'object' && value !== null
}
