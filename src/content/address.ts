import type { CollectionName } from '../model/index.ts'

interface Address {
  collection: CollectionName
  slug: string
  path: string
  url: string
}

const folders: Record<string, CollectionName> = {
  cases: 'cases',
  videos: 'videos',
  people: 'people',
  organizations: 'organizations',
  topics: 'topics',
  terms: 'terms',
  packs: 'packs',
  charts: 'charts',
  pages: 'pages',
}

/**
 * Folders of `content/` in which pictures, films and captions may lie: beside entries, or in `media`. What
 * the program writes has folders of its own (`assets`, `share`, `search`, …), and no file of an editor may
 * stand among what those promise to keep.
 */
export function isPlaceForMedia(file: string): boolean {
  const [, folder = '', ...rest] = file.split('/')
  return rest.length > 0 && [...Object.keys(folders), 'training', 'media'].includes(folder)
}

/** Where a content file is published; undefined when it lies in no collection's folder. */
export function addressOf(file: string): Address | undefined {
  const [, folder = '', first = '', second, ...rest] = file.replace(/\.md$/, '').split('/')
  if (rest.length > 0 || first === '') return undefined
  if (folder === 'training' && second === 'index')
    return {
      collection: 'courses',
      slug: first,
      path: `/training/${first}`,
      url: `/training/${first}/index.html`,
    }
  if (folder === 'training' && second !== undefined)
    return address('lessons', 'training', `${first}/${second}`)
  const collection = folders[folder]
  return collection && second === undefined && first !== 'index'
    ? address(collection, folder, first)
    : undefined
}

function address(collection: CollectionName, folder: string, slug: string): Address {
  return { collection, slug, path: `/${folder}/${slug}`, url: `/${folder}/${slug}.html` }
}

/** An address as editors write it, in its parts. */
interface WrittenAddress {
  /** In the form of `Entry.path`. */
  path: string
  /** `?t=41`, with its question mark, or nothing. */
  query: string
  /** Without its hash. */
  fragment: string
}

export function normalizePath(written: string): WrittenAddress {
  if (!/[#?]|\.html$|\/(?:index)?$/.test(written)) return { path: written, query: '', fragment: '' }
  const [, address = '', query = '', fragment = ''] =
    /^([^?#]*)(\?[^#]*)?(?:#(.*))?$/s.exec(written) ?? []
  const path = address.replace(/\.html$/, '').replace(/\/(index)?$/, '')
  return { path, query, fragment }
}

/** The file that a media path of an entry names: below `content/media/`, or beside the entry's own file. */
export function mediaFile({ file }: { file: string }, written: string): string {
  if (written.startsWith('/')) return `content${written}`
  return `${file.slice(0, file.lastIndexOf('/'))}/${written.replace(/^\.\//, '')}`
}

/** Where the file of an entry lies: the other way round of `addressOf`. */
export function fileOf(collection: CollectionName, slug: string): string {
  if (collection === 'courses') return `content/training/${slug}/index.md`
  return `content/${collection === 'lessons' ? 'training' : collection}/${slug}.md`
}
