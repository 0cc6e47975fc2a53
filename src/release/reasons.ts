import type { Origin } from '../publish/origins.ts'
import type { Difference } from './compare.ts'
import { kindOf, kinds } from './kinds.ts'
import type { KindLabel } from './kinds.ts'
import type { FileRecord, Manifest } from './manifest.ts'

/** An output: its manifest, and its files where they are at hand; a manifest alone tells less. */
export interface Output extends Manifest {
  read?: ((path: string) => string) | undefined
}

/** A file that differs, and what made it differ as far as the two outputs tell. */
export interface Explained extends FileRecord {
  kind: KindLabel
  /** In Chinese; each of them holds. */
  reasons: string[]
  /** Texts of editors that differ and that it shows: `content/cases/hangzhou.md`. */
  because: string[]
}

type Explanation = Record<'added' | 'changed' | 'removed', Explained[]>

/** A text of editors that differs. */
interface Root extends Origin {
  how: keyof typeof ownReasons
}

const ownReasons = {
  added: '新的条目',
  changed: '条目自己改了',
  removed: '条目删去了，或不再发布',
} as const

/** What the two outputs tell. */
interface Known {
  /** Texts that differ; undefined when a manifest does not name its texts. */
  roots: readonly Root[] | undefined
  /** Scripts and styles that the one before had not. */
  newAssets: readonly string[]
  /** Read a text before and after; an empty one where there is none. Nothing when only manifests are known. */
  readers: readonly ((path: string) => string)[]
  /** Share images and the texts that differ whose pages name them. */
  images: ReadonlyMap<string, Root[]>
}

/** Why each file of a difference is there. */
export function explain(difference: Difference, before: Output, after: Output): Explanation {
  const found = [before, after].flatMap((output) => reader(output) ?? [])
  const readers = found.length === 2 ? found : []
  const roots = rootsOf(before, after)
  const known: Known = {
    roots,
    readers,
    images: imagesOf(roots ?? [], readers),
    newAssets: difference.added
      .map(({ path }) => path)
      .filter((path) => /^assets\/.*\.(js|css)$/.test(path)),
  }
  return {
    added: difference.added.map((file) => explained(file, known)),
    changed: difference.changed.map((file) => explained(file, known)),
    removed: difference.removed.map((file) => explained(file, known)),
  }
}

function explained(file: FileRecord, known: Known): Explained {
  // A packed copy differs for the reasons of what it packs.
  const path = file.path.replace(/\.(gz|br)$/, '')
  const { label, shows } = kindOf(path)
  const beside = label === '图表的表格和影片的文稿' ? path.replace(/\.\w+$/, '.html') : path
  const own = known.roots?.find(({ page }) => page === beside)
  const others = own ? [] : shownIn(path, label, known)
  const text = known.readers.map((read) => read(path)).at(-1) ?? ''
  const reasons = [
    ...(own ? [ownReasons[own.how]] : []),
    ...(shows && others.length > 0 ? [shows] : []),
    ...(known.newAssets.some((asset) => text.includes(asset)) ? ['程序或样式改了'] : []),
    ...ofKind(label, (known.roots?.length ?? 0) > 0),
  ]
  return {
    ...file,
    kind: label,
    reasons: reasons.length > 0 ? reasons : [otherwise(known, label, shows)],
    because: (own ? [own] : others).map((root) => root.file),
  }
}

/** Texts that differ; undefined when a manifest does not name its texts. */
function rootsOf(before: Output, after: Output): Root[] | undefined {
  if (!before.origins || !after.origins) return undefined
  const old = new Map(before.origins.map((origin) => [origin.file, origin.sha256]))
  const now = new Set(after.origins.map(({ file }) => file))
  return [
    ...after.origins
      .filter(({ file, sha256 }) => old.get(file) !== sha256)
      .map((origin): Root => ({ ...origin, how: old.has(origin.file) ? 'changed' : 'added' })),
    ...before.origins
      .filter(({ file }) => !now.has(file))
      .map((origin): Root => ({ ...origin, how: 'removed' })),
  ]
}

/** Reads the texts of an output that may name pages; an empty text where there is none. */
function reader({ read, files }: Output): ((path: string) => string) | undefined {
  if (!read) return undefined
  const texts = new Set(
    files.map(({ path }) => path).filter((path) => /\.(html|xml|json|txt)$/.test(path)),
  )
  return (path) => (texts.has(path) ? read(path) : '')
}

/** Texts that differ and that a file shows: it names their page, or for an image, their page names it. */
function shownIn(path: string, kind: KindLabel, { roots = [], readers, images }: Known): Root[] {
  if (kind === '检索的目录' || kind === '检索的分片') return []
  if (kind === '分享图') return images.get(path) ?? []
  // Data names sources without their pages.
  if (kind === '开放数据') return roots.filter(({ file }) => file.startsWith('seeds/'))
  const texts = readers.map((read) => read(path))
  return roots.filter(({ page }) => page && texts.some((text) => text.includes(`/${page}`)))
}

/** Share images that pages of such texts name, before or after. */
function imagesOf(roots: readonly Root[], readers: Known['readers']): Map<string, Root[]> {
  const images = new Map<string, Root[]>()
  for (const root of roots) {
    const texts = root.page ? readers.map((read) => read(root.page ?? '')) : []
    const named = texts.flatMap((text) => text.match(/\bshare\/[0-9a-f]+\.png/g) ?? [])
    for (const path of new Set(named)) images.set(path, [...(images.get(path) ?? []), root])
  }
  return images
}

/** What holds for a whole kind. */
function ofKind(kind: KindLabel, areTextsOther: boolean): string[] {
  const named = '名字跟着内容变，内容变了就是新的文件'
  if (kind === '程序和样式') return ['程序或样式改了', named]
  if (kind === '分享图') return ['照标题、主题和站点名称画，名字跟着它们变']
  if (kind === '图片、视频和字幕') return ['文件自己改了']
  if (kind === '检索的分片') return [...(areTextsOther ? ['检索得到的文字变了'] : []), named]
  if (kind === '检索的目录') return ['检索的分片换了名字']
  return []
}

function otherwise({ roots, readers }: Known, kind: KindLabel, shows: string | undefined): string {
  if (!roots) return '有一份清单没有记下条目，看不出原因'
  if (roots.some(({ file }) => file === 'site.yaml')) return '站点配置（site.yaml）改了'
  const areMore = roots.some(({ how }) => how !== 'changed')
  const lists = ['首页和列表', '给语言模型的目录', '开放数据'].includes(kind)
  if (readers.length > 0 && lists && areMore) return '条目增减了，条数或分页跟着变'
  if (readers.length === 0 && shows && roots.length > 0)
    return '它显示的条目变了；只有清单，看不出是哪几个'
  return '没有查到是哪一项引起的'
}

/** Files of one kind and the same reasons together, in the order of kinds. */
export function grouped(files: readonly Explained[]): Explained[][] {
  const groups = new Map<string, Explained[]>()
  for (const file of files) {
    const key = [file.kind, ...file.reasons].join('\n')
    groups.set(key, [...(groups.get(key) ?? []), file])
  }
  const place = ([first]: Explained[]) => kinds.findIndex(({ label }) => label === first?.kind)
  return [...groups.values()].sort((a, b) => place(a) - place(b))
}
