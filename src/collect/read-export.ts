import type { z } from 'zod'
import { decodeText } from '../content/files.ts'
import { printableName } from '../content/file-rules.ts'
import { readJson } from '../content/read-json.ts'
import type { PortalRecord } from '../model/collected.ts'
import { collectedFiles } from '../model/collected-files.ts'
import type { OpenCase, OpenFact, OpenSource, OpenText, Tombstone } from '../model/open-data.ts'
import type { Issue } from '../model/issue.ts'
import type { Limits } from './limits.ts'
import type { Origin, Validators } from './origin.ts'
import type { Stored } from './stored.ts'

/** What a portal publishes now, checked; plain data. */
export interface Export {
  title: string
  url?: string | undefined
  base: string
  licence: PortalRecord['licence']
  /** In path order, without samples and what was withdrawn. */
  cases: OpenCase[]
  /** Those that the cases name, by id. */
  facts: OpenFact[]
  sources: OpenSource[]
  withdrawn: Tombstone[]
  /** By the path of the case. */
  texts: ReadonlyMap<string, OpenText>
  fetched: PortalRecord['fetched']
}

/** A portal that cannot be collected; sentences in Chinese that name file and field. */
export class PortalFault extends Error {
  constructor(readonly sentences: readonly string[]) {
    super(sentences.join('\n'))
  }
}

/** Faults of one file that are told; the rest is counted. */
const mostTold = 5

/**
 * Get what a portal publishes and check all of it. What it says is the same as last time is taken from
 * what was stored then. Throws `PortalFault` where anything is not as it should be.
 */
export async function readExport(
  origin: Origin,
  stored: Stored | undefined,
  limits: Limits,
): Promise<Export> {
  return new Reading(origin, stored, limits).all()
}

class Reading {
  private readonly fetched: PortalRecord['fetched'] = {}
  private left: number

  constructor(
    private readonly origin: Origin,
    private readonly stored: Stored | undefined,
    private readonly limits: Limits,
  ) {
    this.left = limits.totalBytes
  }

  async all(): Promise<Export> {
    const { stored, fetched } = this
    const withdrawn =
      (await this.list('withdrawn.json', collectedFiles.withdrawn)) ?? stored?.withdrawn
    const gone = new Set(withdrawn?.withdrawn.map(({ path }) => `/${path}`))
    const isShown = (one: unknown) => !isSample(one) && !isWithdrawn(one, gone)
    const fresh = await this.list('data/cases.json', collectedFiles.cases, {
      prepare: (data) => onlyCases(data, isShown),
    })
    // What is left out of the lists beside depends on the cases: with other cases all of them is read.
    const isSame = fresh === undefined
    const cases = fresh ?? stored?.cases
    const facts =
      (await this.list('data/facts.json', collectedFiles.facts, { isSame })) ?? stored?.facts
    const sources =
      (await this.list('data/sources.json', collectedFiles.sources, { isSame })) ?? stored?.sources
    if (!withdrawn || !cases || !facts || !sources)
      throw new Error('nothing is the same as nothing')
    const shown = cases.cases.filter(isShown).sort((a, b) => (a.path < b.path ? -1 : 1))
    const { title, url, base, licence } = cases
    return {
      title,
      url,
      base,
      licence,
      cases: shown,
      ...cited(shown, facts.facts, sources.sources),
      withdrawn: withdrawn.withdrawn,
      texts: await this.texts(shown),
      fetched,
    }
  }

  /** One of the lists; undefined where it is the same as last time. */
  private async list<Any extends z.ZodType>(
    path: keyof Limits['bytes'],
    schema: Any,
    { isSame = true, prepare }: { isSame?: boolean; prepare?: (data: unknown) => unknown } = {},
  ): Promise<z.output<Any> | undefined> {
    const known = isSame ? this.stored?.record.fetched[path] : undefined
    const bytes = await this.bytes(path, this.limits.bytes[path], known)
    return bytes && checked(path, bytes, schema, prepare)
  }

  private async bytes(
    path: string,
    most: number,
    known: Validators | undefined,
  ): Promise<Uint8Array | undefined> {
    const answer = await this.origin.get({ path, bytes: Math.min(most, this.left), known })
    if (answer.kind === 'fault') throw new PortalFault([`${path}：${answer.fault}`])
    if (answer.kind === 'same') {
      if (known) this.fetched[path] = known
      return undefined
    }
    this.left -= answer.bytes.length
    const validators = keptValidators(answer.validators)
    if (validators) this.fetched[path] = validators
    return answer.bytes
  }

