import { diffArrays } from 'diff'
import type { Edit } from '../rules/engine/rule.ts'

/**
 * Apply edits to the text they are about, from back to front. Of edits that meet, only the first is
 * applied: the others may be out of date then, and are found again by checking again.
 */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const inOrder = [...edits].sort(
    (a, b) => a.span[0] - b.span[0] || a.span[1] - b.span[1] || (a.text < b.text ? -1 : 1),
  )
  const chosen: Edit[] = []
  let end = -1
  for (const edit of inOrder) {
    const [from, to] = edit.span
    if (from <= end || to < from || to > text.length) continue
    chosen.push(edit)
    end = to
  }
  return chosen.reduceRight(
    (result, { span: [from, to], text: written }) =>
      result.slice(0, from) + written + result.slice(to),
    text,
  )
}

/**
 * Bring an edited text back to the form its file has: lines that stay keep their own ending, new
 * ones take the file's usual one, and a byte order mark stays. `raw` is the file as it is on disk.
 */
export function inFormOf(raw: string, edited: string): string {
  const mark = raw.startsWith('\uFEFF') ? '\uFEFF' : ''
  if (!raw.includes('\r')) return mark + edited
  const lines = raw.slice(mark.length).match(/[^\r\n]*(?:\r\n?|\n|$)/g) ?? []
  const endings = lines.map((line) => /[\r\n]*$/.exec(line)?.[0] ?? '')
  const usual =
    endings.filter((ending) => ending === '\r\n').length * 2 > lines.length ? '\r\n' : '\n'
  const before = lines.map((line) => line.replace(/[\r\n]+$/, ''))
  const written: string[] = []
  let at = 0
  for (const { value, added, removed } of diffArrays(before, edited.split('\n')))
    if (removed) at += value.length
    else for (const line of value) written.push(line, added ? usual : endings[at++] || usual)
  return mark + written.slice(0, -1).join('')
}
