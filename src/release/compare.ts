import type { FileRecord } from './manifest.ts'

export interface Difference {
  added: FileRecord[]
  changed: FileRecord[]
  removed: FileRecord[]
  unchanged: FileRecord[]
}

/** What must be uploaded and deleted to turn one output into another; lists are in path order. */
export function compare(before: readonly FileRecord[], after: readonly FileRecord[]): Difference {
  const old = new Map(before.map((file) => [file.path, file]))
  const names = new Set(after.map(({ path }) => path))
  const isSame = (file: FileRecord) => old.get(file.path)?.sha256 === file.sha256
  return {
    added: after.filter(({ path }) => !old.has(path)),
    changed: after.filter((file) => old.has(file.path) && !isSame(file)),
    removed: before.filter(({ path }) => !names.has(path)),
    unchanged: after.filter(isSame),
  }
}

/** Why files of one kind change, in the words of the command that lists them; the first that fits holds. */
const kinds: readonly { label: string; why: string; fits: RegExp }[] = [
  { label: '程序和样式', why: '程序改了，名字跟着内容变', fits: /^assets\// },
  { label: '分享图', why: '标题、主题或站点名称改了', fits: /^share\// },
  { label: '检索的目录', why: '有分片换了名字', fits: /^search\/manifest\.json/ },
  { label: '检索的分片', why: '里面有改过的文字，名字跟着内容变', fits: /^search\// },
  {
    label: '图片、视频和字幕',
    why: '文件换了',
    fits: /^media\/|\.(mp4|vtt|jpe?g|webp|avif)(\.|$)/,
  },
  { label: '订阅', why: '有条目新发布，或改了标题、摘要、更新日期', fits: /^feeds?[/.]/ },
  { label: '站点地图', why: '有页面增减，或改了更新日期', fits: /^sitemap/ },
  { label: '开放数据', why: '来源或事实改了', fits: /^data\/[^/]+\.(json|csv)/ },
  { label: '数读', why: '引用的事实或引用它的页面改了', fits: /^data(\/|\.html)/ },
  { label: '给语言模型的目录', why: '有条目增减，或改了标题、摘要', fits: /^llms\.txt/ },
  {
    label: '首页和列表',
    why: '列出的条目改了标题、摘要或数字',
    fits: /(^|\/)index(-\d+)?\.html|\/(topic|region|series)\/|^search\.html/,
  },
  { label: '条目的页面', why: '条目自己改了，或它推荐的条目改了标题、摘要', fits: /\.html/ },
  { label: '其他', why: '站点配置或程序改了', fits: /./ },
]

/** Files by kind, with why that kind changes; kinds without files are left out. */
export function byKind(
  files: readonly FileRecord[],
): { label: string; why: string; files: FileRecord[] }[] {
  const groups = kinds.map(({ label, why }) => ({ label, why, files: [] as FileRecord[] }))
  for (const file of files)
    groups[kinds.findIndex(({ fits }) => fits.test(file.path))]?.files.push(file)
  return groups.filter((group) => group.files.length > 0)
}
