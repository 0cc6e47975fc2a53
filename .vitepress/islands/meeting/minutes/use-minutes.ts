import { computed, onBeforeUnmount, shallowRef } from 'vue'
import { dayOf } from '../../../../src/meeting/day.ts'
import type { RowMaterial } from '../../../../src/meeting/minutes/draft.ts'
import { missingFields } from '../../../../src/meeting/minutes/missing.ts'
import { heldByRecord } from '../../../../src/meeting/standing.ts'
import { minutesSheet } from '../../../../src/meeting/minutes/sheet.ts'
import type { Meeting, MeetingRow } from '../../../../src/meeting/meeting.ts'
import type { MeetingRecord } from '../../../../src/meeting/record.ts'
import { meetings } from '../meetings.ts'
import { materialsOf } from './material.ts'

type Change = (before: Meeting) => Meeting

/** Milliseconds after the last keystroke until what was typed is kept. */
const patience = 400

/** The record in hand: shown at once, kept a moment later. */
export function useMinutes(base: string, opened: Meeting) {
  const meeting = shallowRef(opened)
  const materials = shallowRef<ReadonlyMap<number, RowMaterial>>(new Map())
  void materialsOf(base, opened.rows).then((found) => {
    materials.value = found
  })

  let waiting: Change[] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  function keep(): void {
    clearTimeout(timer)
    const changes = waiting
    waiting = []
    if (changes.length > 0)
      void meetings.change(opened.id, (before) =>
        changes.reduce((one, change) => change(one), before),
      )
  }
  function change(next: Change): void {
    const told: Change = (before) => heldByRecord(next(before), dayOf(Date.now()))
    meeting.value = told(meeting.value)
    waiting.push(told)
    clearTimeout(timer)
    timer = setTimeout(keep, patience)
  }
  // A page that is left keeps what was typed last.
  addEventListener('pagehide', keep)
  onBeforeUnmount(() => {
    keep()
    removeEventListener('pagehide', keep)
  })

  const record = computed<MeetingRecord>(() => meeting.value.record ?? {})
  return {
    meeting,
    materials,
    record,
    missing: computed(() => missingFields(meeting.value)),
    sheet: computed(() => minutesSheet(meeting.value, materials.value)),
    change,
    /** Change what was written down. */
    setRecord(part: Partial<MeetingRecord>) {
      change((before) => ({ ...before, record: { ...before.record, ...part } }))
    },
    setRow(id: number, part: Partial<MeetingRow>) {
      change((before) => ({
        ...before,
        rows: before.rows.map((row) => (row.id === id ? { ...row, ...part } : row)),
      }))
    },
  }
}
export type MinutesInHand = ReturnType<typeof useMinutes>

/** What a field holds: text, or undefined where it was emptied. */
export function textOf(event: Event): string {
  return (event.target as HTMLInputElement).value
}

/** A whole number, or undefined where the field is empty or holds something else. */
export function countOf(event: Event): number | undefined {
  const text = textOf(event).trim()
  const count = Number(text)
  return text !== '' && Number.isInteger(count) && count >= 0 && count <= 9999 ? count : undefined
}

/** A day or a time, or undefined where the field is empty. */
export function givenOf(event: Event): string | undefined {
  return textOf(event) || undefined
}
