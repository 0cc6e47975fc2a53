import {
  isAlias,
  isCollection,
  isMap,
  isNode,
  isPair,
  isScalar,
  LineCounter,
  parseDocument,
  visit,
} from 'yaml'
import type { Document, Node, YAMLMap } from 'yaml'
import type { Issue, Position } from '../model/issue.ts'
import { joint } from './east-asian.ts'
import { yamlFaults } from './yaml-faults.ts'

export type FieldPath = readonly (string | number)[]

/** A YAML document read as plain data, that still knows where each field stands. */
export interface YamlDocument {
  data: unknown
  /** Where a field's value stands; the nearest parent that exists when it is missing. */
  locate: (path: FieldPath, part?: 'key' | 'value') => Position
}

export interface YamlPlace {
  file: string
  /** Line of the file on which the YAML text begins, 1-based. */
  firstLine: number
}

const forbiddenKeys = new Set(['__proto__', 'constructor', 'prototype'])
const deepest = 32
/** Characters that are read in time; the longest source has a few thousand. */
const longest = 200_000
/** Faults of form beyond these only repeat the first ones. */
const mostFaults = 50

/**
 * Parse YAML 1.2 core data: no aliases, no tags, no duplicate or prototype keys, at most 32 levels.
 * Faults come back as issues in Chinese; nothing throws.
 */
export function parseYaml(
  text: string,
  place: YamlPlace,
): { document?: YamlDocument; issues: Issue[] } {
  const lines = lineStarts(text)
  const at = (offset: number): Position => {
    const { line, col } = lines.linePos(Math.min(offset, text.length))
    return { line: Math.max(line, 1) + place.firstLine - 1, column: Math.max(col, 1) }
  }
  const report = (offset: number, message: string, hint: string): Issue => ({
    file: place.file,
    ...at(offset),
    rule: 'yaml-is-plain',
    severity: 'error',
    message,
    hint,
  })
  if (text.length > longest)
    return {
      issues: [
        report(
          0,
          `YAML 有 ${text.length} 个字符，超过 ${longest} 个。`,
          '拆成几个文件；粘贴进来的数据请删去。',
        ),
      ],
    }
  const tooDeep = nestingOffset(text)
  if (tooDeep !== undefined)
    return {
      issues: [
        report(0, `括号嵌套超过 ${deepest} 层。`, '这里只需要简单的字段，请删去多余的括号。'),
      ],
    }
  const document = parseDocument(text, {
    version: '1.2',
    schema: 'core',
    prettyErrors: false,
    logLevel: 'silent',
    // The library compares every two keys; `unsafeNodes` looks each one up.
    uniqueKeys: false,
  })
  const issues = [
    ...yamlFaults(document.errors.slice(0, mostFaults), text).map(({ offset, message, hint }) =>
      report(offset, message, hint),
    ),
    ...unsafeNodes(document, report).slice(0, mostFaults),
  ]
  const end = /^\.\.\.(?=\s|$)/m.exec(text)
  if (end && issues.length === 0 && text.slice(end.index + 3).trim() !== '')
    issues.push(
      report(
        end.index,
        '“...”这一行之后的字段都没有读。',
        '删去这一行；是省略号就写成……，放进值里。',
      ),
    )
  if (issues.length > 0) return { issues }
  readAsTyped(document, text)
  return {
    document: {
      data: document.toJS({ maxAliasCount: 0 }),
      locate: (path, part) => locate(document, path, at, part),
    },
    issues,
  }
}

/** Where lines begin. The parser's own count misses breaks in the part it gave up. */
function lineStarts(text: string): LineCounter {
  const lines = new LineCounter()
  for (let at = 0; at >= 0; at = text.indexOf('\n', at) + 1 || -1) lines.addNewLine(at)
  return lines
}

