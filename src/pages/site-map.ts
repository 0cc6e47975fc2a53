import type { Library } from '../content/library.ts'
import { aroundIn, entryPage } from './entry-pages.ts'
import { deckPath, deckView, packsShown, projectorView, entriesOnSlides } from './deck.ts'
import { handbookPages } from './handbook.ts'
import type { Handbook } from './handbook.ts'
import { listPages, organizationLists } from './listing.ts'
import { figurePages, registerLists } from './register.ts'
import {
  groupedPages,
  organizationsIndexView,
  topicsIndexView,
  trainingIndexView,
} from './contents.ts'
import type { GroupedView } from './contents.ts'
import type { Involvement } from './organization.ts'
import { measurePages } from './measures.ts'
import { packsOfYear, packYearView } from './packs.ts'
import { citingEntries, listedSources, sourceView } from './source.ts'
import type { Cited } from './source.ts'
import { fixedPages } from './fixed-pages.ts'
import type { Page } from './page.ts'
import type { Section } from './sections.ts'

/** What a site has beside its library. */
interface Extra {
  handbook?: Handbook
  /** Show drafts, for editors at work. */
  drafts?: boolean
}

/** Every page there is, in path order: a pure function of the library. */
export function sitePages(library: Library, extra: Extra = {}): Page[] {
  const around = aroundIn(library)
  const pages: Page[] = [
    ...programPages(library, around),
    ...(extra.handbook ? handbookPages(library, extra.handbook) : []).map((page): Page => ({
      ...page,
      view: () => ({ template: 'page', props: page.view() }),
    })),
    ...library.entries
      .filter(({ data }) => extra.drafts || data.status !== 'draft')
      .map((entry) => entryPage(library, entry, around)),
  ]
  return pages.sort((a, b) => (a.path < b.path ? -1 : 1))
}

/** Pages that no file of the portal is: the home page, lists, the register, those the program comes with. */
export function programPages(library: Library, around = aroundIn(library)): Page[] {
  const cited = citingEntries(library)
  return [
    ...fixedPages(library, cited),
    ...contentsPages(library, around.involvement),
    ...packPages(library),
    ...deckPages(library),
    ...listPages(library).map((page): Page => ({
      ...page,
      section: page.section,
      view: () => ({ template: 'list', props: page.view() }),
    })),
    ...measurePages(library).map((page): Page => ({
      ...page,
      section: '案例',
      view: () => ({ template: 'measure', props: page.view() }),
    })),
    ...organizationLists(library, around.involvement).map((page): Page => ({
      ...page,
      section: '专题',
      view: () => ({ template: 'list', props: page.view() }),
    })),
    ...registerPages(library, cited),
    ...listedSources(library).map((record): Page => ({
      path: `data/${record.data.id}`,
      title: record.data.title,
      description: `${record.data.publisher}《${record.data.title}》里读到的事实，逐条列出数字、时点和引用它的页面。`,
      section: '数读',
      view: () => ({ template: 'source', props: sourceView(library, record, cited) }),
    })),
  ]
}

/** Lists in groups: one page each, or more where there is more. */
function contentsPages(library: Library, involvement: Involvement): Page[] {
  const lists: { stem: string; section: Section; whole: GroupedView }[] = [
    { stem: 'training/index', section: '学习', whole: trainingIndexView(library) },
    { stem: 'topics/index', section: '专题', whole: topicsIndexView(library) },
    {
      stem: 'organizations/index',
      section: '专题',
      whole: organizationsIndexView(library, involvement),
    },
    ...registerLists(library).map((list) => ({ ...list, section: '数读' as const })),
  ]
  return lists.flatMap(({ stem, section, whole }) =>
    groupedPages(library, stem, whole).map((page): Page => ({
      ...page,
      section,
      view: () => ({ template: 'grouped', props: page.view() }),
    })),
  )
}

/** The year's packs, where there are any. */
function packPages(library: Library): Page[] {
  if (packsOfYear(library).length === 0) return []
  const { title, lead } = packYearView(library)
  return [
    {
      ...{ path: 'packs/index', title, description: lead },
      section: '学习',
      view: () => ({ template: 'packYear', props: packYearView(library) }),
    },
  ]
}

/** The slides of every ready pack, and the page that shows slides of anything else. */
function deckPages(library: Library): Page[] {
  const projector: Page = {
    path: 'slides',
    title: '放映',
    description: '把学习包、议程、案例和课程一页一页投到大屏幕上。',
    ...{ section: '学习', hidden: true, bare: true },
    view: () => ({ template: 'projector', props: projectorView(library) }),
  }
  const decks = packsShown(library).map((pack): Page => ({
    path: deckPath(pack),
    title: `放映：${pack.data.title}`,
    description: `学习包《${pack.data.title}》的放映页。`,
    ...{ section: '学习', hidden: true, bare: true },
    texts: entriesOnSlides(library, pack).map(({ file }) => file),
    view: (whole = library) => ({ template: 'deck', props: deckView(whole, pack) }),
  }))
  return [projector, ...decks]
}

function registerPages(library: Library, cited: Cited): Page[] {
  return figurePages(library, cited).map((page): Page => ({
    ...page,
    description: '本站引用的数字，按来源排。',
    section: '数读',
    view: () => ({ template: 'figures', props: page.view() }),
  }))
}
