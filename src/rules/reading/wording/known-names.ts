import type { Entry, Library } from '../../../content/library.ts'
import { prefectures, provinces } from '../../../model/regions.ts'

/** Names that mean one body or one place, found in a text without trying each of them. */
interface Names {
  in: (text: string) => { name: string; from: number; to: number }[]
}

/** Departments every place has: 市委网信办 and 市委组织部 are not the same body. */
const departments = [
  ...['网信办', '组织部', '宣传部', '统战部', '社会工作部', '两新工委', '团委', '总工会', '妇联'],
  ...['商务局', '市场监管局', '民政局', '公安局', '教育局', '财政局', '文旅局', '市委办', '市政府'],
]
/** Words that a place's name would be mistaken for. */
const ambiguous = new Set(['全国', '高新', '开发', '新城', '南山', '朝阳', '青年', '长安', '东城'])

/** Organizations of the portal, the places they are in, provinces, prefectures, and departments. */
export function knownNames({ entries }: Library): Names {
  const names = new Set([...departments, ...prefectures])
  for (const entry of entries) {
    if (entry.collection === 'organizations')
      for (const name of [entry.data.title, ...entry.data.aliases]) names.add(name)
    for (const region of entry.data.regions) for (const part of region.split('/')) addPlace(part)
  }
  for (const province of Object.keys(provinces)) addPlace(province)
  return finder(names)

  function addPlace(place: string): void {
    const stem = place.replace(
      /(?:壮族|回族|维吾尔)?(?:自治[区州县]|特别行政区|[省市区县盟州])$/,
      '',
    )
    if (stem.length > 1 && !ambiguous.has(stem)) names.add(stem)
  }
}

function finder(names: ReadonlySet<string>): Names {
  const byStart = new Map<string, string[]>()
  for (const name of [...names].sort((a, b) => b.length - a.length || (a < b ? -1 : 1)))
    byStart.set(name.slice(0, 2), [...(byStart.get(name.slice(0, 2)) ?? []), name])
  return {
    in: (text) => {
      const found = []
      for (let at = 0; at < text.length - 1;) {
        const name = byStart.get(text.slice(at, at + 2))?.find((one) => text.startsWith(one, at))
        if (name) found.push({ name, from: at, to: at + name.length })
        at += name?.length ?? 1
      }
      return found
    },
  }
}

/** What an entry says about itself and its sources: names in it need no fact. */
export function surroundings(entry: Entry, library: Library): string {
  const { data } = entry
  const units = 'unit' in data ? [data.unit] : []
  const organizations = [...data.organizations, ...units].flatMap((slug) => {
    const other = library.byPath.get(`/organizations/${slug}`)
    return other?.collection === 'organizations' ? [other.data.title, ...other.data.aliases] : []
  })
  const sources = data.sources.flatMap((id) => {
    const source = library.sources.get(id)?.data
    return source ? [source.title, source.publisher, source.series ?? ''] : []
  })
  const aliases = entry.collection === 'organizations' ? entry.data.aliases : []
  return [data.title, ...aliases, ...data.regions, ...organizations, ...sources].join('\n')
}
