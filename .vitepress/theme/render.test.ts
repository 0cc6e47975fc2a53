import { createSSRApp, h } from 'vue'
import { renderToString } from 'vue/server-renderer'
import { expect, it, vi } from 'vitest'
import { readPortal } from '../../src/content/files.ts'
import { buildLibrary } from '../../src/content/library.ts'
import { segment } from '../../src/content/segment.ts'
import { chromeOf } from '../../src/pages/chrome.ts'
import { sitePages } from '../../src/pages/site-map.ts'
import { readHandbook } from '../../builder/handbook.ts'
import Seg from './components/Seg.vue'
import type { PortalPageData } from './portal-page.ts'
import PortalPage from './PortalPage.vue'
import { renderPage } from './render.ts'

// Vue warns of what it is only asked in a build, and of the fields a broken page lacks.
vi.spyOn(console, 'warn').mockReturnValue()

const renderAlone = (page: PortalPageData) => renderToString(createSSRApp(PortalPage, { ...page }))

const library = buildLibrary(readPortal('.'))

/** Six pages of every template, from the real edition. */
const seen = new Map<string, number>()
const pages = sitePages(library, { handbook: readHandbook() }).flatMap(
  ({ section, view }): PortalPageData[] => {
    const made = view()
    const count = (seen.get(made.template) ?? 0) + 1
    seen.set(made.template, count)
    return count > 6 ? [] : [{ chrome: chromeOf(library, section), view: made }]
  },
)

it('makes every page as if it were the only one', async () => {
  expect(new Set(pages.map(({ view }) => view.template)).size).toBeGreaterThan(9)
  const alone = await Promise.all(pages.map((page) => renderAlone(page)))
  expect(await Promise.all(pages.map((page) => renderPage(page)))).toEqual(alone)
})

it('shows what stands around each page', async () => {
  const [page] = pages
  if (!page) throw new Error('the real edition has pages')
  const other = { ...page, chrome: { ...page.chrome, name: '另一个门户', home: '/other/' } }
  expect(await renderPage(other)).toBe(await renderAlone(other))
  expect(await renderPage(page)).not.toContain('另一个门户')
})

it('goes on after a page that could not be made', async () => {
  const page = pages.find(({ view }) => view.template === 'case')
  if (!page) throw new Error('the real edition has cases')
  const broken = { ...page, view: { template: 'case', props: {} } } as PortalPageData
  const before = await renderPage(page)
  await expect(renderPage(broken)).rejects.toThrow()
  expect(await renderPage(page)).toBe(before)
})

it('says on every page of a text what must be known of it, and every correction', async () => {
  const texts = pages.filter(
    ({ view }) => 'corrections' in view.props && view.template !== 'withdrawn',
  )
  const kinds = new Map(texts.map((page) => [page.view.template, page]))
  expect([...kinds.keys()]).toEqual(expect.arrayContaining(['case', 'video', 'lesson', 'topic']))
  const correction = { date: '2026年1月1日', was: '甲甲', now: '乙乙', why: '核对来源。' }
  for (const [template, { chrome, view }] of kinds)
    for (const more of [{}, { corrected: '这一篇更正过3处。' }]) {
      const props = { ...view.props, ai: '画面由工具生成', corrections: [correction], ...more }
      const html = await renderPage({ chrome, view: { template, props } } as PortalPageData)
      for (const words of ['画面由工具生成', '乙乙', ...Object.values(more)])
        expect(html.replaceAll(/<\/?span[^>]*>/g, ''), `${template} ${words}`).toContain(words)
    }
})

it('writes display text as its nodes would be written', async () => {
  const text = `党建"联盟"&企业's<b>党支部</b>`
  const nodes = segment(text).flatMap((part, index) => (index > 0 ? [h('wbr'), part] : part))
  expect(await renderToString(createSSRApp(Seg, { text }))).toBe(
    await renderToString(createSSRApp(() => nodes)),
  )
})
