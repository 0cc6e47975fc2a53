/** Prints build measurements as Markdown. */
import type { Changed, Snapshot } from './build-output.ts'
import type { Run } from './process-tree.ts'

export interface Row {
  generator: string
  entries: number
  /** The first build, one with nothing changed, and one after an edit of one entry. */
  first: Run
  again: Run
  edit: Run
  output: Snapshot
  changed: Changed
}

const header = `| entries | generator | first build | CPU | memory | output | pages | nothing changed | one edit | pages + other files changed |
| ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
`

export function buildTable(rows: readonly Row[]): string {
  return header + rows.map(line).join('') + growthOf(rows)
}

function line({ generator, entries, first, again, edit, output, changed }: Row): string {
  const cells = [
    entries.toLocaleString('en'),
    generator,
    seconds(first.seconds),
    seconds(first.cpu),
    gigabytes(first.peak),
    `${(output.bytes / 2 ** 20).toFixed(1)} MiB`,
    output.pages.toLocaleString('en'),
    `${seconds(again.seconds)} (${seconds(again.cpu)} CPU)`,
    `${seconds(edit.seconds)} (${seconds(edit.cpu)} CPU)`,
    `${changed.pages.length} + ${changed.others.length}`,
  ]
  return `| ${cells.join(' | ')} |\n`
}

/** What one more entry costs, between the smallest and the largest size of each generator. */
function growthOf(rows: readonly Row[]): string {
  const lines = [...new Set(rows.map(({ generator }) => generator))].flatMap((generator) => {
    const own = rows.filter((row) => row.generator === generator)
    const [small, large] = [own[0], own.at(-1)]
    if (!small || !large || small === large) return []
    const more = large.entries - small.entries
    const time = ((large.first.seconds - small.first.seconds) / more) * 1000
    const memory = (large.first.peak - small.first.peak) / 2 ** 20 / more
    return `- ${generator}: ${time.toFixed(1)} ms and ${memory.toFixed(3)} MiB an entry more\n`
  })
  return lines.length > 0 ? `\n${lines.join('')}` : ''
}

const seconds = (value: number): string => `${value.toFixed(1)} s`
const gigabytes = (value: number): string => `${(value / 2 ** 30).toFixed(2)} GiB`
