import type { Library } from '../content/library.ts'
import type { ChartView } from './chart.ts'
import type { CaseView } from './case.ts'
import { aroundIn, entryPage } from './entry-pages.ts'
import { deckPath, deckView, packsShown, projectorView, entriesOnSlides } from './deck.ts'
import type { DeckView, ProjectorView } from './deck.ts'
import { handbookPages } from './handbook.ts'
import type { Handbook } from './handbook.ts'
import { contestView } from './contest.ts'
import type { ContestView } from './contest.ts'
import { agendaView } from './composer.ts'
import type { AgendaView } from './composer.ts'
import { homeView } from './home.ts'
import type { HomeView } from './home.ts'
import { listPages, organizationLists } from './listing.ts'
import type { ListView } from './listing.ts'
import { figurePages, registerLists, registerView } from './register.ts'
import type { FiguresView, RegisterView } from './register.ts'
import {
  groupedPages,
  indexView,
  organizationsIndexView,
  topicsIndexView,
  trainingIndexView,
} from './contents.ts'
import type { GroupedView, IndexView } from './contents.ts'
import type { Involvement, OrganizationView } from './organization.ts'
import { compareView } from './compare.ts'
import type { CompareView } from './compare.ts'
import { measurePages, measuresView } from './measures.ts'
import type { MeasuresView, MeasureView } from './measures.ts'
import { meetingsView } from './meetings.ts'
import type { MeetingsView } from './meetings.ts'
import { minutesView } from './minutes.ts'
import type { MinutesView } from './minutes.ts'
import { myStudyView } from './study.ts'
import type { MyStudyView } from './study.ts'
import type { PersonView } from './person.ts'
import { packsOfYear, packYearView } from './packs.ts'
import type { PackYearView } from './packs.ts'
import type { ReadyPackView } from './ready-pack.ts'
import type { PageView, WithdrawnView } from './single.ts'
import { placesView } from './places.ts'
import type { PlacesView } from './places.ts'
import { citingEntries, listedSources, sourceView } from './source.ts'
import type { Cited, SourceView } from './source.ts'
import { termsIndexView } from './term.ts'
import type { TermView, TermsView } from './term.ts'
import { timelineView } from './timeline.ts'
import type { TimelineView } from './timeline.ts'
import type { TopicView } from './topic.ts'
import { updatesView } from './updates.ts'
import type { UpdatesView } from './updates.ts'
import type { CourseView, LessonView } from './training.ts'
import type { VideoView } from './video.ts'

/** What each template is given. */
export interface Views {
  home: HomeView
  list: ListView
  case: CaseView
  video: VideoView
  person: PersonView
  course: CourseView
  lesson: LessonView
  organization: OrganizationView
  topic: TopicView
  term: TermView
  terms: TermsView
  chart: ChartView
  page: PageView
  grouped: GroupedView
  register: RegisterView
  figures: FiguresView
  source: SourceView
  search: IndexView
  updates: UpdatesView
  study: MyStudyView
  contest: ContestView
  measures: MeasuresView
  measure: MeasureView
  compare: CompareView
  places: PlacesView
  timeline: TimelineView
  pack: AgendaView
  meetings: MeetingsView
  minutes: MinutesView
  packYear: PackYearView
  readyPack: ReadyPackView
  deck: DeckView
  projector: ProjectorView
  missing: Record<string, never>
  withdrawn: WithdrawnView
}

export type Template = keyof Views
export type View = { [Name in Template]: { template: Name; props: Views[Name] } }[Template]

/** The words of the main navigation; a page belongs to at most one. */
export type Section = '案例' | '榜样' | '视频' | '学习' | '数读' | '专题'

/** One page of the portal: where it is, what its head says, and what it shows when asked. */
export interface Page {
  /** Output path without `.html`: `cases/hangzhou`, `training/read-a-case/index`. */
  path: string
  title: string
  description: string
  section?: Section
  /** Kept out of search engines. */
  hidden?: boolean
  /** Nothing stands around it: it is a screen of its own. */
  bare?: boolean
  /** Files of the entries whose texts it shows, beside its own. */
  texts?: readonly string[]
  /** `whole` has the texts of all entries, for a page that shows several. */
  view: (whole?: Library) => View
}

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

