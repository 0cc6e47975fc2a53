import { createApp } from 'vue'
import { comparedFile } from '../../../src/pages/compared-case.ts'
import type { ComparedCase } from '../../../src/pages/compared-case.ts'
import { fetchPage } from '../study/fetch-page.ts'
import { namedInQuery } from './chosen.ts'
import { readComparedCase } from './compared-case.ts'
import Comparison from './Comparison.vue'

/** What the template `Compare.vue` writes for this island. */
interface CompareData {
  /** The portal's base, ending in `/`. */
  base: string
  /** Addresses of the index of measures and of the list of cases. */
  measures: string
  list: string
  /** By the id of a portal that cases were collected from: in how many files they stand. */
  collected?: Record<string, number>
}

/** Set the cases of the address side by side, each read from its own page, or from the files of its portal. */
export function mount(element: HTMLElement, data: unknown): void {
  // The template wrote this, as JSON.
  const { base, measures, list, collected } = data as CompareData
  const names = namedInQuery(location.search)
  const counts = new Map(Object.entries(collected ?? {}))
  void Promise.all(names.map((name) => readNamed(base, name, counts))).then((results) => {
    const cases = results.filter((result) => result !== undefined)
    createApp(Comparison, { cases, missing: names.length - cases.length, measures, list }).mount(
      element.querySelector('[data-compare]') ?? element,
    )
  })
}

/** Undefined for a case that cannot be had. */
async function readNamed(
  base: string,
  name: string,
  counts: ReadonlyMap<string, number>,
): Promise<ComparedCase | undefined> {
  const [portal = '', slug] = name.split(':')
  try {
    if (slug !== undefined) return await readCollected(base, name, counts.get(portal))
    const href = `${base}cases/${name}.html`
    return readComparedCase(await fetchPage(href), { id: name, href })
  } catch {
    return undefined
  }
}

async function readCollected(
  base: string,
  name: string,
  files: number | undefined,
): Promise<ComparedCase | undefined> {
  const [portal = '', slug = ''] = name.split(':')
  if (!files) return undefined
  const answer = await fetch(base + comparedFile(portal, slug, files))
  if (!answer.ok) return undefined
  // The build wrote it.
  const cases = (await answer.json()) as ComparedCase[]
  return cases.find(({ id }) => id === name)
}
