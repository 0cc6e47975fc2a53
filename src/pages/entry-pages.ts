import type { Entry, Library } from '../content/library.ts'
import { caseView } from './case.ts'
import { chartView } from './chart.ts'
import { involvementIn, organizationView } from './organization.ts'
import type { Involvement } from './organization.ts'
import { personView } from './person.ts'
import { Relations } from './related.ts'
import { readyPackView } from './ready-pack.ts'
import { pageView, withdrawnView } from './single.ts'
import type { Page, View } from './page.ts'
import type { Section } from './sections.ts'
import { termView } from './term.ts'
import { topicView } from './topic.ts'
import { courseView, lessonView } from './training.ts'
import { videoView } from './video.ts'

const sections: Partial<Record<Entry['collection'], Section>> = {
  cases: '案例',
  videos: '视频',
  people: '榜样',
  courses: '学习',
  lessons: '学习',
  packs: '学习',
  topics: '专题',
  terms: '学习',
  organizations: '专题',
  charts: '数读',
}

/** Makes pages of single entries, without the work of making all. */
export function entryPages(library: Library): (entry: Entry) => Page {
  const around = aroundIn(library)
  return (entry) => entryPage(library, entry, around)
}

/** What entries have to do with each other: worked out once for all pages, when one first asks. */
interface Around {
  readonly relations: Relations
  readonly involvement: Involvement
}

export function aroundIn(library: Library): Around {
  let relations: Relations | undefined
  let involvement: Involvement | undefined
  return {
    get relations() {
      return (relations ??= new Relations(library))
    },
    get involvement() {
      return (involvement ??= involvementIn(library))
    },
  }
}

export function entryPage(library: Library, entry: Entry, around: Around): Page {
  const withdrawn = entry.data.status === 'withdrawn'
  const section = sections[entry.collection]
  return {
    path: entry.url.slice(1).replace(/\.html$/, ''),
    title: withdrawn ? `已撤下：${entry.data.title}` : entry.data.title,
    description: withdrawn ? `《${entry.data.title}》已经撤下，不再发布。` : entry.data.summary,
    ...(section ? { section } : {}),
    ...(withdrawn || entry.data.provenance === 'sample' ? { hidden: true } : {}),
    view: () =>
      withdrawn
        ? { template: 'withdrawn', props: withdrawnView(library, entry) }
        : entryView(library, entry, around),
  }
}

function entryView(library: Library, entry: Entry, around: Around): View {
  switch (entry.collection) {
    case 'cases':
      return { template: 'case', props: caseView(library, entry, around.relations) }
    case 'videos':
      return { template: 'video', props: videoView(library, entry, around.relations) }
    case 'people':
      return { template: 'person', props: personView(library, entry, around.relations) }
    case 'courses':
      return { template: 'course', props: courseView(library, entry) }
    case 'lessons':
      return { template: 'lesson', props: lessonView(library, entry, around.relations) }
    case 'packs':
      return { template: 'readyPack', props: readyPackView(library, entry) }
    case 'organizations':
      return {
        template: 'organization',
        props: organizationView(library, entry, around.involvement),
      }
    case 'topics':
      return { template: 'topic', props: topicView(library, entry) }
    case 'terms':
      return { template: 'term', props: termView(library, entry) }
    case 'charts':
      return { template: 'chart', props: chartView(library, entry) }
    case 'pages':
      return { template: 'page', props: pageView(library, entry) }
  }
}