function fixedPages(library: Library, cited: Cited): Page[] {
  const { site } = library
  return [
    {
      path: 'index',
      title: `${site.name} · ${site.tagline}`,
      description: site.description,
      view: () => ({ template: 'home', props: homeView(library) }),
    },
    {
      path: 'data',
      title: '数读',
      description: '本站引用的每一个数字：数值、单位、限定、时点、来源和引用它的页面。',
      section: '数读',
      view: () => ({ template: 'register', props: registerView(library, cited) }),
    },
    {
      path: 'measures',
      title: '举措索引',
      description: '各地案例做过的事，一种做法一张表：谁做、怎么做、做了多少、什么时候、哪里读到。',
      section: '案例',
      view: () => ({ template: 'measures', props: measuresView(library) }),
    },
    {
      path: 'compare',
      title: '案例对照',
      description: '选两篇到四篇案例，一项一项对着看；没有写到的照实写明。',
      section: '案例',
      hidden: true,
      view: () => ({ template: 'compare', props: compareView(library) }),
    },
    {
      path: 'places',
      title: '各地案例',
      description: '案例按省级地区排成一张方格图和一张表。格子按大致方位排列，不是地图。',
      section: '案例',
      view: () => ({ template: 'places', props: placesView(library) }),
    },
    {
      path: 'timeline',
      title: '年表',
      description: '组织在哪一年成立，案例的来源在哪一年刊发，一年一行。',
      section: '数读',
      view: () => ({ template: 'timeline', props: timelineView(library) }),
    },
    {
      path: 'terms/index',
      title: '术语',
      description: '本站文章里用到的词，一两句话说清，写明解释出自哪里。',
      section: '学习',
      view: () => ({ template: 'terms', props: termsIndexView(library) }),
    },
    {
      path: 'search',
      title: '搜索',
      description: '按栏目和主题列出全部内容。',
      hidden: true,
      view: () => ({ template: 'search', props: indexView(library) }),
    },
    {
      path: 'updates',
      title: '更新',
      description: '新到的案例、榜样、视频、课程和专题，往后每周的一篇，以及怎样订阅。',
      view: () => ({ template: 'updates', props: updatesView(library) }),
    },
    {
      path: 'study',
      title: '我的学习',
      description: '学过什么、错了哪些题、记了什么笔记：记录只存在读者自己的浏览器里。',
      section: '学习',
      hidden: true,
      view: () => ({ template: 'study', props: myStudyView(library) }),
    },
    {
      path: 'pack',
      title: '排议程',
      description:
        '把案例、视频和课程排成一次支部会议：每项几分钟、谁主持、用什么材料，长了短了怎样改。',
      section: '学习',
      hidden: true,
      view: () => ({ template: 'pack', props: agendaView(library) }),
    },
    {
      path: 'meetings',
      title: '支部的一年',
      description: '开过的会对照“三会一课”排成一张表，只存在这台设备上。没有记录，不等于没有开。',
      section: '学习',
      hidden: true,
      view: () => ({ template: 'meetings', props: meetingsView(library) }),
    },
    {
      path: 'contest',
      title: '知识竞赛',
      description:
        '用自测题在会上比一场：两到八队，必答、抢答、风险题，一把键盘就够；每道题都说理由和来源。',
      section: '学习',
      hidden: true,
      view: () => ({ template: 'contest', props: contestView(library) }),
    },
    {
      path: 'minutes',
      title: '会议记录',
      description:
        '支部会议的记录：到会、议程和实际时间、发言要点、表决和决议；打印成一页，或存成DOCX。',
      section: '学习',
      hidden: true,
      view: () => ({ template: 'minutes', props: minutesView(library) }),
    },
    {
      path: '404',
      title: '这一页没有找到',
      description: '地址可能写错了，也可能内容已经改名或下线。',
      hidden: true,
      view: () => ({ template: 'missing', props: {} }),
    },
  ]
}
