import { createApp } from 'vue'
import StudyPack from './StudyPack.vue'

/** The branch's study pack: an agenda, what to hand out, and a zip to take along. */
export function mount(element: HTMLElement, data: unknown): void {
  // The template gives what the component asks for.
  createApp(StudyPack, { ...(data as InstanceType<typeof StudyPack>['$props']) }).mount(element)
}
