import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { advice } from '../src/check/options.ts'
import { parseArgs } from 'node:util'
import { checkPortal, dayOf } from '../src/check/check.ts'
import type { Library } from '../src/content/library.ts'
import { editionTables } from '../src/overview/edition.ts'
import type { Table } from '../src/overview/edition.ts'
import { editionHtml, editionMarkdown } from '../src/overview/write.ts'

const usage = `用法：npm run report -- [选项]

  --format html|markdown   报告的格式；不写是 html
  --out <文件>             写到哪里；不写是 report.html 或 report.md
  --links                  联网看来源的网址还能不能打开，要等一会儿
  --help                   显示这一页
`
const options = ['format', 'out', 'links', 'help']

async function main(args: string[]): Promise<number> {
  const { tokens } = parseArgs({
    args,
    strict: false,
    tokens: true,
    options: { format: { type: 'string' }, out: { type: 'string' } },
  })
  const given = new Map<string, string>()
  for (const token of tokens) {
    if (token.kind === 'positional') return refuse(`多了“${token.value}”。`)
    if (token.kind !== 'option') continue
    if (!options.includes(token.name))
      return refuse(`没有 ${token.rawName} 这个选项。${advice(token.name, options, '--')}`)
    given.set(token.name, token.value ?? '')
  }
  if (given.has('help')) process.stdout.write(usage)
  if (given.has('help')) return 0
  const format = given.get('format') ?? 'html'
  if (format !== 'html' && format !== 'markdown')
    return refuse(`没有“${format}”这种格式，可以写：html、markdown。`)
  const today = dayOf(new Date())
  const { library, issues } = checkPortal(resolve(process.env.PORTAL_ROOT ?? '.'), { today })
  const tables = editionTables(library, issues, today)
  if (given.has('links')) tables.push(await linkTable(library))
  const edition = { name: library.site.name, today, tables }
  const out = given.get('out') || (format === 'html' ? 'report.html' : 'report.md')
  writeFileSync(out, format === 'html' ? editionHtml(edition) : editionMarkdown(edition))
  process.stdout.write(`写好了 ${out}\n`)
  return 0
}

/** Addresses of sources that do not open, asked a few at a time. */
async function linkTable(library: Library): Promise<Table> {
  const waiting = [...library.sources.values()].map(({ data }) => data)
  const rows: string[][] = []
  const ask = async (): Promise<void> => {
    for (let source = waiting.shift(); source; source = waiting.shift()) {
      const fault = await faultOf(source.url)
      if (fault) rows.push([source.id, fault, source.url])
    }
  }
  await Promise.all(Array.from({ length: 6 }, ask))
  rows.sort((a, b) => (a[0] ?? '').localeCompare(b[0] ?? ''))
  return { title: '打不开的来源', columns: ['来源', '原因', '网址'], rows }
}

async function faultOf(url: string): Promise<string | undefined> {
  try {
    const { ok, status } = await fetch(url, { signal: AbortSignal.timeout(15_000) })
    return ok ? undefined : `HTTP ${status}`
  } catch (error) {
    return error instanceof Error && error.name === 'TimeoutError' ? '超时' : '连不上'
  }
}

function refuse(message: string): number {
  process.stderr.write(`${message}\n所有选项见 npm run report -- --help。\n`)
  return 2
}

process.exitCode = await main(process.argv.slice(2))
