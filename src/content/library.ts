import type { CollectedPortal } from '../model/collected.ts'
import type { CollectionName, DataOf } from '../model/index.ts'
import { sortIssues } from '../model/issue.ts'
import type { Issue, Position } from '../model/issue.ts'
import type { Site } from '../model/site.ts'
import type { Fact, Source } from '../model/sources.ts'
import type { PortalFiles, TextFile } from './files.ts'
import type { Body } from './markdown.ts'
import { newMemory, remember } from './memory.ts'
import type { Memory, Read } from './memory.ts'
import { readMedia } from './media.ts'
import type { Media } from './media.ts'
import { readCollected } from './read-collected.ts'
import type { CollectedFolder } from './read-collected.ts'
import { readEntry } from './read-entry.ts'
import { readSite } from './read-site.ts'
import type { SiteRecord } from './read-site.ts'
import { readSource } from './read-source.ts'
import { readStoryboard } from './read-storyboard.ts'
import type { StoryboardRecord } from './read-storyboard.ts'
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
  /** Let go of what can be parsed again when it is asked for: thousands of bodies do not fit at once. */
  release: () => void
}
export type Entry = { [Name in CollectionName]: EntryOf<Name> }[CollectionName]

export interface SourceRecord {
  file: string
  data: Source
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
  /** Settings of `site.yaml` that could not be read as written. */
  unsettled: ReadonlySet<string>
  /** Sorted by path. */
  entries: Entry[]
  byPath: ReadonlyMap<string, Entry>
  /** Terms that readers see, which texts explain where they first use them. */
  terms: readonly EntryOf<'terms'>[]
  sources: ReadonlyMap<string, SourceRecord>
  facts: ReadonlyMap<string, CitedFact>
  media: ReadonlyMap<string, Media>
  captions: ReadonlyMap<string, TextFile>
  /** Storyboards of the portal's own films, by the slug of the video they make. */
  storyboards: ReadonlyMap<string, StoryboardRecord>
  /** What other portals lent, in the order of `collect` in `site.yaml`. */
  collected: readonly CollectedPortal[]
  /** What stands in `collected/`, by the portal's id, whether `site.yaml` names it or not. */
  collectedFolders: ReadonlyMap<string, CollectedFolder>
  /** Addresses of the handbook's pages (`/handbook/writing.html`), where it is known. */
  handbook?: ReadonlySet<string>
  /** Files that stand in the tree but could not be read as an entry. */
  rejected: string[]
  /** What there is of entries of which a part could not be read; they are checked, and nothing else. */
  partial: Entry[]
  /** What pages show in place of a body's HTML, when bodies are rendered elsewhere. */
  standIn?: (entry: Entry) => string
  issues: Issue[]
}

export interface LibraryOptions {
  /** Path the portal is deployed under; overrides `site.yaml`. */
  base?: string
  /** Public address; overrides `site.yaml`. */
  url?: string
  /** Addresses of the handbook's pages, which belong to the program. */
  handbook?: readonly string[]
  /** What an earlier reading made of files; those that have not changed are not parsed again. */
  memory?: Memory
}

/** Read everything once; whatever is wrong becomes an issue, and only the faulty file is left out. */
export function buildLibrary(files: PortalFiles, options: LibraryOptions = {}): Library {
  const { base, url, handbook, memory = newMemory() } = options
  const issues: Issue[] = [...files.issues]
  const rejected = files.issues.flatMap(({ file }) => (/\.(md|yaml)$/.test(file) ? file : []))
  const keep = <Value>({ file, value, issues: faults }: Read<Value>): Value | [] => {
    for (const fault of faults) issues.push(fault)
    if (value === undefined) rejected.push(file.path)
    return value ?? []
  }
  const {
    site,
    siteFile,
    unsettled,
    issues: faults,
  } = readSite(
    files.site,
    files.site !== undefined || files.issues.some(({ file }) => file === 'site.yaml'),
  )
  for (const fault of faults) issues.push(fault)
  const seeds = inOrder(files.seeds).flatMap((file) =>
    keep(remember(memory.sources, file, readSource)),
  )
  const sources = new Map(seeds.map((source) => [source.data.id, source]))
  const reads = inOrder(files.entries).map((file) => remember(memory.entries, file, readEntry))
  const entries = reads.flatMap(keep)
  const storyboards = inOrder(files.storyboards ?? []).flatMap((file) => keep(readStoryboard(file)))
  entries.sort((a, b) => (a.path < b.path ? -1 : 1))
  const collected = readCollected(files.collected ?? [], site.collect, memory)
  for (const fault of collected.issues) issues.push(fault)
  return {
    site: { ...site, ...(base ? { base } : {}), ...(url ? { url } : {}) },
    siteFile,
    unsettled,
    entries,
    byPath: new Map(entries.map((entry) => [entry.path, entry])),
    terms: entries.filter(isPublishedTerm),
    sources,
    facts: collectFacts(sources, issues),
    media: readMedia(inOrder(files.media), issues),
    captions: new Map(inOrder(files.captions).map((file) => [file.path, file])),
    storyboards: new Map(storyboards.map((record) => [record.slug, record])),
    collected: collected.portals,
    collectedFolders: collected.folders,
    rejected,
    ...(handbook ? { handbook: new Set(handbook) } : {}),
    partial: reads.flatMap(({ partial = [] }) => partial),
    issues: sortIssues(issues),
  }
}

/** Entries of one collection that readers see, in path order. */
export function published<Name extends CollectionName>(
  library: Library,
  name: Name,
): EntryOf<Name>[] {
  return library.entries.filter(
    (entry): entry is EntryOf<Name> & Entry =>
      entry.collection === name && entry.data.status === 'published',
  )
}

function isPublishedTerm(entry: Entry): entry is EntryOf<'terms'> & Entry {
  return entry.collection === 'terms' && isPublished(entry)
}

export function isPublished(entry: Entry): boolean {
  return entry.data.status === 'published'
}

/** Files by path, so that nothing depends on the order in which they were read. */
function inOrder<File extends { path: string }>(files: readonly File[]): File[] {
  return [...files].sort((a, b) => (a.path < b.path ? -1 : 1))
}

function collectFacts(
  sources: ReadonlyMap<string, SourceRecord>,
  issues: Issue[],
): Map<string, CitedFact> {
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
