import { computed, onMounted, ref, shallowRef } from 'vue'
import { dayOf } from '../../../../src/meeting/day.ts'
import { isRemoved } from '../../../../src/meeting/meeting.ts'
import type { Meeting, MeetingPlan } from '../../../../src/meeting/meeting.ts'
import type { MeetingFile } from '../../../../src/meeting/file.ts'
import { meetingsOfYear, yearRows } from '../../../../src/meeting/year.ts'
import type { YearRule } from '../../../../src/meeting/year.ts'
import { meetings } from '../meetings.ts'

/** A day by this device's clock, `YYYY-MM-DD`. */
export function today(): string {
  return dayOf(Date.now())
}

/** The meetings of this browser, one year of them at a time. */
export function useYear(rules: readonly YearRule[]) {
  const file = shallowRef<MeetingFile>({ meetings: [], unreadable: [] })
  const ready = ref(false)
  const year = ref(Number(today().slice(0, 4)))
  const all = computed(() => file.value.meetings.filter((one): one is Meeting => !isRemoved(one)))

  async function load(): Promise<void> {
    file.value = await meetings.everything()
    ready.value = true
  }

  async function change(id: string, parts: (before: Meeting) => Meeting): Promise<void> {
    await meetings.change(id, parts)
    await load()
  }

  onMounted(() => {
    void load()
    meetings.whenChanged(() => void load())
  })
  return {
    file,
    ready,
    year,
    all,
    load,
    rows: computed(() => yearRows(rules, all.value, { year: year.value, today: today() })),
    ofYear: computed(() => meetingsOfYear(all.value, year.value).reverse()),
    undated: computed(() => all.value.filter(({ day }) => day === undefined)),
    setHeld: (id: string, held: boolean) => change(id, (one) => ({ ...one, held })),
    async add(plan: MeetingPlan): Promise<void> {
      await meetings.put({ ...plan, held: true } as MeetingPlan)
      await load()
    },
    async remove(id: string): Promise<void> {
      await meetings.remove(id)
      await load()
    },
    async take({ meetings: list, unreadable }: MeetingFile): Promise<void> {
      await meetings.takeIn(list, unreadable)
      await load()
    },
    async erase(): Promise<void> {
      await meetings.erase()
      await load()
    },
  }
}
export type YearInHand = ReturnType<typeof useYear>
