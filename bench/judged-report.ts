/** Tables of judged queries, for the handbook's page on performance. */
import type { Score } from './relevance.ts'
import { kilobytes, pair } from './report.ts'

export interface Judgement {
  name: string
  documents: number
  columns: { name: string; scores: Score[] }[]
}

const names: Record<string, string> = {
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
  fresh: '后写的一套，只看过总数',
  nothing: '什么都没有列的比例',
  cost: '潮头第一次查',
  rounds: '次往返',
  BM25: 'BM25双字',
  literal: '只有一字不差',
  pairs: '加相近，不用词',
  words: '加标题里的词和数的写法',
  synonyms: '加同义词',
  all: '加地方（全部）',
}

const before =
  '读者真正会打的话（`npm run bench:judged`），每类列nDCG@10／最好的排第一／最好的进前五：'
const after =
  '字节按brotli计，不含代码，p50／p95；字节和往返算到列出相近的为止，纠错的随后再来；处理器时间在Node里测得，没有降速。'

const word = (key: string): string => names[key] ?? key

const mean = (scores: Score[], key: 'ndcg' | 'first' | 'five' | 'nothing'): string =>
  (scores.reduce((sum, score) => sum + score[key], 0) / (scores.length || 1)).toFixed(2)

const cell = (scores: Score[]): string =>
  scores.length
    ? (['ndcg', 'first', 'five'] as const).map((key) => mean(scores, key)).join(' / ')
    : '–'

const table = (head: string[], rows: string[][]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')

function costOf(scores: Score[]): string {
  const of = (key: 'bytes' | 'rounds' | 'milliseconds', format: (n: number) => string): string =>
    pair(
      scores.map((score) => score[key]),
      format,
    )
  const whole = (n: number): string => n.toFixed(0)
  return `${word('cost')}: ${of('bytes', kilobytes)} KB, ${of('rounds', whole)} ${word('rounds')}, ${of('milliseconds', whole)} ms CPU`
}

function judgementTable({ name, documents, columns }: Judgement): string {
  const of = (keep: (score: Score) => boolean): Score[][] =>
    columns.map(({ scores }) => scores.filter(keep))
  const row = (label: string, lists: Score[][]): string[] => [
    `${label} (${lists[0]?.length ?? 0})`,
    ...lists.map(cell),
  ]
  const all = columns[0]?.scores ?? []
  const kinds = [...new Set(all.map(({ kind }) => kind))]
  const halves = ['fresh', 'held', 'tuned'].filter((half) => all.some((one) => one.half === half))
  /** What the rows of each kind are of. */
  const [unseen] = halves
  const rows = [
    ...kinds.map((kind) =>
      row(
        word(kind),
        of((score) => score.kind === kind && score.half === unseen),
      ),
    ),
    ...halves.map((half) =>
      row(
        `**${word(half)}**`,
        of((score) => score.half === half),
      ),
    ),
    [word('nothing'), ...columns.map(({ scores }) => mean(scores, 'nothing'))],
  ]
  const head = [`${word(name)} (${documents})`, ...columns.map((column) => word(column.name))]
  const ours = columns.find((column) => column.name === '潮头')
  const cost = ours ? [costOf(ours.scores)] : []
  return [table(head, rows), ...cost].join('\n\n')
}

/** All tables, with how to read them. */
export function formatJudged(judgements: readonly Judgement[]): string {
  return [before, ...judgements.map(judgementTable), after].join('\n\n')
}
