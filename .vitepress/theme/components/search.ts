import type { InjectionKey } from 'vue'

/** Address of the search page, under the base. */
export const searchKey: InjectionKey<string> = Symbol('search')
