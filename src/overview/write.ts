import { escapeHtml } from '../content/html.ts'
import type { Table } from './edition.ts'

export interface Edition {
  name: string
  today: string
  tables: readonly Table[]
}

/** The report as Markdown. */
export function editionMarkdown({ name, today, tables }: Edition): string {
  const sections = tables.map(({ title, note, columns, rows }) => {
    const line = (cells: readonly (string | number)[]) =>
      `| ${cells.map((cell) => String(cell).replace(/\s+/g, ' ').replaceAll('|', '\\|')).join(' | ')} |`
    const table = [line(columns), line(columns.map(() => '---')), ...rows.map(line)].join('\n')
    const body = rows.length === 0 ? '没有。' : table
    return [`## ${title}`, ...(note ? [note] : []), body].join('\n\n')
  })
  return `${[`# ${name}内容报告`, `${today}。`, ...sections].join('\n\n')}\n`
}

const style = `body{font:16px/1.7 "PingFang SC","Noto Sans SC","Noto Sans CJK SC",sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1b1916;background:#fffdf9}
table{border-collapse:collapse;width:100%}th,td{border-bottom:1px solid #ddd4c3;padding:.4rem .6rem;text-align:left;vertical-align:top;overflow-wrap:anywhere}
meter{width:10rem;margin-left:.5rem}td.number,th{white-space:nowrap}
@media(max-width:40rem){body{margin:1rem auto;font-size:15px}th,td{padding:.3rem .35rem}meter{display:block;width:100%;min-width:3rem;margin:0}}`

/** The report as one page that needs nothing else; counts are drawn as bars. */
export function editionHtml({ name, today, tables }: Edition): string {
  const title = escapeHtml(`${name}内容报告`)
  return [
    `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><style>${style}</style></head><body>`,
    `<h1>${title}</h1><p>${today}</p>`,
    ...tables.map(tableHtml),
    '</body></html>',
    '',
  ].join('\n')
}

function tableHtml({ title, note, columns, rows, bars }: Table): string {
  const most = Math.max(1, ...rows.map((row) => Number(row[bars ?? 0]) || 0))
  const cell = (value: string | number, index: number) => {
    if (typeof value === 'string') return `<td>${escapeHtml(value)}</td>`
    const bar = index === bars ? `<meter max="${most}" value="${value}">${value}</meter>` : ''
    return `<td class="number">${value}${bar}</td>`
  }
  const head = columns.map((column) => `<th scope="col">${escapeHtml(column)}</th>`).join('')
  const body = rows.map((row) => `<tr>${row.map(cell).join('')}</tr>`).join('\n')
  const table = `<table><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table>`
  const said = note ? `<p>${escapeHtml(note)}</p>` : ''
  return `<h2>${escapeHtml(title)}</h2>${said}${rows.length === 0 ? '<p>没有。</p>' : table}`
}
