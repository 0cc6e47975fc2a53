import type { Pack, PageItem } from '../../../src/study/pack.ts'
import { isPackItem, packLimits, pageIn } from '../../../src/study/pack.ts'

const key = 'chaotou:pack'
const empty: Pack = { title: '', items: [] }

/** The study pack being put together in this browser. */
export function readDraft(): Pack {
  try {
    return sound(JSON.parse(localStorage.getItem(key) ?? 'null'))
  } catch {
    return empty
  }
}

/** Keep the pack; false when the browser refuses. */
export function writeDraft(pack: Pack): boolean {
  try {
    if (pack.items.length + pack.title.length > 0) localStorage.setItem(key, JSON.stringify(pack))
    else localStorage.removeItem(key)
    return true
  } catch {
    return false
  }
}

/** The pack with entries added at its end, or without them when all were in it. */
export function toggled(pack: Pack, items: readonly PageItem[]): Pack {
  const fresh = items.filter(({ page }) => !pack.items.some((item) => pageIn(item) === page))
  const kept = pack.items.filter((one) => !items.some(({ page }) => pageIn(one) === page))
  const next = fresh.length > 0 ? [...pack.items, ...fresh] : kept
  return { ...pack, items: next.slice(0, packLimits.items) }
}

/** What storage held, whoever wrote it there. */
function sound(value: unknown): Pack {
  if (typeof value !== 'object' || value === null) return empty
  const { title, day, items } = value as Partial<Record<keyof Pack, unknown>>
  const list: unknown[] = Array.isArray(items) ? items : []
  return {
    title: typeof title === 'string' ? title.slice(0, packLimits.title) : '',
    ...(typeof day === 'string' && /^\d{4}-\d\d-\d\d$/.test(day) ? { day } : {}),
    items: list.filter(isPackItem).slice(0, packLimits.items),
  }
}
