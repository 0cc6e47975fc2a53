import { createApp } from 'vue'
import { fetchPage } from '../study/fetch-page.ts'
import { slugsInQuery } from './chosen.ts'
import { readComparedCase } from './compared-case.ts'
import type { ComparedCase } from './compared-case.ts'
import Comparison from './Comparison.vue'

/** What the template `Compare.vue` writes for this island. */
interface CompareData {
  /** The portal's base, ending in `/`. */
  base: string
  /** Address of the index of measures. */
  measures: string
}

/** Set the cases of the address side by side, each read from its own page. */
export function mount(element: HTMLElement, data: unknown): void {
  // The template wrote this, as JSON.
  const { base, measures } = data as CompareData
  const slugs = slugsInQuery(location.search)
  void Promise.all(slugs.map((slug) => readCase(base, slug))).then((results) => {
    const cases = results.filter((result) => result !== undefined)
    createApp(Comparison, { cases, missing: slugs.length - cases.length, measures }).mount(
      element.querySelector('[data-compare]') ?? element,
    )
  })
}

/** Undefined for a case that cannot be had. */
async function readCase(base: string, slug: string): Promise<ComparedCase | undefined> {
  const href = `${base}cases/${slug}.html`
  try {
    return readComparedCase(await fetchPage(href), { slug, href })
  } catch {
    return undefined
  }
}
