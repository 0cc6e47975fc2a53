import { hash } from 'node:crypto'
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
}

/** A source that came out on a day. */
export const lentSource = (id: string, published: string | null): OpenSource => ({
  ...{ id, title: `测试来源${id}`, publisher: '测试日报', published, url: null },
  ...{ title_described: false, kind: 'report', accessed: '2026-11-01', quality: 'full' },
})

/** The files of a portal in `collected/`, as a collecting leaves them. */
export function lentFiles(portal: LentPortal): TextFile[] {
  const { id, name, address, facts = [], sources = [lentSource('s1', '2024-05-01')] } = portal
  const licence = { name: '测试许可', url: 'https://licence.example.org/' }
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
