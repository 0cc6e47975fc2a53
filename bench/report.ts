/** Prints measurements as Markdown. */
import type { BundleSizes } from './bundle.ts'
import type { Measurement, Outcome } from './measure.ts'
import { queryClasses } from './queries.ts'

const mean = (values: number[]): number =>
  values.length ? values.reduce((sum, value) => sum + value, 0) / values.length : NaN

export function percentile(values: number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN
}

export const kilobytes = (bytes: number): string => (bytes / 1024).toFixed(bytes < 10240 ? 1 : 0)

export function quality(outcomes: Outcome[]): string {
  if (!outcomes.length) return '–'
  const figures = [
    mean(outcomes.map(({ recall }) => recall)),
    mean(outcomes.map(({ precision }) => precision)),
    mean(outcomes.map(({ reciprocalRank }) => reciprocalRank)),
  ]
  return figures.map((figure) => figure.toFixed(2)).join(' / ')
}

export const pair = (values: number[], format: (value: number) => string): string =>
  `${format(percentile(values, 0.5))} / ${format(percentile(values, 0.95))}`

function costRow(measurement: Measurement): string {
  const { engine, outcomes, buildSeconds, peakMegabytes, indexMegabytes, editCost } = measurement
  const cells = [
    engine,
    pair(
      outcomes.map(({ first }) => first),
      kilobytes,
    ),
    pair(
      outcomes.map(({ next }) => next).filter((next) => next >= 0),
      kilobytes,
    ),
    pair(
      outcomes.map(({ milliseconds }) => milliseconds),
      (ms) => ms.toFixed(1),
    ),
    buildSeconds.toFixed(1),
    peakMegabytes.toFixed(0),
    indexMegabytes.toFixed(1),
    editCost === undefined ? '–' : kilobytes(editCost),
  ]
  return `| ${cells.join(' | ')} |`
}

function sizeSection(documents: number, measurements: Measurement[], simulated: boolean): string {
  const most = Math.max(...measurements.map(({ outcomes }) => outcomes.length))
  const engines = measurements.map(({ engine, outcomes }) =>
    outcomes.length < most ? `${engine}（${outcomes.length}个查询）` : engine,
  )
  const qualityRows = queryClasses.map((name) => {
    const cells = measurements.map(({ outcomes }) =>
      quality(outcomes.filter((o) => o.class === name)),
    )
    const count = measurements[0]?.outcomes.filter((o) => o.class === name).length ?? 0
    return `| ${name} (${count}) | ${cells.join(' | ')} |`
  })
  return [
    `## ${documents.toLocaleString('en')}篇${simulated ? '（模拟：语料重复）' : ''}`,
    '',
    '召回 / 前十准确率 / MRR：',
    '',
    `| 查询 | ${engines.join(' | ')} |`,
    `|---|${engines.map(() => '---|').join('')}`,
    ...qualityRows,
    '',
    '| 引擎 | 首次查询 KB p50/p95 | 再次查询 KB p50/p95 | 处理器 ms p50/p95 | 构建 s | 峰值内存 MB | 索引 MB | 改一篇 KB gz |',
    '|---|---|---|---|---|---|---|---|',
    ...measurements.map(costRow),
    '',
  ].join('\n')
}

export interface ReportInput {
  corpus: string
  seed: number
  bundle: BundleSizes
  sizes: { documents: number; simulated: boolean; measurements: Measurement[] }[]
}

export function formatReport({ corpus, seed, bundle, sizes }: ReportInput): string {
  return [
    '# 搜索基准',
    '',
    `语料${corpus}，种子${seed}。字节按brotli计，首次查询含代码和清单；“再次”是一次长访问里（所有查询打乱后依次进行）第一个之后的每个查询。召回按前200条计；标准答案由逐字查找得出，大小写、全半角、繁简算同一个字。`,
    '',
    `代码（brotli）：worker ${kilobytes(bundle.worker)}KB；一字不差的不到十条时另取相近${kilobytes(bundle.relax)}KB；没有结果时另取纠错${kilobytes(bundle.mend)}KB、建议${kilobytes(bundle.suggest)}KB、fuse.js ${kilobytes(bundle.fuzzy)}KB。`,
    '',
    ...sizes.map(({ documents, measurements, simulated }) =>
      sizeSection(documents, measurements, simulated),
    ),
  ].join('\n')
}
