import type { Entry, Library } from '../content/library.ts'
import { collections } from '../model/index.ts'
import type { CollectionName } from '../model/index.ts'
import { addressOf } from './address.ts'
import { announced } from './published.ts'

const shown: CollectionName[] = [
  ...([
    'cases',
    'videos',
    'people',
    'courses',
    'lessons',
    'packs',
    'topics',
    'terms',
    'pages',
  ] as const),
]
/** Entries of one collection that the map names: a model reads it whole. */
const most = 300
/** Where readers find all of a collection. */
const lists: Partial<Record<CollectionName, string>> = {
  cases: '/cases/index.html',
  videos: '/videos/index.html',
  people: '/people/index.html',
  courses: '/training/index.html',
  lessons: '/training/index.html',
  packs: '/packs/index.html',
  topics: '/topics/index.html',
  terms: '/terms/index.html',
}

/** A map of the portal for language models: what it is, how to quote it, what there is. Source: https://llmstxt.org */
export function llmsTxt(library: Library): string {
  const { site } = library
  const latest = announced(library)
  const at = (path: string): string => addressOf(site, path)
  const sections = shown.flatMap((name) => {
    const all = latest.filter(({ collection }) => collection === name)
    const list = all.length > most ? lists[name] : undefined
    const some = (list ? all.slice(0, most) : all).sort((a, b) => (a.path < b.path ? -1 : 1))
    const lines = some.map((entry) => item(at, entry))
    if (list)
      lines.push(`- [全部${all.length}篇](${at(list)})：这里列出最近的${most}篇，其余见列表页`)
    return lines.length > 0 ? [`## ${collections[name].label}\n\n${lines.join('\n')}`] : []
  })
  const intro = `# ${site.name}

> ${site.tagline}。${site.description}

引用时请照抄数字和它的限定（余、约、多），并写明原始来源：每一篇的“来源”和下面的开放数据列出每个数字出自哪里、截至什么时候。来源没有写的，不要推断。文字按${site.licence.name}使用。`
  const data = `## 开放数据

- [事实（JSON）](${at('/data/facts.json')})：每一条事实、数字、限定、时点和来源编号
- [事实（CSV）](${at('/data/facts.csv')})：同上，表格
- [来源（JSON）](${at('/data/sources.json')})：每个来源的题名、发布方、日期和网址
- [举措（JSON）](${at('/data/measures.json')})：每个案例做了哪几样事，各一行，附事实编号
- [案例（JSON）](${at('/data/cases.json')})：每个案例的题名、摘要、地区、举措和更正，正文在它的 text 写的文件里
- [结构（JSON Schema）](${at('/data/schema.json')})：以上文件的字段`
  return `${[intro, ...sections, data].join('\n\n')}\n`
}

function item(at: (path: string) => string, { url, data }: Entry): string {
  const title = data.title.replace(/[[\]\\]/g, '\\$&')
  return `- [${title}](${at(url)})：${data.summary}`
}
