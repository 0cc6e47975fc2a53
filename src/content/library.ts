import { collectionNames, collections } from '../model/index.ts'
import type { CollectionName, DataOf } from '../model/index.ts'
import { sortIssues } from '../model/issue.ts'
import type { Issue, Position } from '../model/issue.ts'
import { site as siteSchema } from '../model/site.ts'
import type { Site } from '../model/site.ts'
import { source as sourceSchema } from '../model/sources.ts'
import type { Fact, Source } from '../model/sources.ts'
import type { PortalFiles, TextFile } from './files.ts'
import { readFrontMatter } from './front-matter.ts'
import { parseBody } from './markdown.ts'
import type { Body } from './markdown.ts'
import { readMedia } from './media.ts'
import type { Media } from './media.ts'
import { addressOf } from './address.ts'
import { validate } from './validate.ts'
import { parseYaml } from './yaml.ts'
import type { FieldPath, YamlDocument } from './yaml.ts'

/** One Markdown file of a collection, validated and parsed. */
export interface EntryOf<Name extends CollectionName> {
  collection: Name
  /** File name without `.md`; a lesson's is `course/lesson`. */
  slug: string
  /** Address inside the portal without ending: `/cases/hangzhou`. */
  path: string
  /** Address of the page, without base: `/cases/hangzhou.html`. */
  url: string
  file: string
  data: DataOf<Name>
  body: Body
  bodyLine: number
  /** The file as it stands, for rules that read the text itself. */
  text: string
  locate: (path: FieldPath, part?: 'key' | 'value') => Position
}
export type Entry = { [Name in CollectionName]: EntryOf<Name> }[CollectionName]

export interface SourceRecord {
  file: string
  data: Source
  text: string
  locate: YamlDocument['locate']
}

/** `site.yaml` as it stands, for issues that point into it. */
export interface SiteRecord {
  file: string
  text: string
  locate: YamlDocument['locate']
}

export interface CitedFact {
  fact: Fact
  source: Source
}

/** The validated model of a portal: every page, list, index and feed reads it. */
export interface Library {
  site: Site
  siteFile?: SiteRecord
  /** Sorted by path. */
  entries: Entry[]
  byPath: ReadonlyMap<string, Entry>
  sources: ReadonlyMap<string, SourceRecord>
  facts: ReadonlyMap<string, CitedFact>
  media: ReadonlyMap<string, Media>
  captions: ReadonlyMap<string, TextFile>
  /** Files that stand in the tree but could not be read as an entry. */
  rejected: string[]
  issues: Issue[]
}

/** Read everything once; whatever is wrong becomes an issue, and only the faulty file is left out. */
export function buildLibrary(files: PortalFiles, overrides: { base?: string } = {}): Library {
  const issues: Issue[] = [...files.issues]
  const rejected: string[] = []
  const { site, siteFile } = readSite(files.site, issues)
  const sources = readSources(files.seeds, issues, rejected)
  const entries = files.entries.flatMap((file) => {
    const entry = readEntry(file, issues)
    if (!entry) rejected.push(file.path)
    return entry ?? []
  })
  entries.sort((a, b) => (a.path < b.path ? -1 : 1))
  return {
    site: { ...site, ...overrides },
    siteFile,
    entries,
    byPath: new Map(entries.map((entry) => [entry.path, entry])),
    sources,
    facts: collectFacts(sources, issues),
    media: readMedia(files.media, issues),
    captions: new Map(files.captions.map((file) => [file.path, file])),
    rejected,
    issues: sortIssues(issues),
  }
}

/** Entries of one collection that readers see, in path order. */
export function published<Name extends CollectionName>(library: Library, name: Name): EntryOf<Name>[] {
  return library.entries.filter((entry): entry is EntryOf<Name> & Entry => entry.collection === name && entry.data.status === 'published')
}

export function isPublished(entry: Entry): boolean {
  return entry.data.status === 'published'
}

function readSite(
  file: TextFile | undefined,
  issues: Issue[],
): { site: Site; siteFile?: SiteRecord } {
  const parsed = file ? parseYaml(file.text, { file: file.path, firstLine: 1 }) : undefined
  issues.push(...(parsed?.issues ?? []))
  if (!file || !parsed?.document) return { site: siteSchema.parse({}) }
  const { data, issues: faults } = validate(siteSchema, parsed.document, file.path)
  issues.push(...faults)
  const siteFile = { file: file.path, text: file.text, locate: parsed.document.locate }
  return { site: data ?? siteSchema.parse({}), siteFile }
}

function readSources(files: TextFile[], issues: Issue[], rejected: string[]): Map<string, SourceRecord> {
  const sources = new Map<string, SourceRecord>()
  for (const file of files) {
    const parsed = parseYaml(file.text, { file: file.path, firstLine: 1 })
    issues.push(...parsed.issues)
    const checked = parsed.document && validate(sourceSchema, parsed.document, file.path)
    issues.push(...(checked?.issues ?? []))
    if (!parsed.document || !checked?.data) rejected.push(file.path)
    else sources.set(checked.data.id, { file: file.path, data: checked.data, text: file.text, locate: parsed.document.locate })
  }
  return sources
}

function collectFacts(sources: ReadonlyMap<string, SourceRecord>, issues: Issue[]): Map<string, CitedFact> {
  const facts = new Map<string, CitedFact>()
  for (const { file, data, locate } of sources.values())
    for (const [index, fact] of data.facts.entries()) {
      const first = facts.get(fact.id)
      if (first)
        issues.push({
          file,
          ...locate(['facts', index, 'id']),
          rule: 'fact-id-is-unique',
          severity: 'error',
          message: `事实编号 ${fact.id} 已经用在来源 ${first.source.id} 里。`,
          hint: '换一个没有用过的编号。',
        })
      else facts.set(fact.id, { fact, source: data })
    }
  return facts
}

function readEntry(file: TextFile, issues: Issue[]): Entry | undefined {
  const address = addressOf(file.path)
  if (!address) {
    issues.push(misplaced(file.path))
    return undefined
  }
  const { document, body, bodyLine, issues: faults } = readFrontMatter(file)
  issues.push(...faults)
  if (!document) return undefined
  const checked = validate(collections[address.collection].schema, document, file.path)
  issues.push(...checked.issues)
  if (!checked.data) return undefined
  const entry = {
    ...address,
    file: file.path,
    data: checked.data,
    body: parseBody(body, bodyLine),
    bodyLine,
    text: file.text,
    locate: document.locate,
  }
  // The schema of this very collection made the data, which the compiler cannot follow through the registry.
  return entry as Entry
}

function misplaced(file: string): Issue {
  const places = collectionNames.map((name) => collections[name].label).join('、')
  return {
    file,
    line: 1,
    column: 1,
    rule: 'file-belongs-here',
    severity: 'error',
    message: '这个 Markdown 文件不在任何栏目的文件夹里。',
    hint: `栏目有${places}：案例放 content/cases/，视频放 content/videos/，课程放 content/training/课程名/index.md，课时放同一文件夹，其余见手册。`,
  }
}
