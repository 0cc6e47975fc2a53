import { hash } from 'node:crypto'
import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { TextFile } from '../src/content/files.ts'
import type { CollectedPortal } from '../src/model/collected.ts'
import type { OpenCase, OpenFact, OpenSource, OpenText } from '../src/model/open-data.ts'

/** A case of another portal, by what a test says of it. */
type Lent = Partial<Omit<OpenCase, 'path'>> & { slug: string; parts?: OpenText['parts'] }

interface LentPortal {
  id: string
  name: string
  address?: string
  cases: readonly Lent[]
  facts?: readonly OpenFact[]
  sources?: readonly OpenSource[]
  withdrawn?: readonly string[]
  /** Name of the licence it is lent under. */
  licence?: string
}

/** A source that came out on a day. */
export const lentSource = (id: string, published: string | null): OpenSource => ({
  ...{ id, title: `测试来源${id}`, publisher: '测试日报', published, url: null },
  ...{ title_described: false, kind: 'report', accessed: '2026-11-01', quality: 'full' },
})

/** The files of a portal in `collected/`, as a collecting leaves them. */
export function lentFiles(portal: LentPortal): TextFile[] {
  const { id, name, address, facts = [], sources = [lentSource('s1', '2024-05-01')] } = portal
  const licence = { name: portal.licence ?? '测试许可', url: 'https://licence.example.org/' }
  const about = { title: name, licence }
  const texts = portal.cases.flatMap(({ slug, parts }) =>
    parts ? [[`texts/${slug}.json`, { path: pathOf(slug), parts }] as const] : [],
  )
  const contents = new Map<string, unknown>([
    ['cases.json', { version: 1, ...about, base: '/', cases: portal.cases.map(caseOf) }],
    ['facts.json', { ...about, facts }],
    ['sources.json', { ...about, sources }],
    ['withdrawn.json', { version: 1, withdrawn: (portal.withdrawn ?? []).map(tombstone) }],
    ...texts,
  ])
  const written = Array.from(contents, ([path, value]): [string, string] => [
    path,
    `${JSON.stringify(value, null, 2)}\n`,
  ])
  const record: CollectedPortal['record'] = {
    ...{ version: 1, id, name, licence, collected: '2026-11-20', fetched: {} },
    ...(address ? { address } : {}),
    files: Object.fromEntries(
      written.map(([path, text]) => [
        path,
        { sha256: hash('sha256', text), bytes: Buffer.byteLength(text) },
      ]),
    ),
  }
  const all: [string, string][] = [
    ['portal.json', `${JSON.stringify(record, null, 2)}\n`],
    ...written,
  ]
  return all.map(([path, text]) => ({ path: `collected/${id}/${path}`, text }))
}

const pathOf = (slug: string) => `/cases/${slug}.html`
const tombstone = (slug: string) => ({ path: pathOf(slug).slice(1), at: '2026-11-19' })

function caseOf({ slug, parts, ...own }: Lent): OpenCase {
  void parts
  return {
    path: pathOf(slug),
    title: `测试案例${slug}`,
    summary:
      '这是测试用的摘要，写得够长，让它成为完整的一条；它只说明这是测试数据，不是真实的案例，也不说别的。',
    ...{ date: '2026-11-01', provenance: 'compiled', unit: '测试组织' },
    ...{ organizations: [], regions: ['浙江省/宁波市'], topics: [], brief: false, keys: [] },
    ...{ measures: [], sources: ['s1'], facts: [], images: [], corrections: [] },
    ...own,
  }
}

const ningbo: LentPortal = {
  ...{ id: 'ningbo', name: '宁波测试门户', address: 'https://ningbo.test/' },
  sources: [lentSource('s1', '2024-05-01'), lentSource('s2', null)],
  facts: [
    {
      ...{ id: 's1-f1', statement: '建了12个联系点。', words: [], source: 's1' },
      ...{ figure: 12, unit: '个', qualifier: 'exact' },
    },
  ],
  cases: [
    {
      slug: 'points',
      ...{ title: '先摸底，再定联系人（测试）', short: '宁波联系点', unit: '宁波测试党委' },
      topics: ['组织力'],
      measures: [{ name: '联系点', text: '一家企业一个联系人。', cites: ['s1-f1'] }],
      keys: ['先摸底，再定联系人。'],
      highlight: { text: '12', unit: '个', label: '联系点', cite: 's1-f1' },
      ai: '摘要由工具起草，编辑改过。',
      corrections: [{ date: '2026-06-02', was: '十个', now: '十二个', why: '核对来源。' }],
      facts: ['s1-f1'],
      parts: [{ heading: '工作举措', anchor: '工作举措', paragraphs: ['象山海岸的台账。'] }],
    },
    { slug: 'undated', title: '来源没有日期的一篇（测试）', sources: ['s2'], brief: true },
    ...Array.from({ length: 24 }, (_, at) => ({
      slug: `more-${at}`,
      ...{ title: `宁波测试案例第${at + 1}篇`, unit: `宁波测试组织${at % 4}` },
    })),
  ],
}
const shaoxing: LentPortal = {
  ...{ id: 'shaoxing', name: '绍兴测试门户', address: 'https://shaoxing.test/party/' },
  cases: [
    { slug: 'points', title: '绍兴的<b>一篇</b>（测试）', regions: ['浙江省/绍兴市'] },
    { slug: 'gone', title: '撤下的一篇（测试）' },
  ],
  withdrawn: ['gone'],
}

/** Let a portal on the disk collect from two others. */
export function lendTo(portal: string): void {
  const settings = [ningbo, shaoxing].map(
    ({ id, address }) => `  - { id: ${id}, from: "${address}" }`,
  )
  appendFileSync(join(portal, 'site.yaml'), `\ncollect:\n${settings.join('\n')}\n`)
  for (const { path, text } of [...lentFiles(ningbo), ...lentFiles(shaoxing)]) {
    mkdirSync(dirname(join(portal, path)), { recursive: true })
    writeFileSync(join(portal, path), text)
  }
}
