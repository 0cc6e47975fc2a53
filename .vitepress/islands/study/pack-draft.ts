import type { Pack, PageItem } from '../../../src/study/pack.ts'
import { isPackItem, packLimits, pageIn } from '../../../src/study/pack.ts'

const key = 'chaotou:pack'

/**
 * What lies ready to be put into an agenda: the buttons on pages of entries add to it and take from it,
 * and the agenda takes it over when it is opened. Earlier releases kept their whole study pack here.
 */
interface Draft extends Pack {
  /** The meeting whose agenda it mirrors. */
  meeting?: string
}
const empty: Draft = { title: '', items: [] }

export function readDraft(): Draft {
  try {
    return sound(JSON.parse(localStorage.getItem(key) ?? 'null'))
  } catch {
    return empty
  }
}

/** Keep the pack; false when the browser refuses. */
export function writeDraft(pack: Draft): boolean {
  try {
    if (pack.items.length + pack.title.length > 0 || pack.meeting)
      localStorage.setItem(key, JSON.stringify(pack))
    else localStorage.removeItem(key)
    return true
  } catch {
    return false
  }
}

/** The pack with entries added at its end, or without them when all were in it. */
export function toggled(pack: Draft, items: readonly PageItem[]): Draft {
  const fresh = items.filter(({ page }) => !pack.items.some((item) => pageIn(item) === page))
  const kept = pack.items.filter((one) => !items.some(({ page }) => pageIn(one) === page))
  const next = fresh.length > 0 ? [...pack.items, ...fresh] : kept
  return { ...pack, items: next.slice(0, packLimits.items) }
}

/** What storage held, whoever wrote it there. */
function sound(value: unknown): Draft {
  if (typeof value !== 'object' || value === null) return empty
  const { title, day, items, meeting } = value as Partial<Record<keyof Draft, unknown>>
  const list: unknown[] = Array.isArray(items) ? items : []
  return {
    title: typeof title === 'string' ? title.slice(0, packLimits.title) : '',
    ...(typeof day === 'string' && /^\d{4}-\d\d-\d\d$/.test(day) ? { day } : {}),
    ...(typeof meeting === 'string' ? { meeting } : {}),
    items: list.filter(isPackItem).slice(0, packLimits.items),
  }
}
