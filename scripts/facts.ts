import { dayOf } from '../src/check/check.ts'
import { readPortal } from '../src/content/files.ts'
import { buildLibrary } from '../src/content/library.ts'
import { advice } from '../src/content/nearest.ts'
import { factList, factRows, factUses, factViews, isIn } from '../src/overview/facts.ts'
import type { FactView } from '../src/overview/facts.ts'
import { tableMarkdown } from '../src/overview/write.ts'
import { traceTable } from '../src/overview/trace.ts'
import { humanOrJson, readCommand, refuse } from './command.ts'
import { reread } from './reread.ts'
import { portalRoot } from '../builder/folders.ts'

// Object.keys loses the literal types of the table.
const views = Object.keys(factViews) as FactView[]
const flag = (view: FactView) => ({
  type: 'boolean' as const,
  default: false,
  says: `只列${factViews[view]}`,
})
const { values } = readCommand({
  name: 'facts',
  says: '按用处列出事实，追到来源的原文用词，逐条复读。',
  options: {
    uncited: flag('uncited'),
    cited: flag('cited'),
    unverified: flag('unverified'),
    overdue: flag('overdue'),
    due: flag('due'),
    differs: flag('differs'),
    excerpt: flag('excerpt'),
    wordless: flag('wordless'),
    reread: {
      type: 'boolean',
      default: false,
      says: '逐条复读：事实、原文用词、网址和用处一起列出，问对得上对不上，记进 seeds/',
    },
    role: { type: 'string', value: '身份', says: '复读人的身份，不写姓名；不写是第二编辑' },
    trace: {
      type: 'boolean',
      default: false,
      says: '和 --source 一起用：列出原文用词、由它来的事实、用到的页面',
    },
    source: { type: 'string', value: '编号', says: '只列这个来源的' },
    format: humanOrJson,
  },
})
const root = portalRoot()
const library = buildLibrary(readPortal(root))
const { source } = values
if (source !== undefined && !library.sources.has(source))
  refuse('facts', `没有“${source}”这个来源。${advice(source, [...library.sources.keys()])}`)
const wanted = views.filter((view) => values[view])
const uses = factUses(library, dayOf(new Date())).filter(
  (use) =>
    (source === undefined || use.source.id === source) &&
    (wanted.length === 0 || wanted.some((view) => isIn(use, view))),
)
const today = dayOf(new Date())
if (values.trace && source === undefined) refuse('facts', '--trace 要和 --source 一起用。')
if (values.trace) process.stdout.write(`${tableMarkdown(traceTable(uses, library))}\n`)
else if (values.reread) {
  const role = values.role ?? '第二编辑'
  const asked = wanted.length > 0 ? uses : uses.filter(({ due }) => due)
  await reread(asked, { library, root, rereading: { date: today, role } })
} else
  process.stdout.write(
    values.format === 'json' ? factRows(uses) : factList(uses, wanted.length > 0 ? wanted : views),
  )
