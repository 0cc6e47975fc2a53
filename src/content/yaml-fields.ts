import type { Issue } from '../model/issue.ts'
import { parseYaml } from './yaml.ts'
import type { YamlDocument, YamlPlace } from './yaml.ts'

interface ParsedFields {
  /** What could be read; absent when nothing could. */
  document?: YamlDocument
  /** Top-level fields that could not be read. */
  unread: ReadonlySet<string>
  issues: Issue[]
}

/** A top-level field as it is written: its name, and its rows counted from 0. */
interface Field {
  name: string
  from: number
  to: number
}

/** Parse YAML field by field when it cannot be parsed whole, so that one faulty field hides no other. */
export function parseFields(text: string, place: YamlPlace): ParsedFields {
  const whole = parseYaml(text, place)
  if (whole.document) return { ...whole, unread: new Set() }
  const lines = text.split('\n')
  const fields = fieldsIn(lines)
  const alone = fields.map((field) => ({ field, ...parseField(lines, field, place) }))
  const faulty = alone.filter(({ issues }) => issues.length > 0)
  const apart = parseYaml(
    without(
      lines,
      faulty.map(({ field }) => field),
    ),
    place,
  )
  // What no field has by itself is between fields: one written twice, for example.
  const repeated = fields.filter((field) =>
    apart.issues.some((issue) => holds(field, issue, place)),
  )
  const left = [...faulty.map(({ field }) => field), ...repeated]
  const rest = repeated.length > 0 ? parseYaml(without(lines, left), place) : apart
  const issues = [...faulty.flatMap((field) => field.issues), ...apart.issues]
  if (left.length === 0 || !rest.document) return { issues: whole.issues, unread: new Set() }
  return { document: rest.document, unread: new Set(left.map(({ name }) => name)), issues }
}

function fieldsIn(lines: readonly string[]): Field[] {
  const fields: Field[] = []
  lines.forEach((line, row) => {
    const begins = row === 0 || /^[^\s#\-\]}]/.test(line)
    const last = fields.at(-1)
    if (begins || !last) fields.push({ name: nameOf(line), from: row, to: row + 1 })
    else last.to = row + 1
  })
  return fields
}

function nameOf(line: string): string {
  return /^(["']?)([^"':：\s]+)\1\s*[:：]?/.exec(line)?.[2] ?? ''
}

function parseField(lines: readonly string[], { from, to }: Field, place: YamlPlace) {
  const text = lines.slice(from, to).join('\n')
  return parseYaml(text, { ...place, firstLine: place.firstLine + from })
}

/** The text with the rows of some fields left blank, so that the others stay where they are. */
function without(lines: readonly string[], fields: readonly Field[]): string {
  const kept = [...lines]
  for (const { from, to } of fields) kept.fill('', from, to)
  return kept.join('\n')
}

function holds({ from, to }: Field, { line }: Issue, { firstLine }: YamlPlace): boolean {
  const row = line - firstLine
  return from <= row && row < to
}
