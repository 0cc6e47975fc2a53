import { shallowRef } from 'vue'
import { loadEntry } from '../../study/pack/load-entry.ts'
import type { PackEntry } from '../../study/pack/load-entry.ts'
import type { Loaded } from '../../study/pack/rows.ts'

/** Pages of the portal that the agenda is about, as they come. */
export function useEntries(base: string) {
  const entries = shallowRef<Loaded>(new Map())
  const asked = new Set<string>()

  async function load(pages: readonly string[]): Promise<void> {
    const fresh = pages.filter((page) => !asked.has(page))
    for (const page of fresh) asked.add(page)
    await Promise.all(
      fresh.map(async (page) => {
        const entry: PackEntry | 'missing' = await loadEntry(base, page).catch(
          () => 'missing' as const,
        )
        entries.value = new Map([...entries.value, [page, entry]])
      }),
    )
  }
  return { entries, load }
}
