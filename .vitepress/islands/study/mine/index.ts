import { createApp } from 'vue'
import { config } from 'zod/mini'
import MyStudy from './MyStudy.vue'

/** The reader's own page: the record, what to review, notes, and ways to take it along. */
export function mount(element: HTMLElement, data: unknown): void {
  // Without this zod tries to compile code, which the policy forbids and reports.
  config({ jitless: true })
  // The template gives what the component asks for.
  createApp(MyStudy, { ...(data as InstanceType<typeof MyStudy>['$props']) }).mount(element)
}
