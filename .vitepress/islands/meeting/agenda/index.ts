import { createApp } from 'vue'
import { config } from 'zod/mini'
import type { AgendaView } from '../../../../src/pages/composer.ts'
import { loadStyleSheet } from '../../style-sheet.ts'
import fields from '../../../theme/styles/meeting.css?url&no-inline'
import sheet from '../../../theme/styles/agenda.css?url&no-inline'
import AgendaRoom from './AgendaRoom.vue'

/** Where a branch plans its meeting: rows, minutes, and how to fit them into the hour. */
export function mount(element: HTMLElement, data: unknown): void {
  // Without this zod tries to compile code, which the policy forbids and reports.
  config({ jitless: true })
  // The template wrote it there.
  const view = data as AgendaView
  void Promise.all([fields, sheet].map(loadStyleSheet)).then(() =>
    createApp(AgendaRoom, { view }).mount(element),
  )
}
