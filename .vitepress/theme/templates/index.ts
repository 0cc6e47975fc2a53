import type { Component } from 'vue'
import type { Template } from '../../../src/pages/page.ts'
import Case from './Case.vue'
import Chart from './Chart.vue'
import Compare from './Compare.vue'
import Contest from './Contest.vue'
import Course from './Course.vue'
import Deck from './Deck.vue'
import Figures from './Figures.vue'
import Grouped from './Grouped.vue'
import Home from './Home.vue'
import Lesson from './Lesson.vue'
import List from './List.vue'
import Measure from './Measure.vue'
import Measures from './Measures.vue'
import Meetings from './Meetings.vue'
import Minutes from './Minutes.vue'
import Missing from './Missing.vue'
import Organization from './Organization.vue'
import Pack from './Pack.vue'
import PackYear from './PackYear.vue'
import Page from './Page.vue'
import Person from './Person.vue'
import Places from './Places.vue'
import ReadyPack from './ReadyPack.vue'
import Projector from './Projector.vue'
import Register from './Register.vue'
import Search from './Search.vue'
import Source from './Source.vue'
import Study from './Study.vue'
import Term from './Term.vue'
import Terms from './Terms.vue'
import Timeline from './Timeline.vue'
import Topic from './Topic.vue'
import Updates from './Updates.vue'
import Video from './Video.vue'
import Withdrawn from './Withdrawn.vue'

/** The component each kind of page is rendered by. */
export const templates: Record<Template, Component> = {
  home: Home,
  list: List,
  case: Case,
  video: Video,
  person: Person,
  course: Course,
  lesson: Lesson,
  organization: Organization,
  topic: Topic,
  term: Term,
  terms: Terms,
  chart: Chart,
  page: Page,
  grouped: Grouped,
  register: Register,
  figures: Figures,
  source: Source,
  search: Search,
  updates: Updates,
  measures: Measures,
  measure: Measure,
  compare: Compare,
  places: Places,
  timeline: Timeline,
  study: Study,
  pack: Pack,
  contest: Contest,
  meetings: Meetings,
  minutes: Minutes,
  packYear: PackYear,
  readyPack: ReadyPack,
  deck: Deck,
  projector: Projector,
  missing: Missing,
  withdrawn: Withdrawn,
}
