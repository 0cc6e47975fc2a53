import { computed, shallowRef, watch } from 'vue'
import type { Pack, PackItem } from '../../../../src/study/pack.ts'
import { readPackAddress, writePackAddress } from '../../../../src/study/pack.ts'
import { readDraft, writeDraft } from '../pack-draft.ts'
import { loadEntry } from './load-entry.ts'
import type { PackEntry } from './load-entry.ts'

/** The pack on the screen: this browser's own, or the one an address carries, and its entries as they load. */
export function usePack(base: string) {
  const arrived = readPackAddress(location.hash)
  const fault = shallowRef(arrived && 'fault' in arrived ? arrived.fault : '')
  const shared = shallowRef(Boolean(arrived) && !fault.value)
  const pack = shallowRef<Pack>(arrived && !('fault' in arrived) ? arrived : readDraft())
  const entries = shallowRef<ReadonlyMap<string, PackEntry | 'missing'>>(new Map())

  const known = new Map<string, PackEntry | 'missing'>()
  const load = async (items: readonly PackItem[]) => {
    const fresh = items.filter(({ page }) => !known.has(page))
    await Promise.all(
      fresh.map(async ({ page }) => {
        known.set(page, await loadEntry(base, page).catch(() => 'missing' as const))
      }),
    )
    entries.value = new Map(known)
  }
  watch(
    () => pack.value.items,
    (items) => void load(items),
    { immediate: true },
  )

  const change = (next: Pack) => {
    pack.value = next
    writeDraft(next)
    if (location.hash) history.replaceState(null, '', location.pathname)
  }
  return {
    pack,
    shared,
    fault,
    entries,
    change,
    /** Entries there are, in the pack's order. */
    present: computed(() =>
      pack.value.items.flatMap((item) => {
        const entry = entries.value.get(item.page)
        return entry && entry !== 'missing' ? [{ ...item, entry }] : []
      }),
    ),
    ready: computed(() => pack.value.items.every(({ page }) => entries.value.has(page))),
    address: computed(() => `${location.href.replace(/#.*$/, '')}#${writePackAddress(pack.value)}`),
    /** Make the pack that came with the address this browser's own. */
    adopt() {
      shared.value = false
      change(pack.value)
    },
    move(index: number, by: -1 | 1) {
      const items = [...pack.value.items]
      const [item] = items.splice(index, 1)
      if (item) items.splice(index + by, 0, item)
      change({ ...pack.value, items })
    },
    remove(index: number) {
      change({ ...pack.value, items: pack.value.items.filter((_, place) => place !== index) })
    },
    setMinutes(index: number, minutes: number) {
      const whole = Math.min(180, Math.max(0, Math.round(minutes) || 0))
      const items = pack.value.items.map((item, place) =>
        place === index ? { ...item, minutes: whole } : item,
      )
      change({ ...pack.value, items })
    },
  }
}
export type PackInHand = ReturnType<typeof usePack>
export type PresentEntry = PackInHand['present']['value'][number]
