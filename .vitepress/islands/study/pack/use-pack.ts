import { computed, shallowRef, watch } from 'vue'
import type { Pack } from '../../../../src/study/pack.ts'
import { pageIn, readPackAddress, writePackAddress } from '../../../../src/study/pack.ts'
import { readDraft, writeDraft } from '../pack-draft.ts'
import { loadEntry } from './load-entry.ts'
import type { PackEntry } from './load-entry.ts'
import { rowOf } from './rows.ts'

/** A link from a ready pack's page: what it carries is meant to be changed. */
const startMark = '#start='

/** The pack on the screen: this browser's own, or the one an address carries, and its entries as they load. */
export function usePack(base: string) {
  const isStart = location.hash.startsWith(startMark)
  const arrived = readPackAddress(location.hash.replace(startMark, '#pack='))
  const fault = shallowRef(arrived && 'fault' in arrived ? arrived.fault : '')
  const shared = shallowRef(Boolean(arrived) && !fault.value)
  const own = readDraft()
  const pack = shallowRef<Pack>(arrived && !('fault' in arrived) ? arrived : own)
  const entries = shallowRef<ReadonlyMap<string, PackEntry | 'missing'>>(new Map())

  const known = new Map<string, PackEntry | 'missing'>()
  const load = async (pages: readonly string[]) => {
    const fresh = new Set(pages.filter((page) => !known.has(page)))
    await Promise.all(
      [...fresh].map(async (page) => {
        known.set(page, await loadEntry(base, page).catch(() => 'missing' as const))
      }),
    )
    entries.value = new Map(known)
  }
  const pages = computed(() => pack.value.items.flatMap((item) => pageIn(item) ?? []))
  watch(pages, (now) => void load(now), { immediate: true })

  const change = (next: Pack) => {
    pack.value = next
    writeDraft(next)
    if (location.hash) history.replaceState(null, '', location.pathname)
  }
  /** Make the pack that came with the address this browser's own. */
  const adopt = () => {
    shared.value = false
    change(pack.value)
  }
  // Nothing is lost where nothing was put together yet.
  if (isStart && shared.value && own.items.length === 0) adopt()
  return {
    pack,
    shared,
    /** Came from a ready pack, while this browser has a pack of its own. */
    replaces: isStart && own.items.length > 0,
    fault,
    entries,
    change,
    adopt,
    /** Rows there are, in the pack's order: those of a page that is gone are left out. */
    rows: computed(() => pack.value.items.flatMap((item) => rowOf(item, entries.value) ?? [])),
    ready: computed(() => pages.value.every((page) => entries.value.has(page))),
    address: computed(() => `${location.href.replace(/#.*$/, '')}#${writePackAddress(pack.value)}`),
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
