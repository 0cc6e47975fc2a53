/** Reads benchmark corpora: gzipped NDJSON with at least `title` and `text` on each line. */
import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { createGunzip } from 'node:zlib'

export interface CorpusDocument {
  /** Stable: the line's number. */
  id: string
  title: string
  text: string
  date: string
  kind: string
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

function readLine(line: string, number: number): CorpusDocument {
  const row: unknown = JSON.parse(line)
  const fields = typeof row === 'object' && row !== null ? { ...row } : {}
  const { title, text: body, date, kind } = fields as Record<string, unknown> // spread of unknown
  return {
    id: `d${String(number).padStart(6, '0')}`,
    title: text(title),
    text: text(body),
    date: text(date),
    kind: text(kind) || '文档',
  }
}

/** The first `count` documents; with `simulate` more, they are repeated under new ids. */
export async function readCorpus(
  file: string,
  count: number,
  simulate = count,
): Promise<CorpusDocument[]> {
  const source = createReadStream(file)
  const lines = createInterface({
    input: file.endsWith('.gz') ? source.pipe(createGunzip()) : source,
  })
  const documents: CorpusDocument[] = []
  for await (const line of lines) {
    if (line.trim()) documents.push(readLine(line, documents.length))
    if (documents.length === count) break
  }
  source.destroy()
  const { length } = documents
  return Array.from({ length: Math.max(length, simulate) }, (_, i) => {
    const original = documents[i % length]
    if (!original) throw new Error(`语料是空的：${file}`)
    return i < length ? original : { ...original, id: `d${String(i).padStart(6, '0')}` }
  })
}
