/** `npm run search -- <词>`: asks the built index with the code the reader's browser runs. */
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createSearcher } from '../src/search/query.ts'
import type { Hit, SearchResult } from '../src/search/query.ts'
import { humanOrJson, readCommand, refuse } from './command.ts'

const { values, positionals } = readCommand({
  name: 'search',
  says: '用读者浏览器里的同一段程序，查构建好的索引。',
  words: '<词>…',
  options: {
    format: humanOrJson,
    top: {
      type: 'string',
      value: '几条',
      default: '10',
      counts: true,
      says: '最多几条；不写是 10',
    },
    stats: { type: 'boolean', default: false, says: '另外列出读了哪些文件' },
    dist: {
      type: 'string',
      value: '文件夹',
      default: '.vitepress/dist',
      says: '构建的输出；不写是 .vitepress/dist',
    },
  },
})

const clock = (seconds: number): string =>
  `${String(Math.floor(seconds / 60)).padStart(2, '0')}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`

type Row = Hit & { missing?: readonly string[] }

const quoted = (words: readonly string[]): string => words.map((word) => `“${word}”`).join('')

const spellings = ({ used, rivals = [] }: { used: string; rivals?: string[] }): string =>
  quoted([used, ...rivals])

function describe(
  { title, path, kindLabel, snippet, at, missing = [] }: Row,
  index: number,
): string {
  const lines = [`${index + 1}. [${kindLabel}] ${title}`, `   ${path}`]
  if (snippet.text) lines.push(`   ${snippet.text}`)
  if (missing.length) lines.push(`   少了${quoted(missing)}`)
  if (at !== undefined) lines.push(`   从${clock(at)}播放`)
  return lines.join('\n')
}

function human(query: string, result: SearchResult): string {
  const { correction, hits, near, mended, suggestions, total, approximate, degraded } = result
  const shown = hits.length + near.hits.length + (mended?.hits.length ?? 0) + suggestions.length
  const lines: string[] = []
  if (correction) lines.push(`已按${spellings(correction)}显示结果。`)
  if (hits.length) lines.push(`${approximate ? '约' : '共'}${total}条：`, ...hits.map(describe))
  if (near.hits.length)
    lines.push(
      hits.length ? '还有相近的：' : '没有完全一样的，下面是相近的：',
      ...(near.also.length ? [`也找了${quoted(near.also)}。`] : []),
      ...near.hits.map(describe),
    )
  if (mended) lines.push(`你是不是要找${spellings(mended)}：`, ...mended.hits.map(describe))
  if (suggestions.length) lines.push('题目相近的：', ...suggestions.map(describe))
  if (!shown) lines.push(degraded ? `没能查“${query}”。` : `没有找到“${query}”。`)
  if (degraded) lines.push('索引有文件读不到或已损坏,结果可能不全。请重新构建。')
  return lines.join('\n')
}

/** A row of the results with the part of them that it stands in: exact, near, mended, alike. */
const rowIn =
  (part: string) =>
  ({ path, title, kind, score, snippet, at, missing }: Row): object => ({
    part,
    path,
    title,
    kind,
    score,
    snippet: snippet.text,
    ...(missing?.length ? { missing } : {}),
    ...(at === undefined ? {} : { at }),
  })

const rowsOf = ({ hits, near, mended, suggestions }: SearchResult): object[] => [
  ...hits.map(rowIn('exact')),
  ...near.hits.map(rowIn('near')),
  ...(mended?.hits.map(rowIn('mended')) ?? []),
  ...suggestions.map(rowIn('alike')),
]

async function main(query: string): Promise<void> {
  const { format, stats, dist } = values
  if (!existsSync(join(dist, 'search/manifest.json'))) {
    process.stderr.write(
      `“${dist}”里没有搜索索引（search/manifest.json）。请先运行 npm run build，或用 --dist 指明输出目录。\n`,
    )
    process.exitCode = 1
    return
  }
  const read: { file: string; bytes: number }[] = []
  const fetchFile = async (name: string): Promise<Uint8Array> => {
    const bytes = await readFile(join(dist, name))
    read.push({ file: name, bytes: bytes.length })
    return bytes
  }
  const result = await createSearcher({ fetchFile }).search(query, { limit: Number(values.top) })
  const output = format === 'json' ? JSON.stringify(rowsOf(result), null, 2) : human(query, result)
  process.stdout.write(`${output}\n`)
  if (result.unavailable) process.exitCode = 1
  if (!stats) return
  const sum = read.reduce((total, { bytes }) => total + bytes, 0)
  if (format === 'json') {
    process.stderr.write(`${JSON.stringify({ files: read.length, bytes: sum, read })}\n`)
    return
  }
  const list = read.map(({ file, bytes }) => `  ${file} ${bytes}`).join('\n')
  process.stderr.write(`读了${read.length}个文件,共${sum}字节：\n${list}\n`)
}

const query = positionals.join(' ')
if (!query.trim()) refuse('search', '没有写要找的词。')
await main(query)
