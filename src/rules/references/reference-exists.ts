import { addressOf, mediaFile, normalizePath } from '../../content/address.ts'
import { extensionOf } from '../../content/file-rules.ts'
import type { Entry, Library } from '../../content/library.ts'
import { nearest } from '../../content/nearest.ts'
import type { ReferenceKind } from '../../model/references.ts'
import { placeholder } from '../../model/placeholder.ts'
import { usedMedia } from '../reading/used-media.ts'
import { referencesOf } from '../reading/named-references.ts'
import { entryRule } from '../engine/rule.ts'

export const referenceExists = entryRule({
  id: 'reference-exists',
  summary: '条目提到的组织、主题、系列、举措、来源、条目、课时和媒体文件都存在。',
  severity: 'error',
  *check(context) {
    const { entry, library, share } = context
    for (const { kind, name, at } of referencesOf(context)) {
      const { label, known, where, of = asWritten, as = asWritten, setting } = lists[kind]
      // A list that could not be read whole has its own issue, and may well have held the name.
      if (setting && library.unsettled.has(setting)) continue
      const names = share(known)
      const wanted = of(name, entry)
      if (names.has(wanted)) continue
      // A draft may leave open what it will refer to; `placeholder-is-filled` keeps it a draft.
      if (name === placeholder.slug && entry.data.status === 'draft') continue
      const found = nearest(
        wanted,
        kind === 'media' ? free(names, wanted, share(usedMedia)) : names,
      )
      const guess = found && as(found, entry)
      yield {
        at,
        message: `没有“${name}”这个${label}。`,
        hint: typedTogether(name) ?? (guess ? `你是不是要写 ${guess}？` : where),
      }
    }
  },
})

/** Two names that a mark of Chinese text joins. */
function typedTogether(name: string): string | undefined {
  const [mark] = /[，、；]/.exec(name) ?? []
  return mark && `这里有“${mark}”：几项之间用半角逗号和空格隔开，例如 [甲, 乙]。`
}

interface List {
  label: string
  /** Everything of the kind there is; made once a run. */
  known: (library: Library) => Set<string>
  where: string
  /** The setting in `site.yaml` that is the list. */
  setting?: string
  /** The form in which the list holds a name as written. */
  of?: (written: string, entry: Entry) => string
  /** How an editor writes a name of the list; undefined when it cannot stand in this entry. */
  as?: (name: string, entry: Entry) => string | undefined
}

const asWritten = (written: string) => written

const lists: Record<ReferenceKind, List> = {
  organization: {
    label: '组织',
    known: (library) => new Set([...slugs(library, 'organizations')]),
    where: '写 content/organizations/ 里的文件名，不带 .md；还没有的，先建这个组织的文件。',
  },
  topic: {
    label: '主题',
    known: ({ site }) => new Set(site.topics.map(({ name }) => name)),
    where: '只能用 site.yaml 主题表里的词。',
    setting: 'topics',
  },
  series: {
    label: '系列',
    known: ({ site }) => new Set(site.series.map(({ name }) => name)),
    where: '只能用 site.yaml 系列表里的名称。',
    setting: 'series',
  },
  measure: {
    label: '举措',
    known: ({ site }) => new Set(site.measures.map(({ name }) => name)),
    where: '只能用 site.yaml 举措表里的词。',
    setting: 'measures',
  },
  source: {
    label: '来源',
    known: ({ sources, rejected }) => new Set([...sources.keys(), ...rejected.map(sourceId)]),
    where: '写 seeds/ 里的文件名，不带 .yaml；还没有的，先写这个来源。',
  },
  entry: {
    label: '条目',
    known: paths,
    of: (written) => normalizePath(written).path,
    where: '写站内地址，例如 /cases/hangzhou。',
  },
  lesson: {
    label: '课时',
    known: paths,
    of: (written, course) => `${course.path}/${written}`,
    as: (path, course) => path.split(`${course.path}/`)[1],
    where: '写同一文件夹里课时的文件名，不带 .md。',
  },
  media: {
    label: '媒体文件',
    // A file with a fault of its own is there all the same.
    known: ({ media, captions, issues }) =>
      new Set([...media.keys(), ...captions.keys(), ...issues.map(({ file }) => file)]),
    of: (written, entry) => mediaFile(entry, written),
    as: (file) => file.replace(/^content/, ''),
    where: '把文件放进 content/media/，写成 /media/文件名；放在条目旁边的，写成 ./文件名。',
  },
}

/** Files that may be meant: of the same kind, and no other entry's, as another film's captions are. */
function* free(names: Set<string>, wanted: string, used: ReadonlySet<string>): Generator<string> {
  for (const name of names)
    if (extensionOf(name) === extensionOf(wanted) && !used.has(name)) yield name
}

/** Paths of all entries, those with faults of their own included: they exist. */
function paths(library: Library): Set<string> {
  const faulty = library.rejected.flatMap((file) => addressOf(file)?.path ?? [])
  return new Set([...library.byPath.keys(), ...faulty])
}

function* slugs(library: Library, folder: string): Generator<string> {
  for (const path of paths(library))
    if (path.startsWith(`/${folder}/`)) yield path.slice(folder.length + 2)
}

function sourceId(file: string): string {
  return file.replace(/^seeds\/|\.yaml$/g, '')
}