/** True nesting cannot exceed the brackets or the indentation written, so a cheap count bounds recursion. */
function nestingOffset(text: string): number | undefined {
  let depth = 0
  let indent = 0
  for (const line of text.split('\n')) {
    const leading = /^[\s-]*/.exec(line)?.[0].replaceAll('\t', '').length ?? 0
    indent = Math.max(indent, leading)
    if (!/[[{]/.test(line) && depth === 0) continue
    for (const character of line) {
      if (character === '[' || character === '{') depth += 1
      else if (character === ']' || character === '}') depth = Math.max(0, depth - 1)
      if (depth > deepest) return 0
    }
  }
  return indent > deepest * 8 ? 0 : undefined
}

function unsafeNodes(
  document: Document.Parsed,
  report: (offset: number, message: string, hint: string) => Issue,
): Issue[] {
  const issues: Issue[] = []
  visit(document, (_key, node) => {
    if (!isNode(node) && !isPair(node)) return
    if (isPair(node)) {
      if (isScalar(node.key) && forbiddenKeys.has(String(node.key.value)))
        issues.push(
          report(
            node.key.range?.[0] ?? 0,
            `不能用“${String(node.key.value)}”作字段名。`,
            '删去这一项。',
          ),
        )
      return
    }
    const offset = node.range?.[0] ?? 0
    if (isMap(node)) for (const key of repeatedKeys(node)) issues.push(report(key, ...repeated))
    if (isAlias(node) || ('anchor' in node && node.anchor))
      issues.push(
        report(
          offset,
          '这里用了锚点或引用（& 或 *）。',
          '把内容原样写出来；值以 & 或 * 开头时，用引号括起来。',
        ),
      )
    else if (node.tag && !node.tag.startsWith('tag:yaml.org,2002:'))
      issues.push(
        report(offset, `这里用了标签 ${node.tag}。`, '删去标签；值以 ! 开头时，用引号括起来。'),
      )
    else if (node.tag && isScalar(node) && /js\//.test(node.tag))
      issues.push(report(offset, '这里用了会执行代码的标签。', '删去标签，只写文字。'))
  })
  return issues
}

/**
 * Numbers that would be printed otherwise than they are typed (`007`, `1.50`, `1e3`) stay text, and a
 * line break in running Chinese stands for nothing, as it does in a body.
 */
function readAsTyped(document: Document.Parsed, text: string): void {
  visit(document, {
    Scalar: (_key, node) => {
      const { value, range, type } = node
      const [from = 0, to = 0] = range ?? []
      if (typeof value === 'number') {
        const typed = text.slice(from, to)
        if (String(value) !== typed) node.value = typed
        // Most scalars stand in one line as they are.
      } else if (
        typeof value === 'string' &&
        to - from !== value.length &&
        type !== 'BLOCK_LITERAL'
      )
        node.value = unfolded(value, text.slice(from, to))
    },
  })
}

/** The value without the blanks that stand for line breaks beside Chinese characters. */
function unfolded(value: string, written: string): string {
  const lines = written.split('\n').map((line) => line.replace(/^\s*["']?|["']?\s*$/g, ''))
  let read = ''
  let at = 0
  for (const [index, line] of lines.slice(0, -1).entries()) {
    const next = lines[index + 1] ?? ''
    const start = line === '' || next === '' ? -1 : value.indexOf(`${line} ${next}`, at)
    if (start < 0) continue
    read += value.slice(at, start + line.length) + joint(line, next)
    at = start + line.length + 1
  }
  return read + value.slice(at)
}

const repeated = ['同一个字段写了两次。', '只留一个。'] as const

/** Offsets of keys that stand in a map before. */
function repeatedKeys({ items }: YAMLMap): number[] {
  const seen = new Set<string>()
  return items.flatMap(({ key }) => {
    if (!isScalar(key)) return []
    const name = String(key.value)
    if (seen.has(name)) return [key.range?.[0] ?? 0]
    seen.add(name)
    return []
  })
}

function locate(
  document: Document.Parsed,
  path: FieldPath,
  at: (offset: number) => Position,
  part: 'key' | 'value' = 'value',
): Position {
  let node: Node | null | undefined = document.contents
  let found: [number, number] = [node?.range?.[0] ?? 0, node?.range?.[0] ?? 0]
  for (const [depth, step] of path.entries()) {
    if (!isCollection(node)) break
    const pair: unknown = isMap(node)
      ? node.items.find((item) => isScalar(item.key) && item.key.value === step)
      : undefined
    if (
      isPair(pair) &&
      isNode(pair.key) &&
      pair.key.range &&
      (part === 'key' || !isNode(pair.value)) &&
      depth === path.length - 1
    )
      return span(at, pair.key.range[0], pair.key.range[1])
    const child: unknown = isPair(pair) ? pair.value : node.get(step, true)
    if (!isNode(child) || !child.range) break
    node = child
    found = [child.range[0], child.range[1]]
  }
  return span(at, found[0], found[1])
}

function span(at: (offset: number) => Position, start: number, end: number): Position {
  const from = at(start)
  const to = at(end)
  return to.line === from.line ? { ...from, endLine: to.line, endColumn: to.column } : from
}
