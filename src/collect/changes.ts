import type { OpenCase } from '../model/open-data.ts'
import type { Export } from './read-export.ts'
import type { Stored } from './stored.ts'

/** What differs from last time, titles of cases in path order. */
export interface Changes {
  added: string[]
  /** Corrected there: a correction was written. */
  corrected: string[]
  changed: string[]
  /** Withdrawn there, and so here. */
  withdrawn: string[]
  /** No longer published there, without a word. */
  gone: string[]
  /** Terms under which the cases are lent, where they have changed. */
  licence?: { was: string; now: string }
}

/** Everything is new where nothing was stored. */
export function changesOf(fresh: Export, stored: Stored | undefined): Changes {
  const changes: Changes = { added: [], corrected: [], changed: [], withdrawn: [], gone: [] }
  const last = new Map(stored?.cases.cases.map((one) => [one.path, one]))
  for (const one of fresh.cases) {
    const before = last.get(one.path)
    last.delete(one.path)
    const list = before ? differing(before, one, fresh, stored) : 'added'
    if (list) changes[list].push(one.title)
  }
  const withdrawn = new Set(fresh.withdrawn.map(({ path }) => `/${path}`))
  for (const { path, title } of last.values())
    changes[withdrawn.has(path) ? 'withdrawn' : 'gone'].push(title)
  const [was, now] = [stored?.record.licence, fresh.licence]
  if (was && (was.name !== now.name || was.url !== now.url))
    changes.licence = { was: was.name, now: now.name }
  return changes
}

function differing(
  before: OpenCase,
  now: OpenCase,
  { texts }: Export,
  stored: Stored | undefined,
): 'corrected' | 'changed' | undefined {
  // Where its text stands is no part of what it says.
  const words = (one: OpenCase) => JSON.stringify({ ...one, text: undefined })
  const text = JSON.stringify(texts.get(now.path)?.parts)
  const isSame =
    words(before) === words(now) && JSON.stringify(stored?.textOf(before)?.parts) === text
  if (isSame) return undefined
  return now.corrections.length > before.corrections.length ? 'corrected' : 'changed'
}
