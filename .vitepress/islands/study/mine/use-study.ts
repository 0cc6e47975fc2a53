import { computed, shallowRef } from 'vue'
import { notesOf, pagesOf } from '../../../../src/study/fold.ts'
import { sift } from '../../../../src/study/file.ts'
import type { RecordFile } from '../../../../src/study/file.ts'
import { cardsOf } from '../../../../src/study/leitner.ts'
import { now } from '../../storage/identity.ts'
import { study } from '../record.ts'
import { markRecorded } from '../recorded.ts'
import { eraseAll, everythingIn, takeInto } from '../whole.ts'

/** Minutes the reader's clock is ahead of UTC. */
export const minutesEast = -new Date().getTimezoneOffset()

/** The whole record, kept up with what other tabs write. */
export function useStudy() {
  const file = shallowRef<RecordFile>({ record: { activities: [], places: [] }, unreadable: [] })
  const ready = shallowRef(false)
  const load = async () => {
    const { activities, places } = await everythingIn(study)
    file.value = sift(activities, places)
    ready.value = true
  }
  study.whenChanged(() => void load())
  // A page kept by the browser's back button comes back as it was left.
  addEventListener('pageshow', () => void load())
  const activities = computed(() => file.value.record.activities)
  return {
    file,
    ready,
    load,
    pages: computed(() => pagesOf(activities.value)),
    notes: computed(() => notesOf(activities.value)),
    cards: computed(() => cardsOf(activities.value, minutesEast)),
    /** Merge a record that came from elsewhere; false when it lasts for this page only. */
    async take({ record, unreadable }: RecordFile): Promise<boolean> {
      const kept = await takeInto(study, record)
      markRecorded(true)
      await load()
      file.value = { ...file.value, unreadable: [...file.value.unreadable, ...unreadable] }
      return kept
    },
    async erase(): Promise<void> {
      await eraseAll(study)
      for (const storage of ['chaotou:pack', 'chaotou:searches']) forget(storage)
      markRecorded(false)
      await load()
    },
    now,
  }
}
export type Study = ReturnType<typeof useStudy>

function forget(key: string): void {
  try {
    localStorage.removeItem(key)
  } catch {
    // Blocked: nothing was kept.
  }
}
