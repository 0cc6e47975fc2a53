import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { advice } from '../src/check/options.ts'
import { dayOf } from '../src/check/check.ts'
import { readPortal } from '../src/content/files.ts'
import { buildLibrary } from '../src/content/library.ts'
import { factList, factRows, factUses, factViews, isIn } from '../src/overview/facts.ts'
import type { FactView } from '../src/overview/facts.ts'

// Object.keys loses the literal types of the table.
const views = Object.keys(factViews) as FactView[]
const usage = `用法：npm run facts -- [选项]

${views.map((view) => `  --${view.padEnd(14)}  只列${factViews[view]}`).join('\n')}
  --source <编号>   只列这个来源的
  --format json     给程序用的JSON
  --help            显示这一页

都不写就按用处全部列出。
`

function main(args: string[]): number {
  const { tokens } = parseArgs({
    args,
    strict: false,
    tokens: true,
    options: { source: { type: 'string' }, format: { type: 'string' } },
  })
  const known = [...views, 'source', 'format', 'help']
  const given = new Map<string, string>()
  for (const token of tokens) {
    if (token.kind === 'positional') return refuse(`多了“${token.value}”。`)
    if (token.kind !== 'option') continue
    if (!known.includes(token.name))
      return refuse(`没有 ${token.rawName} 这个选项。${advice(token.name, known, '--')}`)
    given.set(token.name, token.value ?? '')
  }
  if (given.has('help')) return print(usage)
  const library = buildLibrary(readPortal(resolve(process.env.PORTAL_ROOT ?? '.')))
  const source = given.get('source')
  if (source !== undefined && !library.sources.has(source))
    return refuse(
      `没有“${source}”这个来源。${advice(source, [...library.sources.keys()].slice(0, 200))}`,
    )
  const wanted = views.filter((view) => given.has(view))
  const uses = factUses(library, dayOf(new Date())).filter(
    (use) =>
      (source === undefined || use.source.id === source) &&
      (wanted.length === 0 || wanted.some((view) => isIn(use, view))),
  )
  if (given.get('format') === 'json') return print(factRows(uses))
  return print(factList(uses, wanted.length > 0 ? wanted : views))
}

function print(text: string): number {
  process.stdout.write(text)
  return 0
}

function refuse(message: string): number {
  process.stderr.write(`${message}\n所有选项见 npm run facts -- --help。\n`)
  return 2
}

process.exitCode = main(process.argv.slice(2))
