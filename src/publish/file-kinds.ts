/** How long a browser may use a file without asking. */
export const caching = {
  /** Named by its content: it never changes under its name. */
  immutable: 'public, max-age=31536000, immutable',
  /** Asked about each time; unchanged, it is not sent again. */
  revalidated: 'no-cache',
} as const

/**
 * When a file is put where readers read: what pages load before the pages, then what announces pages,
 * and last what leads to everything else. A page on its way never names a file that is not there.
 */
export const uploadTurns = ['loaded', 'pages', 'announced', 'leading'] as const

/** A kind of file in an output: the one place that says how hosts treat it. */
interface FileKind {
  /** As the handbook names it. */
  label: string
  /** Regular expression on a path below the base without its first slash; it holds for the whole path. */
  path: string
  lifetime: keyof typeof caching
  turn: (typeof uploadTurns)[number]
  /** The folder, where it holds nothing of another kind: for hosts that know no regular expressions. */
  folder?: string
  /** Read by the host itself; readers are answered that there is no such file. */
  isHidden?: true
  /** The portal's own program: nothing of an entry stands in it. */
  isProgram?: true
}

/** Beside a text lies the same text packed. */
const packed = '(\\.(gz|br))?'

/** Whatever has no kind of its own. */
const otherFiles: FileKind = {
  label: '图片、视频、字幕、附件、数据等',
  path: '.*',
  lifetime: 'revalidated',
  turn: 'loaded',
}

/**
 * The first that fits holds. Immutable is only what the build names by a hash, in folders that content
 * cannot write to (`src/content/address.ts`). Pictures, films and handouts keep the names editors gave them:
 * people cite, share and download them by these, so they are asked about each time, which costs one
 * answer without a body.
 */
export const fileKinds: readonly FileKind[] = [
  {
    label: '主机的设置',
    path: `_headers`,
    lifetime: 'revalidated',
    turn: 'loaded',
    isHidden: true,
  },
  {
    label: '程序和样式',
    path: `assets/[^/]+\\.[0-9A-Za-z_-]{8}\\.\\w+${packed}`,
    lifetime: 'immutable',
    turn: 'loaded',
    folder: 'assets',
    isProgram: true,
  },
  {
    label: '分享图',
    path: `share/[0-9a-f]{16}\\.png`,
    lifetime: 'immutable',
    turn: 'loaded',
    folder: 'share',
  },
  {
    label: '检索的分片',
    path: `search/[^/]+-[0-9A-Za-z_-]{4,}\\.\\w+${packed}`,
    lifetime: 'immutable',
    turn: 'loaded',
  },
  {
    label: '检索的目录和清单',
    path: `(search/|build-)manifest\\.json${packed}`,
    lifetime: 'revalidated',
    turn: 'leading',
  },
  {
    label: '订阅、站点地图和目录',
    path: `(feeds?[./]|sitemap|robots\\.txt|llms\\.txt).*`,
    lifetime: 'revalidated',
    turn: 'announced',
  },
  { label: '页面', path: `.*\\.html${packed}`, lifetime: 'revalidated', turn: 'pages' },
  otherFiles,
]

const matchers: readonly [RegExp, FileKind][] = fileKinds.map((kind) => [
  new RegExp(`^/${kind.path}$`),
  kind,
])

/** The kind of a file by its address below the base: `/cases/hangzhou.html`. */
export function fileKindOf(path: string): FileKind {
  return matchers.find(([matcher]) => matcher.test(path))?.[1] ?? otherFiles
}

export function isImmutable(path: string): boolean {
  return fileKindOf(path).lifetime === 'immutable'
}

/** Whether words or pictures of entries may stand in a file. */
export function holdsContent(path: string): boolean {
  return fileKindOf(path).isProgram !== true
}

/** Whether readers are given a file that lies in the output. */
export function isServed(path: string): boolean {
  return fileKindOf(path).isHidden !== true
}

/**
 * A regular expression on a whole address for the files of a lifetime that is not the usual one, as
 * nginx, Caddy and JavaScript read it: `^/a/b/(…|…)$`.
 */
export function immutablePattern(base: string): string {
  const kinds = fileKinds.filter(({ lifetime }) => lifetime === 'immutable')
  return `^${escaped(base)}(${kinds.map(({ path }) => path).join('|')})$`
}

/** Addresses readers are not given, below a base. */
export function hiddenAddresses(base: string): string[] {
  return fileKinds.flatMap(({ isHidden, path }) => (isHidden ? [base + path] : []))
}

export function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
