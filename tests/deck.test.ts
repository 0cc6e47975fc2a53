import { parseHTML } from 'linkedom'
import { expect, it, vi } from 'vitest'
import { readMaterial } from '../.vitepress/islands/meeting/deck/read-page.ts'
import { renderPage } from '../.vitepress/theme/render.ts'
import { readPortal } from '../src/content/files.ts'
import { buildLibrary } from '../src/content/library.ts'
import { deckOfEntry } from '../src/meeting/deck/deck-of.ts'
import { chromeOf } from '../src/pages/chrome.ts'
import { materialOf } from '../src/pages/deck-material.ts'
import { aroundIn, entryPage } from '../src/pages/entry-pages.ts'

// Vue warns of what it is only asked in a build.
vi.spyOn(console, 'warn').mockReturnValue()

const library = buildLibrary(readPortal('.'))
const around = aroundIn(library)

/** The page of an entry as a browser has it. */
async function pageOf(path: string): Promise<Document> {
  const entry = library.byPath.get(path)
  if (!entry) throw new Error(`no ${path}`)
  const page = entryPage(library, entry, around)
  const html = await renderPage({ chrome: chromeOf(library, page.section), view: page.view() })
  const head = `<meta name="description" content="${page.description}">`
  const { document } = parseHTML(
    `<!doctype html><html><head>${head}</head><body>${html}</body></html>`,
  )
  return document
}

it('shows all steps of a chart that a ready pack is about, stage by stage', () => {
  const entry = library.byPath.get('/charts/admission-steps')
  const material = entry && materialOf(library, entry)
  if (entry?.collection !== 'charts' || entry.data.drawing.kind !== 'steps' || !material)
    throw new Error('no steps')
  const lists = deckOfEntry(material).slides.flatMap((one) => (one.kind === 'list' ? one : []))
  expect(lists.flatMap(({ items }) => items)).toHaveLength(entry.data.drawing.steps.length)
  expect(lists[0]).toMatchObject({
    title: '申请',
    start: 1,
    items: ['递交入党申请书：申请人', '派人谈话：党组织，一个月内'],
  })
})

it.for([
  '/cases/hangzhou',
  '/cases/hangzhou-smart-database',
  '/training/read-a-case/know-the-base',
  '/training/admission/candidates',
  '/people/huang-danian',
  '/videos/know-the-base',
  '/videos/my-country-and-me-2019',
  '/charts/hangzhou-database',
  '/charts/admission-steps',
])('makes the same slides of %s from its page as from the library', async (path) => {
  const entry = library.byPath.get(path)
  const material = entry && materialOf(library, entry)
  if (!material) throw new Error(`${path} is not shown`)
  const read = readMaterial(await pageOf(path))
  expect(read).toEqual(material)
  expect(deckOfEntry(material).slides.length).toBeGreaterThan(1)
})
