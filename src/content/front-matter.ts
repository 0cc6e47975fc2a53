import matter from 'gray-matter'
import type { Issue } from '../model/issue.ts'
import type { TextFile } from './files.ts'
import { parseFields } from './yaml-fields.ts'
import type { YamlDocument } from './yaml.ts'

interface FrontMatter {
  /** Absent when nothing of the front matter could be read; `issues` says why. */
  document?: YamlDocument
  /** Top-level fields that could not be read, and are not in the document. */
  unread: ReadonlySet<string>
  body: string
  /** Line of the file on which the body begins, 1-based. */
  bodyLine: number
  issues: Issue[]
}

const largest = 64_000

/**
 * Split an entry into front matter and body. Only a bare `---` fence is read, and only as YAML:
 * gray-matter's other engines (`---js` evaluates code) are out of reach.
 */
export function readFrontMatter(file: TextFile): FrontMatter {
  const lines = file.text.replace(/^\uFEFF/, '').split('\n')
  const opening = lines[0] ?? ''
  const fault = (line: number, message: string, hint: string): FrontMatter => ({
    body: file.text,
    bodyLine: 1,
    unread: new Set(),
    issues: [
      {
        file: file.path,
        line,
        column: 1,
        rule: 'front-matter-is-yaml',
        severity: 'error',
        message,
        hint,
      },
    ],
  })
  if (!opening.startsWith('---')) return fault(1, ...missingFence(lines))
  if (opening.trimEnd() !== '---')
    return fault(
      1,
      `开头这一行只能是 ---，不能写成“${opening.slice(0, 40)}”。`,
      '把第一行改成三个连字符，后面什么也不写。',
    )
  const closing = lines.findIndex((line, index) => index > 0 && line.trimEnd() === '---')
  if (closing < 0)
    return fault(1, '字段没有结束：只有开头的一行 ---。', '在最后一个字段下面加一行 ---。')
  if (lines.slice(1, closing).join('\n').length > largest)
    return fault(1, '两行 --- 之间太长，不像字段。', '把正文移到第二个 --- 下面。')

  const issues: Issue[] = []
  let document: YamlDocument | undefined
  let unread: ReadonlySet<string> = new Set()
  const yaml = (text: string): object => {
    const parsed = parseFields(text, { file: file.path, firstLine: 2 })
    for (const issue of parsed.issues) issues.push(issue)
    document = parsed.document
    unread = parsed.unread
    return {}
  }
  const source = ['---', ...lines.slice(1, closing), '---', ''].join('\n')
  matter(source, { engines: { yaml: (text) => yaml(text.replace(/^\n/, '')) }, language: 'yaml' })
  if (!document && issues.length === 0) yaml('')
  return {
    document,
    body: lines.slice(closing + 1).join('\n'),
    bodyLine: closing + 2,
    issues,
    unread,
  }
}

/** Why a file does not begin with its fields, and what to do. */
function missingFence(lines: readonly string[]): [message: string, hint: string] {
  const how = '第一行写 ---，接着写字段，再用一行 --- 结束。'
  const first = lines.findIndex((line) => line.trim() !== '')
  const opening = lines[first]?.trim() ?? ''
  if (first < 0) return ['文件是空的。', how]
  if (/^[-—－–―─]{1,6}$/.test(opening) && opening !== '---')
    return [`开头这一行是“${opening}”，不是三个半角的连字符。`, '把它改成 ---。']
  if (opening === '---')
    return [
      first === 0 ? '--- 前面有空格。' : '--- 前面空了一行。',
      '删去它，让 --- 在第一行顶格。',
    ]
  return ['文件开头没有字段。', how]
}
