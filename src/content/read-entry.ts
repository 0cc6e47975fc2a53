import { collectionNames, collections } from '../model/index.ts'
import type { Issue } from '../model/issue.ts'
import { addressOf } from './address.ts'
import { bodyFault } from './body-limits.ts'
import type { TextFile } from './files.ts'
import { readFrontMatter } from './front-matter.ts'
import { lazyBody } from './lazy-body.ts'
import type { Entry } from './library.ts'
import type { Read } from './memory.ts'
import { refuse, settledData } from './partial-entry.ts'
import { settledFields, validate } from './validate.ts'

/**
 * Read one Markdown file of a collection; its body is parsed when something first asks for it. Where a
 * part of it cannot be read, the rest of it is still there to be checked.
 */
export function readEntry(file: TextFile): Read<Entry> {
  const address = addressOf(file.path)
  if (!address) return { file, issues: [misplaced(file.path)] }
  const { document, body, bodyLine, issues, unread } = readFrontMatter(file)
  if (!document) return { file, issues }
  const { schema } = collections[address.collection]
  const unreadable = bodyFault(body, bodyLine)
  if (unreadable) issues.push({ file: file.path, ...unreadable })
  const { data, faulty, issues: faults } = validate(schema, document, file.path, unread)
  const parsed = lazyBody(() => body, bodyLine)
  const entry = {
    ...address,
    file: file.path,
    data,
    body: parsed,
    bodyLine,
    text: file.text,
    locate: document.locate,
    release: () => parsed.release(),
  }
  const read = { file, issues: issues.concat(faults) }
  // The schema of this very collection made the data, which the compiler cannot follow through the registry.
  if (data && !unreadable && unread.size === 0) return { ...read, value: entry as Entry }
  const unsettled = new Set([...unread, ...faulty])
  const settled = settledData(settledFields(schema, document.data, unsettled), unsettled)
  const partial: object = { ...entry, data: settled }
  if (unreadable) leaveOutBody(partial, file.text.slice(0, -body.length || undefined))
  return { ...read, partial: partial as Entry }
}

/** A body that would take too long to parse is none: not even its letters are looked at. */
function leaveOutBody(entry: object, front: string): void {
  Object.defineProperty(entry, 'body', { get: refuse })
  Object.defineProperty(entry, 'text', { value: front })
}

function misplaced(file: string): Issue {
  const places = collectionNames.map((name) => collections[name].label).join('、')
  return {
    file,
    line: 1,
    column: 1,
    rule: 'file-belongs-here',
    severity: 'error',
    message: '这个 Markdown 文件不在任何栏目的文件夹里。',
    hint: `栏目有${places}：案例放 content/cases/，视频放 content/videos/，课程放 content/training/课程名/index.md，课时放同一文件夹，其余见手册。`,
  }
}
