/** Writes what was measured into the READMEs, between comments such as `<!-- bench:search -->`. */
import { readFileSync, writeFileSync } from 'node:fs'
import type { BundleSizes } from './bundle.ts'
import type { Measurement, Outcome } from './measure.ts'
import { queryClasses, type QueryClass } from './queries.ts'
import { kilobytes, pair, quality, type ReportInput } from './report.ts'

interface Words {
  file: string
  classes: Record<QueryClass, string>
  costs: string[]
  query: string
  size: (documents: number, simulated: boolean) => string
  sampled: (engine: string, queries: number) => string
  before: (input: Readonly<ReportInput>, largest: number) => string
  after: (bundle: BundleSizes) => string
}

const chinese: Words = {
  file: 'README.zh-CN.md',
  classes: Object.fromEntries(queryClasses.map((name) => [name, name])) as Words['classes'],
  costs: ['引擎', '篇数', '首次KB', '再次KB', '处理器ms', '构建s', '内存MB', '改一篇KB'],
  query: '查询',
  size: (documents, simulated) => `${documents.toLocaleString('en')}${simulated ? '（模拟）' : ''}`,
  sampled: (engine, queries) => `${engine}（${queries}个查询）`,
  before: ({ corpus, seed }, largest) =>
    `搜索的基准（\`npm run bench:search\`，语料${corpus}，种子${seed}，查询由种子从语料里抽出，标准答案由逐字查找得出）。${largest.toLocaleString('en')}篇时的召回率／前十准确率／MRR：`,
  after: ({ worker, beyond, mend, suggest, fuzzy }) =>
    `字节按brotli计，p50／p95；“首次”含代码和清单，“再次”是一次长访问里后面的查询；处理器时间在Node里测得，没有降速；“改一篇”是改一篇之后新出现的文件，按gzip计。搜索的worker是${kilobytes(worker)}KB；一字不差的不到十条时另取相近${kilobytes(beyond)}KB；没有结果时另取纠错${kilobytes(mend)}KB、建议${kilobytes(suggest)}KB、fuse.js ${kilobytes(fuzzy)}KB。`,
}

const english: Words = {
  file: 'README.md',
  classes: {
    正文子串: 'substring of the text',
    跨词子串: 'substring across words',
    标题子串: 'substring of a title',
    中西混排: 'Han and Latin mixed',
    两个词: 'two terms',
    同音错字: 'homophone slip',
    随机错字: 'random wrong character',
    全拼: 'full pinyin',
    首字母: 'initials',
    繁体: 'Traditional characters',
  },
  costs: ['engine', 'entries', 'first KB', 'next KB', 'CPU ms', 'build s', 'peak MB', 'edit KB'],
  query: 'query',
  size: (documents, simulated) =>
    `${documents.toLocaleString('en')}${simulated ? ' (simulated)' : ''}`,
  sampled: (engine, queries) => `${engine} (${queries} queries)`,
  before: ({ corpus, seed }, largest) =>
    `Search, by \`npm run bench:search\` (corpus ${corpus}, seed ${seed}; queries are drawn from the corpus, truth is plain string search). Recall / precision of the first ten / MRR at ${largest.toLocaleString('en')} entries:`,
  after: ({ worker, beyond, mend, suggest, fuzzy }) =>
    `Bytes are brotli, p50 / p95; “first” includes code and manifest, “next” is a later query of a long visit; CPU in Node, not throttled; “edit” is what one edited entry changes, gzip. The search worker is ${kilobytes(worker)} KB; what is near ${kilobytes(beyond)} KB where exact search finds fewer than ten; mending ${kilobytes(mend)} KB, suggestions ${kilobytes(suggest)} KB and fuse.js ${kilobytes(fuzzy)} KB come only when nothing was found.`,
}

const table = (head: string[], rows: string[][]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')

const asked = (m: Measurement | undefined): number => m?.outcomes.length ?? 0

function costs(m: Measurement, size: string, most: number, words: Words): string[] {
  const of = (value: (outcome: Outcome) => number, format: (value: number) => string): string =>
    pair(
      m.outcomes.map(value).filter((n) => n >= 0),
      format,
    )
  return [
    asked(m) < most ? words.sampled(m.engine, asked(m)) : m.engine,
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

function summary(input: ReportInput, words: Words): string {
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
    words.classes[name],
    ...engines.map(({ outcomes }) => quality(outcomes.filter((o) => o.class === name))),
  ])
  const rows = input.sizes.flatMap(({ documents, simulated, measurements }) =>
    measurements.map((m) => {
      const most = Math.max(...measurements.map(asked))
      return costs(m, words.size(documents, simulated), most, words)
    }),
  )
  return [
    words.before(input, largest.documents),
    table([words.query, ...engines.map(({ engine }) => engine)], qualities),
    table(words.costs, rows),
    words.after(input.bundle),
  ].join('\n\n')
}

/** Rewrites the marked part of both READMEs in the working folder. */
export function writeReadmes(input: ReportInput): void {
  for (const words of [english, chinese])
    writePart(words.file, 'bench:search', summary(input, words))
}

/** Puts a body between `<!-- name -->` and `<!-- /name -->` of a file. */
export function writePart(file: string, name: string, body: string): void {
  const text = readFileSync(file, 'utf8')
  const part = new RegExp(`(<!-- ${name} -->\\n).*?(<!-- /${name} -->)`, 'su')
  if (!part.test(text)) throw new Error(`${file}: no <!-- ${name} -->`)
  writeFileSync(
    file,
    text.replace(part, (_, from, to) => `${from}\n${body.trim()}\n\n${to}`),
  )
}
