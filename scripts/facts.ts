import { resolve } from 'node:path'
import { dayOf } from '../src/check/check.ts'
import { readPortal } from '../src/content/files.ts'
import { buildLibrary } from '../src/content/library.ts'
import { advice } from '../src/content/nearest.ts'
import { factList, factRows, factUses, factViews, isIn } from '../src/overview/facts.ts'
import type { FactView } from '../src/overview/facts.ts'
import { humanOrJson, readCommand, refuse } from './command.ts'

// Object.keys loses the literal types of the table.
const views = Object.keys(factViews) as FactView[]
const flag = (view: FactView) => ({
  type: 'boolean' as const,
  default: false,
  says: `只列${factViews[view]}`,
})
const { values } = readCommand({
  name: 'facts',
  says: '按用处列出事实：没有引用的、在哪里引用了、没有读到原文的、过了复核日期的。',
  options: {
    uncited: flag('uncited'),
    cited: flag('cited'),
    unverified: flag('unverified'),
    overdue: flag('overdue'),
    source: { type: 'string', value: '编号', says: '只列这个来源的' },
    format: humanOrJson,
  },
})
const library = buildLibrary(readPortal(resolve(process.env.PORTAL_ROOT ?? '.')))
const { source } = values
if (source !== undefined && !library.sources.has(source))
  refuse('facts', `没有“${source}”这个来源。${advice(source, [...library.sources.keys()])}`)
const wanted = views.filter((view) => values[view])
const uses = factUses(library, dayOf(new Date())).filter(
  (use) =>
    (source === undefined || use.source.id === source) &&
    (wanted.length === 0 || wanted.some((view) => isIn(use, view))),
)
process.stdout.write(
  values.format === 'json' ? factRows(uses) : factList(uses, wanted.length > 0 ? wanted : views),
)
