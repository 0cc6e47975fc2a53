import { existsSync, writeFileSync } from 'node:fs'
import { checkPortal, dayOf } from '../src/check/check.ts'
import { editionTables } from '../src/overview/edition.ts'
import { linkTable } from '../src/overview/links.ts'
import { editionHtml, editionMarkdown } from '../src/overview/write.ts'
import type { Edition } from '../src/overview/write.ts'
import { askOverNetwork } from './ask-address.ts'
import { readCommand, refuse } from './command.ts'
import { guardTarget } from './guard-target.ts'
import { portalRoot } from '../builder/folders.ts'
import { readLogs } from './read-logs.ts'

/** Milliseconds a source's host is given to answer. */
const patience = 15_000

const { values } = readCommand({
  name: 'report',
  says: '写出这一版内容的全貌：条目、主题、复核、更正、来源、没有引用的事实、检查的结果。',
  options: {
    format: {
      type: 'string',
      value: '格式',
      default: 'html',
      choices: ['html', 'markdown'],
      says: 'html 或 markdown；不写是 html',
    },
    out: { type: 'string', value: '文件', says: '写到哪里；不写是 report.html 或 report.md' },
    links: {
      type: 'boolean',
      default: false,
      says: '联网看来源的网址还能不能打开，要等一会儿；自动检查（CI）里不看',
    },
    log: {
      type: 'string',
      value: '日志',
      multiple: true,
      says: '不写内容，写访问：从主机的访问日志里数，可以写多次，.gz 也行；不记是谁',
    },
    dist: {
      type: 'string',
      value: '文件夹',
      default: '.vitepress/dist',
      says: '和 --log 一起用：拿哪一次构建的索引试查读者搜的词；不写是 .vitepress/dist',
    },
  },
})
const out = values.out ?? (values.format === 'html' ? 'report.html' : 'report.md')
guardTarget('report', { path: out, purpose: 'report', option: '--out' })
const today = dayOf(new Date())
const edition = values.log ? await visited(values.log) : await described()
writeFileSync(out, values.format === 'html' ? editionHtml(edition) : editionMarkdown(edition))
process.stdout.write(`写好了 ${out}\n`)

async function described(): Promise<Edition> {
  const { library, issues } = checkPortal(portalRoot(), { today })
  const tables = editionTables(library, issues, today)
  if (values.links && process.env.CI)
    process.stderr.write('这里是自动检查（CI），没有联网看来源的网址。\n')
  else if (values.links) tables.push(await linkTable(library, askOverNetwork(patience)))
  return { title: `${library.site.name}内容报告`, today, tables }
}

async function visited(files: readonly string[]): Promise<Edition> {
  const missing = files.find((file) => !existsSync(file))
  if (missing !== undefined) refuse('report', `没有 ${missing} 这个文件。`)
  const { name, tables, lines, unread } = await readLogs(files, values.dist)
  if (unread > 0)
    process.stderr.write(
      `${lines}行里有${unread}行不是认得的写法，没有算；认得的写法见手册“运维”。\n`,
    )
  return { title: `${name}访问报告`, today, tables }
}
