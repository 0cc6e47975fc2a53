/** Writes what was measured into the handbook's page on performance, each table under its heading. */
import { readFileSync, writeFileSync } from 'node:fs'
import type { BundleSizes } from './bundle.ts'
import type { Measurement, Outcome } from './measure.ts'
import { queryClasses } from './queries.ts'
import { kilobytes, pair, quality, type ReportInput } from './report.ts'

const page = 'docs/handbook/performance.md'

/** The sections of the page, by the benchmark that writes them. */
export type Section =
  '第一次打开页面' | '构建' | '检索：逐字查找' | '检索：读者会打的话' | '检索：每一层加了多少'

const costHead = ['引擎', '篇数', '首次KB', '再次KB', '处理器ms', '构建s', '内存MB', '改一篇KB']

function before({ corpus, seed }: Readonly<ReportInput>, largest: number): string {
  return `搜索的基准（\`npm run bench:search\`，语料${corpus}，种子${seed}，查询由种子从语料里抽出，标准答案由逐字查找得出）。${largest.toLocaleString('en')}篇时的召回率／前十准确率／MRR：`
}

function after({ worker, relax, mend, suggest, fuzzy }: BundleSizes): string {
  return `字节按brotli计，p50／p95；“首次”含代码和清单，“再次”是一次长访问里后面的查询；处理器时间在Node里测得，没有降速；“改一篇”是改一篇之后新出现的文件，按gzip计。搜索的worker是${kilobytes(worker)}KB；一字不差的不到十条时另取相近${kilobytes(relax)}KB；没有结果时另取纠错${kilobytes(mend)}KB、建议${kilobytes(suggest)}KB、fuse.js ${kilobytes(fuzzy)}KB。`
}

const table = (head: string[], rows: string[][]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')

const asked = (m: Measurement | undefined): number => m?.outcomes.length ?? 0

function costs(m: Measurement, size: string, most: number): string[] {
  const of = (value: (outcome: Outcome) => number, format: (value: number) => string): string =>
    pair(
      m.outcomes.map(value).filter((n) => n >= 0),
      format,
    )
  return [
    asked(m) < most ? `${m.engine}（${asked(m)}个查询）` : m.engine,
    size,
    of(({ first }) => first, kilobytes),
    of(({ next }) => next, kilobytes),
    of(
      ({ milliseconds }) => milliseconds,
      (ms) => ms.toFixed(0),
    ),
    m.buildSeconds.toFixed(1),
    m.peakMegabytes.toFixed(0),
    m.editCost === undefined ? '–' : kilobytes(m.editCost),
  ]
}

function summary(input: ReportInput): string {
  // A peer may fail at a size or be asked a sample; the table compares where most ran in full.
  const real = input.sizes.filter(
    ({ simulated, measurements }) =>
      !simulated && measurements.every((m) => asked(m) === asked(measurements[0])),
  )
  const most = Math.max(...real.map(({ measurements }) => measurements.length))
  const largest = real.findLast(({ measurements }) => measurements.length === most)
  if (!largest) throw new Error('nothing was measured')
  const engines = largest.measurements
  const qualities = queryClasses.map((name) => [
    name,
    ...engines.map(({ outcomes }) => quality(outcomes.filter((o) => o.class === name))),
  ])
  const rows = input.sizes.flatMap(({ documents, simulated, measurements }) =>
    measurements.map((m) => {
      const most = Math.max(...measurements.map(asked))
      const size = `${documents.toLocaleString('en')}${simulated ? '（模拟）' : ''}`
      return costs(m, size, most)
    }),
  )
  return [
    before(input, largest.documents),
    table(['查询', ...engines.map(({ engine }) => engine)], qualities),
    table(costHead, rows),
    after(input.bundle),
  ].join('\n\n')
}

export function writeSearchSection(input: ReportInput): void {
  writeSection('检索：逐字查找', summary(input))
}

/** Puts a body under its heading of the page. Throws when there is no such heading. */
export function writeSection(section: Section, body: string): void {
  writeFileSync(page, withSection(readFileSync(page, 'utf8'), section, body))
}

/** A Markdown text whose section of this heading, up to the next heading, has this body. */
export function withSection(text: string, section: Section, body: string): string {
  const [intro, ...sections] = text.split(/^(?=## )/m)
  const at = sections.findIndex((one) => one.startsWith(`## ${section}\n`))
  if (at < 0) throw new Error(`${page}: no section “${section}”`)
  sections[at] = `## ${section}\n\n${body.trim()}\n${at === sections.length - 1 ? '' : '\n'}`
  return [intro, ...sections].join('')
}
