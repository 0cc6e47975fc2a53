import type { Library } from '../content/library.ts'
import { contestView } from './contest.ts'
import { agendaView } from './composer.ts'
import { homeView } from './home.ts'
import { registerView } from './register.ts'
import { indexView } from './contents.ts'
import { compareView } from './compare.ts'
import { measuresView } from './measures.ts'
import { meetingsView } from './meetings.ts'
import { minutesView } from './minutes.ts'
import { myStudyView } from './study.ts'
import { placesView } from './places.ts'
import type { Cited } from './source.ts'
import { termsIndexView } from './term.ts'
import { timelineView } from './timeline.ts'
import { updatesView } from './updates.ts'
import type { Page } from './page.ts'
import { sectionName } from './sections.ts'

/** Pages there is one of, whatever the portal holds. */
export function fixedPages(library: Library, cited: Cited): Page[] {
  return [
    ...wholePages(library),
    ...tablePages(library, cited),
    ...studyPages(library),
    ...meetingPages(library),
  ]
}

/** The front page, what finds and follows the rest, and the page for what is not there. */
function wholePages(library: Library): Page[] {
  const { site } = library
  return [
    {
      path: 'index',
      title: `${site.name} · ${site.tagline}`,
      description: site.description,
      view: () => ({ template: 'home', props: homeView(library) }),
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
      path: '404',
      title: '这一页没有找到',
      description: '地址可能写错了，也可能内容已经改名或下线。',
      hidden: true,
      view: () => ({ template: 'missing', props: {} }),
    },
  ]
}

/** Tables over all cases and facts: figures, what was done, cases side by side, places, years. */
function tablePages(library: Library, cited: Cited): Page[] {
  return [
    {
      path: 'data',
      title: sectionName(library, '数读'),
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
  ]
}

/** Words explained, and the reader’s own record. */
function studyPages(library: Library): Page[] {
  return [
    {
      path: 'terms/index',
      title: '术语',
      description: '本站文章里用到的词，一两句话说清，写明解释出自哪里。',
      section: '学习',
      view: () => ({ template: 'terms', props: termsIndexView(library) }),
    },
    {
      path: 'study',
      title: '我的学习',
      description: '学过什么、错了哪些题、记了什么笔记：记录只存在读者自己的浏览器里。',
      section: '学习',
      hidden: true,
      view: () => ({ template: 'study', props: myStudyView(library) }),
    },
  ]
}

/** A branch meeting: planned, played, minuted, and its year. */
function meetingPages(library: Library): Page[] {
  return [
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
  ]
}
