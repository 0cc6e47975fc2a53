import { lessonsAmong } from '../../../../src/meeting/contest/address.ts'
import type { ContestStart } from '../../../../src/meeting/contest/address.ts'
import { pageIn, rowKind } from '../../../../src/study/pack.ts'
import { readDraft } from '../../study/pack-draft.ts'

/** The start that this browser's own pack gives; undefined when it has no lesson. */
export function startOfDraft(): ContestStart | undefined {
  const { title, items } = readDraft()
  const pages = lessonsAmong(items.flatMap((item) => pageIn(item) ?? []))
  const tested = items.filter((item) => rowKind(item) === '自测')
  const minutes = tested.reduce((sum, item) => sum + item.minutes, 0)
  return pages.length > 0 ? { title, pages, minutes } : undefined
}
