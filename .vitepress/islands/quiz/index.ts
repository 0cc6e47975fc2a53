import { hydrate } from '../hydrate.ts'
import { rememberAnswer } from '../study/answers.ts'
import Quiz from './Quiz.vue'

export const component = true

export function mount(element: HTMLElement, data: unknown): void {
  // The page wrote the questions there, as the component's own props.
  const props = data as InstanceType<typeof Quiz>['$props']
  hydrate(Quiz, element, { ...props, onAnswered: rememberAnswer })
}
