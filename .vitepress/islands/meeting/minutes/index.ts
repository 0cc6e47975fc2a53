import { createApp } from 'vue'
import type { MinutesView } from '../../../../src/pages/minutes.ts'
import { loadStyleSheet } from '../../style-sheet.ts'
import sheet from '../../../theme/styles/minutes.css?url&no-inline'
import MinutesRoom from './MinutesRoom.vue'

/** 会议记录: filled from the meeting of this browser that the address names. */
export function mount(element: HTMLElement, data: unknown): void {
  // The template wrote a `MinutesView` there.
  const view = data as MinutesView
  void loadStyleSheet(sheet).then(() => createApp(MinutesRoom, { view }).mount(element))
}
