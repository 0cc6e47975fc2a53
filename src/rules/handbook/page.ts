import MarkdownIt from 'markdown-it'
import type { Token } from 'markdown-it'
import { areas } from '../engine/rule.ts'
import type { InArea, RuleInfo } from '../engine/rule.ts'
import { collections } from '../../model/index.ts'

/** One file of an example: `raw` ones stand as written, without anything filled in. */
export interface ExampleFile {
  path: string
  text: string
  raw: boolean
}

/** A small portal from a rule's page. */
export interface Example {
  kind: 'accepted' | 'rejected'
  /** The `###` heading it stands under, or the section's name. */
  name: string
  files: ExampleFile[]
}

const sections: Record<string, Example['kind']> = { 正确: 'accepted', 错误: 'rejected' }
const sourceFile = /^(content\/|seeds\/|films\/|collected\/|site\.yaml$)/

/**
 * The examples on a rule's page: fenced blocks under `## 正确` and `## 错误` whose info string names
 * a file. Blocks under one `###` heading make one portal.
 */
export function examplesIn(page: string): Example[] {
  const tokens = new MarkdownIt().parse(page, {})
  const examples: Example[] = []
  let kind: Example['kind'] | undefined
  tokens.forEach((token, index) => {
    const title = tokens[index + 1]?.content ?? ''
    if (token.type === 'heading_open' && token.tag === 'h2') kind = sections[title]
    if (token.type === 'heading_open' && kind) examples.push({ kind, name: title, files: [] })
    const file = token.type === 'fence' ? exampleFile(token) : undefined
    if (kind && file) examples.at(-1)?.files.push(file)
  })
  return examples.filter(({ files }) => files.length > 0)
}

function exampleFile({ info, content }: Token): ExampleFile | undefined {
  const [, path = '', flag] = info.trim().split(/\s+/)
  return sourceFile.test(path) ? { path, text: content, raw: flag === 'raw' } : undefined
}

/** The lines under a page's title that follow from the rule itself. */
function headerOf(rule: InArea): string {
  const scope = rule.collections?.map((name) => collections[name].label).join('、') ?? '全部栏目'
  const facts = [
    `级别：${rule.severity === 'error' ? '错误' : '提醒'}`,
    `类别：${areas[rule.area]}`,
    `适用：${scope}`,
    ...(rule.silenceable === false ? ['不能静默'] : []),
  ]
  return `# ${rule.id}\n\n${rule.summary}\n\n> ${facts.join(' · ')}\n`
}

/** A page with its header brought up to date; a new rule's page is scaffolded. */
export function syncPage(page: string | undefined, rule: InArea): string {
  if (page === undefined) return `${headerOf(rule)}\n${scaffold(rule)}`
  const body = page.search(/^## /m)
  return `${headerOf(rule)}\n${body < 0 ? '' : page.slice(body)}`
}

function scaffold(rule: RuleInfo): string {
  if (rule.testedBy) return `## 为什么\n\n## 怎样改\n`
  const folder = rule.collections?.[0] ?? 'cases'
  const example = (mark: string) =>
    ['```md content/' + folder + '/example.md', `正文。${mark}`, '```'].join('\n')
  return `## 为什么\n\n## 正确\n\n${example('')}\n\n## 错误\n\n${example(` <!-- expect: ${rule.id} -->`)}\n`
}
