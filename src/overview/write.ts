import { escapeHtml } from '../formats/xml.ts'
import type { Table } from './edition.ts'

/** A report: its title, its day (`YYYY-MM-DD`), its tables. */
export interface Edition {
  title: string
  today: string
  tables: readonly Table[]
}

/** The report as Markdown. */
export function editionMarkdown({ title, today, tables }: Edition): string {
  const sections = tables.map(tableMarkdown)
  return `${[`# ${title}`, `${today}。`, ...sections].join('\n\n')}\n`
}

/** One table under its title as Markdown. */
export function tableMarkdown({ title, note, columns, rows }: Table): string {
  const line = (cells: readonly (string | number)[]) =>
    `| ${cells.map((cell) => String(cell).replace(/\s+/g, ' ').replaceAll('|', '\\|')).join(' | ')} |`
  const table = [line(columns), line(columns.map(() => '---')), ...rows.map(line)].join('\n')
  const body = rows.length === 0 ? '没有。' : table
  return [`## ${title}`, ...(note ? [note] : []), body].join('\n\n')
}

const style = `:root{color-scheme:light dark;--paper:#faf6ee;--ink:#1b1916;--quiet:#514a40;--rule:#ddd4c3;--b0:#971d0d;--b1:#d08a3c;--b2:#857b6a}
@media(prefers-color-scheme:dark){:root{--paper:#161513;--ink:#f2ece1;--quiet:#c0b8aa;--rule:#3a352e;--b0:#ec6446;--b1:#e0b070;--b2:#8d8475}}
body{font:16px/1.7 "PingFang SC","Noto Sans SC","Noto Sans CJK SC",sans-serif;max-width:62rem;margin:2rem auto;padding:0 1rem;color:var(--ink);background:var(--paper)}
nav ul,.key{display:flex;flex-wrap:wrap;gap:.3rem 1.2rem;list-style:none;padding:0}a{color:inherit;text-underline-offset:.25em}
.note,.key{color:var(--quiet);font-size:.9375rem}h2{margin-top:2.5rem;scroll-margin-top:1rem}
table{border-collapse:collapse;width:100%}th,td{border-bottom:1px solid var(--rule);padding:.35rem .6rem;text-align:left;vertical-align:top;overflow-wrap:anywhere}
th{white-space:nowrap}.number{white-space:nowrap;text-align:right;font-variant-numeric:tabular-nums}.bar{width:45%;vertical-align:middle}
svg{display:block;width:100%;height:.9rem}.key svg{display:inline-block;width:.9rem;vertical-align:-.1em;margin-right:.3rem}.b0{fill:var(--b0)}.b1{fill:var(--b1)}.b2{fill:var(--b2)}
@media(max-width:40rem){body{margin:1rem auto;font-size:15px}th,td{padding:.3rem .35rem}.bar{width:30%}}
@media print{nav{display:none}body{max-width:none}}`

/** The report as one page that needs nothing else and runs nothing; counts are drawn as bars. */
export function editionHtml({ title: written, today, tables }: Edition): string {
  const title = escapeHtml(written)
  const links = tables.map(({ title, rows, bars }, index) => {
    const count = bars ? '' : ` ${rows.length}`
    return `<li><a href="#t${index}">${escapeHtml(title)}</a>${count}</li>`
  })
  return [
    `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><style>${style}</style></head><body>`,
    `<h1>${title}</h1><p class="note">${today}</p>`,
    `<nav aria-label="各部分"><ul>${links.join('')}</ul></nav>`,
    ...tables.map(tableHtml),
    '</body></html>',
    '',
  ].join('\n')
}

function tableHtml({ title, note, columns, rows, bars }: Table, index: number): string {
  const cell = (value: string | number) =>
    typeof value === 'string' ? `<td>${escapeHtml(value)}</td>` : `<td class="number">${value}</td>`
  const isCount = (column: number) => typeof rows[0]?.[column] === 'number'
  const head = columns.map(
    (column, place) =>
      `<th scope="col"${isCount(place) ? ' class="number"' : ''}>${escapeHtml(column)}</th>`,
  )
  const drawn = bars && drawer(rows, bars)
  const lines = rows.map((row) => `<tr>${row.map(cell).join('')}${drawn ? drawn(row) : ''}</tr>`)
  const tops = [...head, ...(drawn ? ['<td class="bar"></td>'] : [])]
  const table = `<table><thead><tr>${tops.join('')}</tr></thead><tbody>${lines.join('\n')}</tbody></table>`
  const said = note ? `<p class="note">${escapeHtml(note)}</p>` : ''
  const key = bars && bars.length > 1 ? keyOf(columns, bars) : ''
  return `<section aria-labelledby="t${index}"><h2 id="t${index}">${escapeHtml(title)}</h2>${said}${rows.length === 0 ? '<p>没有。</p>' : key + table}</section>`
}

/** Draws a row's counts to one scale; the numbers beside it say the same, so it is an ornament. */
function drawer(rows: Table['rows'], bars: readonly number[]) {
  const countsOf = (row: Table['rows'][number]) => bars.map((column) => Number(row[column]) || 0)
  const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0)
  const most = Math.max(1, ...rows.map((row) => sum(countsOf(row))))
  return (row: Table['rows'][number]) => {
    const counts = countsOf(row)
    const parts = counts.map((count, place) => {
      const [x, width] = [sum(counts.slice(0, place)), count].map((part) =>
        ((100 * part) / most).toFixed(2),
      )
      return count > 0 ? `<rect class="b${place}" x="${x}%" width="${width}%" height="100%"/>` : ''
    })
    return `<td class="bar"><svg aria-hidden="true">${parts.join('')}</svg></td>`
  }
}

function keyOf(columns: readonly string[], bars: readonly number[]): string {
  const items = bars.map(
    (column, place) =>
      `<li><svg aria-hidden="true"><rect class="b${place}" width="100%" height="100%"/></svg>${escapeHtml(columns[column] ?? '')}</li>`,
  )
  return `<ul class="key">${items.join('')}</ul>`
}
