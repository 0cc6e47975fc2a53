/** Tables of judged queries, in the languages of the READMEs. */
import type { Score } from './relevance.ts'
import { kilobytes, pair } from './report.ts'

export interface Judgement {
  name: string
  documents: number
  columns: { name: string; scores: Score[] }[]
}

interface Words {
  file: string
  names: Record<string, string>
  before: string
  after: string
}

export const chinese: Words = {
  file: 'README.zh-CN.md',
  names: {
    edition: '本站',
    statutes: '法规',
    question: '问句',
    compound: '几个词连写',
    keywords: '几个词',
    synonym: '别的说法',
    number: '数',
    place: '地方',
    organisation: '组织',
    pinyin: '拼音',
    exact: '原文',
    held: '没有调过参数的一半',
    tuned: '调过参数的一半',
    nothing: '什么都没有列的比例',
    cost: '潮头第一次查',
    rounds: '次往返',
    BM25: 'BM25双字',
    literal: '只有一字不差',
    pairs: '加相近，不用词',
    words: '加标题里的词和数的写法',
    synonyms: '加同义词',
    all: '加地方（全部）',
  },
  before: '读者真正会打的话（`npm run bench:judged`），每类列nDCG@10／最好的排第一／最好的进前五：',
  after: '字节按brotli计，不含代码，p50／p95；处理器时间在Node里测得，没有降速。',
}

export const english: Words = {
  file: 'README.md',
  names: {
    statutes: 'statutes',
    held: 'half never tuned on',
    tuned: 'half tuned on',
    nothing: 'share with nothing shown',
    cost: 'first query of 潮头',
    rounds: 'round trips',
    BM25: 'BM25 over pairs',
    literal: 'exact alone',
    pairs: '+ near, without words',
    words: '+ words of titles, numerals',
    synonyms: '+ synonyms',
    all: '+ places (all)',
  },
  before:
    'What readers type, by `npm run bench:judged`: nDCG@10 / a best page first / a best page among the first five, by kind of query:',
  after: 'Bytes are brotli, code not included, p50 / p95; CPU in Node, not throttled.',
}

const mean = (scores: Score[], key: 'ndcg' | 'first' | 'five' | 'nothing'): string =>
  (scores.reduce((sum, score) => sum + score[key], 0) / (scores.length || 1)).toFixed(2)

const cell = (scores: Score[]): string =>
  scores.length
    ? (['ndcg', 'first', 'five'] as const).map((key) => mean(scores, key)).join(' / ')
    : '–'

const table = (head: string[], rows: string[][]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')

function costOf(scores: Score[], word: (name: string) => string): string {
  const of = (key: 'bytes' | 'rounds' | 'milliseconds', format: (n: number) => string): string =>
    pair(
      scores.map((score) => score[key]),
      format,
    )
  const whole = (n: number): string => n.toFixed(0)
  return `${word('cost')}: ${of('bytes', kilobytes)} KB, ${of('rounds', whole)} ${word('rounds')}, ${of('milliseconds', whole)} ms CPU`
}

function judgementTable({ name, documents, columns }: Judgement, { names }: Words): string {
  const word = (key: string): string => names[key] ?? key
  const of = (keep: (score: Score) => boolean): Score[][] =>
    columns.map(({ scores }) => scores.filter(keep))
  const row = (label: string, lists: Score[][]): string[] => [
    `${label} (${lists[0]?.length ?? 0})`,
    ...lists.map(cell),
  ]
  const all = columns[0]?.scores ?? []
  const kinds = [...new Set(all.map(({ kind }) => kind))]
  const rows = [
    ...kinds.map((kind) =>
      row(
        word(kind),
        of((score) => score.kind === kind && score.half === 'held'),
      ),
    ),
    ...['held', 'tuned'].map((half) =>
      row(
        `**${word(half)}**`,
        of((score) => score.half === half),
      ),
    ),
    [word('nothing'), ...columns.map(({ scores }) => mean(scores, 'nothing'))],
  ]
  const head = [`${word(name)} (${documents})`, ...columns.map((column) => word(column.name))]
  const ours = columns.find((column) => column.name === '潮头')
  const cost = ours ? [costOf(ours.scores, word)] : []
  return [table(head, rows), ...cost].join('\n\n')
}

/** All tables, in one of the languages. */
export function formatJudged(judgements: readonly Judgement[], words: Words): string {
  const tables = judgements.map((judgement) => judgementTable(judgement, words))
  return [words.before, ...tables, words.after].join('\n\n')
}
