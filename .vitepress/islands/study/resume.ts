import { isRecorded } from './recorded.ts'

/**
 * 接着学 on the front page: for a returning reader the first step that stands there becomes the next
 * one, in the course they were in last.
 */
export function mount(element: HTMLElement, data: unknown): void {
  // The template gives the base.
  const { base } = data as { base: string }
  if (!isRecorded()) return
  void import('./next-step.ts').then(({ showNextStep }) => showNextStep(element, base))
}
