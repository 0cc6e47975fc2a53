import { inject } from 'vue'
import type { InjectionKey } from 'vue'
import type { ThemeProps } from '../../src/model/theme.ts'
import Brand from './components/Brand.vue'
import CaseCard from './components/CaseCard.vue'
import Hero from './components/Hero.vue'
import SiteFooter from './components/SiteFooter.vue'

/** The components that a portal may put its own in the place of: `theme/<name>.vue`. */
export const standard = { Brand, Footer: SiteFooter, CaseCard, Hero } satisfies Record<
  keyof ThemeProps,
  unknown
>
export type Named = typeof standard

export const namedKey: InjectionKey<Named> = Symbol('named')

/** The components that stand under these names in this portal. */
export function useNamed(): Named {
  return inject(namedKey, standard)
}
