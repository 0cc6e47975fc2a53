import { createApp } from 'vue'
import { config } from 'zod/mini'
import type { MeetingsView } from '../../../../src/pages/meetings.ts'
import { loadStyleSheet } from '../../style-sheet.ts'
import fields from '../../../theme/styles/meeting.css?url&no-inline'
import sheet from '../../../theme/styles/year.css?url&no-inline'
import YearRoom from './YearRoom.vue'

/** The branch's year: meetings kept on this device, beside what the regulations say of each. */
export function mount(element: HTMLElement, data: unknown): void {
  // Without this zod tries to compile code, which the policy forbids and reports.
  config({ jitless: true })
  // The template wrote it there.
  const view = data as MeetingsView
  void Promise.all([fields, sheet].map(loadStyleSheet)).then(() =>
    createApp(YearRoom, { view }).mount(element),
  )
}
