import type { MediaFile, TextFile } from '../../content/files.ts'
import type { CollectionName } from '../../model/index.ts'
import { tinyMp4, tinyPng } from './media.ts'

/** What each kind of file needs at least, a top-level field a line; examples show only what matters. */
const entry = [
  'title: 示例条目',
  'summary: 这是一段够长的摘要，用来让示例成为完整的条目，它只说明谁在什么时候做了什么事，不多说别的话。',
  'date: 2026-11-01',
  'status: published',
  'topics: [组织力]',
  'provenance: compiled',
]
const sourced = [...entry, 'sources: [demo]']

export const baseFields: Record<CollectionName | 'source' | 'site', readonly string[]> = {
  cases: [...sourced, 'unit: demo-committee'],
  videos: [...sourced, 'external: { url: https://example.org/programme, label: 示例网站 }'],
  people: [
    ...sourced.map((line) => (line.startsWith('title:') ? 'title: 张示例' : line)),
    'domain: 快递与配送',
    'consent: public-record',
    'role: { text: 示例公司快递员, as_of: 2021-06, cites: [demo-f08] }',
    'membership: { since: 2020-01, cites: [demo-f08] }',
    'honours: [{ name: 示例模范, body: 示例委员会, date: 2021-06, cites: [demo-f07] }]',
    'discussion: [我们能先做哪一件？, 谁来做，什么时候做？]',
  ],
  courses: [
    ...entry,
    'level: 入门',
    'audience: 编辑',
    'objectives: [说出来源的作用]',
    'lessons: [first]',
  ],
  lessons: [...entry, 'minutes: 5', 'objectives: [说出来源的作用]'],
  packs: [
    ...entry,
    'month: 7',
    'minutes: 45',
    'aim: 说得出来源的作用',
    'agenda: [{ kind: 签到, title: 签名, minutes: 3 }, { kind: 学习, title: 读一课, minutes: 20, entries: [/training/demo/first] }, { kind: 讨论, title: 三个问题, minutes: 18 }, { kind: 布置, title: 会后一件事, minutes: 4 }]',
    'questions: [{ question: 我们记了哪些来源？, entry: /training/demo/first }, { question: 谁来核对？, entry: /training/demo/first }, { question: 多久核对一次？, entry: /training/demo/first }]',
  ],
  organizations: [...entry, 'kind: 行业党委'],
  topics: [...entry, 'intro: 这个专题收集示例。'],
  terms: [
    ...sourced.map((line) => (line.startsWith('title:') ? 'title: 示例术语' : line)),
    'cites: [demo-f08]',
  ],
  charts: [
    ...sourced,
    'caption: 一点代表一家企业，单位：家',
    'drawing: { kind: share, whole: { fact: demo-f01, label: 入库企业 }, parts: [{ fact: demo-f02, label: 市级重点 }], rest: 其他企业 }',
  ],
  pages: entry,
  source: [
    'title: 示例报道',
    'publisher: 示例日报',
    'published: 2021-06-09',
    'url: https://example.org/report',
    'accessed: 2026-11-01',
    'quality: full',
    'facts: []',
  ],
  site: [
    'name: 示例门户',
    'topics: [组织力, 智慧党建, 网络公益]',
    'series: [四强党支部案例]',
    'measures: [{ name: 摸底建库, slug: register }, { name: 联盟, slug: alliance }]',
  ],
}

const prose = '\n党组织每月学习一次，学完就办一件实事。\n'

export const baseBodies: Record<CollectionName, string> = {
  cases: `\n## 工作背景\n${prose}\n## 工作举措\n${prose}\n## 工作成效\n${prose}`,
  videos: prose,
  people: `\n## 做过的事\n\n### 学完就办一件实事\n${prose}`,
  courses: prose,
  lessons: prose,
  packs: prose,
  organizations: prose,
  topics: prose,
  terms: prose,
  charts: prose,
  pages: prose,
}

/** Facts every example may cite. */
const facts = `facts:
  - { id: demo-f01, statement: 2021年6月，数据库收入600余家企业。, figure: 600, unit: 家, qualifier: over, as_of: 2021-06 }
  - { id: demo-f02, statement: 其中63家是市级重点。, figure: 63, unit: 家, qualifier: exact, as_of: undated }
  - { id: demo-f03, statement: 2021年6月，约2万名党员参加。, figure: 20000, unit: 名, qualifier: about, as_of: 2021-06 }
  - { id: demo-f04, statement: 百家网企一同合唱。, figure: 100, unit: 家, qualifier: rhetorical }
  - { id: demo-f05, statement: 行业党委2020年1月成立。, figure: 2020-01, unit: 年月, qualifier: exact }
  - { id: demo-f06, statement: 每年办12场讲座。, figure: 12, unit: 场, qualifier: exact, verified: false }
  - { id: demo-f07, statement: 2021年6月，示例委员会授予张示例“示例模范”称号。, words: [2021年6月, 示例模范], as_of: undated }
  - { id: demo-f08, statement: 张示例是示例公司快递员，2020年1月加入中国共产党。, words: [2020年1月, 加入中国共产党], as_of: undated }`

function markdown(path: string, fields: readonly string[], body: string): TextFile {
  return { path, text: `---\n${fields.join('\n')}\n---\n${body}` }
}

/** Files that stand in every example, unless it has its own at the same path. */
export const baseFiles: readonly TextFile[] = [
  { path: 'site.yaml', text: `${baseFields.site.join('\n')}\n` },
  {
    path: 'seeds/demo.yaml',
    text: `id: demo\n${baseFields.source.slice(0, -1).join('\n')}\n${facts}\n`,
  },
  markdown('content/cases/demo.md', baseFields.cases, baseBodies.cases),
  markdown('content/cases/withdrawn.md', withStatus('withdrawn'), baseBodies.cases),
  markdown('content/cases/draft.md', withStatus('draft'), baseBodies.cases),
  markdown('content/organizations/demo-committee.md', baseFields.organizations, prose),
  markdown('content/training/demo/index.md', baseFields.courses, prose),
  markdown('content/training/demo/first.md', baseFields.lessons, prose),
  {
    path: 'content/media/demo.vtt',
    text: 'WEBVTT\n\n00:00:00.000 --> 00:00:04.000\n这是第一句字幕。\n',
  },
]

function withStatus(status: string): string[] {
  return baseFields.cases.map((line) => line.replace(/^status: .*/, `status: ${status}`))
}

/** Media that stand in every example: a picture of 16 × 9 pixels, a film and a recording of a minute, a film of 4 MB. */
export const baseMedia = [
  mediaFile('content/media/demo.png', tinyPng(16, 9)),
  mediaFile('content/media/demo.mp4', tinyMp4()),
  mediaFile('content/media/demo.m4a', tinyMp4({ sound: 0x40 })),
  { ...mediaFile('content/media/demo-large.mp4', tinyMp4()), bytes: 4 * 1024 * 1024 },
]

/** A media file that is nowhere on the disk. */
export function mediaFile(path: string, bytes: Uint8Array): MediaFile {
  const read = (offset: number, length: number) => bytes.subarray(offset, offset + length)
  return { path, absolute: `/${path}`, bytes: bytes.length, head: bytes, read }
}