  /** Texts by the path of their case; a case has none where its file was made before it. */
  private async texts(cases: readonly OpenCase[]): Promise<Map<string, OpenText>> {
    const files = new Set(cases.flatMap(({ text }) => text ?? []))
    const most = this.limits.textFiles
    if (files.size > most)
      throw new PortalFault([`正文分在 ${files.size} 个文件里，超过 ${most} 个，不收。`])
    const found = new Map<string, OpenText>()
    for (const file of files) {
      const own = cases.filter(({ text }) => text === file)
      for (const text of await this.textsIn(file, own)) found.set(text.path, text)
    }
    return found
  }

  private async textsIn(file: string, cases: readonly OpenCase[]): Promise<OpenText[]> {
    const { stored, limits } = this
    const last = cases.flatMap((one) => stored?.textOf(one) ?? [])
    const known = last.length === cases.length ? stored?.record.fetched[file] : undefined
    const bytes = await this.bytes(file, limits.textBytes, known)
    if (!bytes) return last
    const wanted = new Set(cases.map(({ path }) => path))
    const { texts } = checked(file, bytes, collectedFiles.texts)
    return texts.filter(({ path }) => wanted.has(path))
  }
}

/** A file as its schema reads it. */
function checked<Any extends z.ZodType>(
  path: string,
  bytes: Uint8Array,
  schema: Any,
  prepare?: (data: unknown) => unknown,
): z.output<Any> {
  const text = decodeText(bytes)
  if (text === undefined) throw new PortalFault([`${path}：不是完整的 UTF-8 文本。`])
  if (/^\s*</.test(text)) throw new PortalFault([`${path}：回来的是网页，不是数据：核对网址。`])
  const { data, issues } = readJson(schema, { path, text }, (value) => {
    const version = isRecord(value) ? value['version'] : undefined
    if (Number.isInteger(version) && version !== 1)
      throw new PortalFault([
        `${path}：是第 ${String(version)} 版的格式，这里的程序只认第 1 版：先升级程序。`,
      ])
    return prepare ? prepare(value) : value
  })
  if (data === undefined) throw new PortalFault(sentencesOf(path, issues))
  return data
}

/** What is wrong with a file; strings of others are shown so that they cannot show anything else. */
function sentencesOf(path: string, issues: readonly Issue[]): string[] {
  const told = issues
    .slice(0, mostTold)
    .map(({ message, hint = '' }) => printableName(`${path}：${message}${hint}`))
  const more = issues.length - told.length
  return more > 0 ? [...told, `${path}：还有 ${more} 处。`] : told
}

function onlyCases(data: unknown, isShown: (one: unknown) => boolean): unknown {
  if (!isRecord(data) || !Array.isArray(data['cases'])) return data
  return { ...data, cases: data['cases'].filter(isShown) }
}

/** The words of a withdrawn case may be blotted out: it need not be as a case should be. */
function isWithdrawn(one: unknown, gone: ReadonlySet<unknown>): boolean {
  return isRecord(one) && gone.has(one['path'])
}

function isSample(one: unknown): boolean {
  return isRecord(one) && one['provenance'] === 'sample'
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

/** The facts and sources that cases name. */
function cited(
  cases: readonly OpenCase[],
  facts: readonly OpenFact[],
  sources: readonly OpenSource[],
): Pick<Export, 'facts' | 'sources'> {
  const named = new Set(cases.flatMap((one) => one.facts))
  const own = facts.filter(({ id }) => named.has(id))
  const read = new Set([...cases.flatMap((one) => one.sources), ...own.map(({ source }) => source)])
  return { facts: own, sources: sources.filter(({ id }) => read.has(id)) }
}

/** Of what a server says only what it is short enough to be said again. */
function keptValidators({ etag, modified }: Validators): Validators | undefined {
  const kept = {
    ...(etag && etag.length <= 200 ? { etag } : {}),
    ...(modified && modified.length <= 60 ? { modified } : {}),
  }
  return Object.keys(kept).length > 0 ? kept : undefined
}
