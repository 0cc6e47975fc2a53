import type { InjectionKey } from 'vue'

/** Where a reader reports a mistake. */
export const feedbackKey: InjectionKey<string | undefined> = Symbol('feedback')
