import type { InjectionKey } from 'vue'

/** The path the portal is deployed under: `/` or `/a/b/`. */
export const baseKey: InjectionKey<string> = Symbol('base')
