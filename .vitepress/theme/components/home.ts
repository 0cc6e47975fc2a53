import type { InjectionKey } from 'vue'

/** Address of the front page, under the base. */
export const homeKey: InjectionKey<string> = Symbol('home')
