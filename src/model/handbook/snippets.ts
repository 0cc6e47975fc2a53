import { formOf } from '../form.ts'
import type { FormField } from '../form.ts'
import { collectionNames, collections } from '../index.ts'
import { question } from '../training.ts'
import { fact } from '../sources.ts'
import type { Registry } from './fields.ts'

interface Snippet {
  scope: string
  prefix: string
  body: string[]
  description: string
}

/** Snippets for VS Code: every field of the model, callouts, citations, questions and facts. */
export function snippets(registry: Registry = collections): Record<string, Snippet> {
  const fields = new Map<string, FormField>()
  for (const name of collectionNames)
    for (const field of formOf(registry[name].schema))
      if (!fields.has(field.name)) fields.set(field.name, field)
  const own = [...fields.values()].map((field): [string, Snippet] => [
    `${field.title}（${field.name}）`,
    {
      scope: 'markdown',
      prefix: field.name,
      body: [`${field.name}: $0`],
      description: `${field.title}：${field.wording}`,
    },
  ])
  return { ...Object.fromEntries(own), ...fixed() }
}

const callouts = { tip: '要点', note: '说明', warning: '待复核', quote: '引文' }

function fixed(): Record<string, Snippet> {
  const markdown = (prefix: string, description: string, body: string[]): Snippet => ({
    scope: 'markdown',
    prefix,
    body,
    description,
  })
  return {
    ...Object.fromEntries(
      Object.entries(callouts).map(([name, label]) => [
        `提示框：${label}`,
        markdown(`:::${name}`, `提示框：${label}`, [`::: ${name} \${1:标题}`, '$0', ':::']),
      ]),
    ),
    引用事实: markdown('[^', '在数字后面标出处，写事实编号', ['[^${1:前缀}-f${2:01}]$0']),
    图片: markdown('![', '图片，要写替代文字', ['![${1:图片上有什么}](/media/${2:文件名})$0']),
    自测题: markdown('quiz-item', '自测题：单选', listItem(question.options[0], 'kind: single')),
    事实: { ...markdown('fact', '一条事实', listItem(fact)), scope: 'yaml' },
  }
}

/** A list item with the required fields of a schema, one stop each. */
function listItem(schema: Parameters<typeof formOf>[0], first?: string): string[] {
  const names = formOf(schema)
    .filter(({ required, name }) => required && !(first ?? '').startsWith(`${name}:`))
    .map(({ name, title }, index) => `${name}: \${${index + 1}:${title}}`)
  const lines = [...(first ? [first] : []), ...names]
  return lines.map((line, index) => (index === 0 ? `- ${line}` : `  ${line}`))
}
