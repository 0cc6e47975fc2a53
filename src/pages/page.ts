import type { Library } from '../content/library.ts'
import type { ChartView } from './chart.ts'
import type { CaseView } from './case.ts'
import type { DeckView, ProjectorView } from './deck.ts'
import type { ContestView } from './contest.ts'
import type { AgendaView } from './composer.ts'
import type { HomeView } from './home.ts'
import type { ListView } from './listing.ts'
import type { FiguresView, RegisterView } from './register.ts'
import type { GroupedView, IndexView } from './contents.ts'
import type { OrganizationView } from './organization.ts'
import type { CompareView } from './compare.ts'
import type { MeasuresView, MeasureView } from './measures.ts'
import type { MeetingsView } from './meetings.ts'
import type { MinutesView } from './minutes.ts'
import type { MyStudyView } from './study.ts'
import type { PersonView } from './person.ts'
import type { PackYearView } from './packs.ts'
import type { ReadyPackView } from './ready-pack.ts'
import type { PageView, WithdrawnView } from './single.ts'
import type { PlacesView } from './places.ts'
import type { SourceView } from './source.ts'
import type { TermView, TermsView } from './term.ts'
import type { TimelineView } from './timeline.ts'
import type { TopicView } from './topic.ts'
import type { UpdatesView } from './updates.ts'
import type { CourseView, LessonView } from './training.ts'
import type { VideoView } from './video.ts'
import type { Section } from './sections.ts'

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

/** One page of the portal: where it is, what its head says, and what it shows when asked. */
export interface Page {
  /** Output path without `.html`: `cases/hangzhou`, `training/read-a-case/index`. */
  path: string
  title: string
  description: string
  /** A page belongs to at most one. */
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
