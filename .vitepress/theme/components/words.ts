import type { InjectionKey } from 'vue'

/** The site's own words, which display text never breaks. */
export const wordsKey: InjectionKey<readonly string[]> = Symbol('words')
