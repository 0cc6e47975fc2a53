import { hydrate } from '../hydrate.ts'
import Quiz from './Quiz.vue'

export const component = true

export function mount(element: HTMLElement, data: unknown): void {
  hydrate(Quiz, element, data)
}
