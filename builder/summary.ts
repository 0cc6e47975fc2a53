import type { FileRecord } from '../src/release/manifest.ts'
import type { Progress } from './progress.ts'
import type { Build } from './steps/step.ts'

const kinds: [label: string, pattern: RegExp][] = [
  ['检索', /^search\//],
  ['页面', /\.html$/],
  ['脚本和样式', /\.(js|css)$/],
  ['图片', /\.(png|jpe?g|webp|avif|svg|gif|ico)$/],
  ['影音和字幕', /\.(mp4|m4a|vtt)$/],
  ['其他', /^/],
]

/** What stands in the output after a build, by kind, and what deserves a look. */
export function summaryOf(
  { library }: Pick<Build, 'library'>,
  files: readonly FileRecord[],
  progress: Progress,
): string {
  const sums = kinds.map(([label]) => ({ label, files: 0, bytes: 0 }))
  for (const { path, bytes } of files) {
    const sum = sums[kinds.findIndex(([, pattern]) => pattern.test(path))]
    if (!sum) continue
    sum.files++
    sum.bytes += bytes
  }
  const parts = sums
    .filter(({ files }) => files > 0)
    .map(({ label, files, bytes }) => `${label}${files}个${megabytes(bytes)}`)
  const images = [...library.media.values()]
    .filter(({ type }) => type.startsWith('image/'))
    .sort((a, b) => b.bytes - a.bytes || (a.path < b.path ? -1 : 1))
    .slice(0, 3)
  const lines = [
    `构建好了，${progress.seconds()}：${parts.join('，')}。`,
    ...(progress.slowest.length > 0
      ? [
          `最慢的页面：${progress.slowest.map(({ path, milliseconds }) => `${path} ${milliseconds.toFixed(0)}毫秒`).join('，')}。`,
        ]
      : []),
    ...(images.length > 0
      ? [
          `最大的图片：${images.map(({ path, bytes }) => `${path} ${(bytes / 1024).toFixed(0)}KB`).join('，')}。`,
        ]
      : []),
  ]
  return `${lines.join('\n')}\n`
}

function megabytes(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(1)}MB`
}
