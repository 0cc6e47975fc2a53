import { collectionNames, collections } from '../model/index.ts'
import type { Issue } from '../model/issue.ts'
import { addressOf } from './address.ts'
import { bodyFault } from './body-limits.ts'
import type { TextFile } from './files.ts'
import { readFrontMatter } from './front-matter.ts'
import { lazyBody } from './lazy-body.ts'
import type { Entry } from './library.ts'
import type { Read } from './memory.ts'
import { validate } from './validate.ts'

/** Read one Markdown file of a collection; its body is parsed when something first asks for it. */
export function readEntry(file: TextFile): Read<Entry> {
  const address = addressOf(file.path)
  if (!address) return { file, issues: [misplaced(file.path)] }
  const { document, body, bodyLine, issues } = readFrontMatter(file)
  if (!document) return { file, issues }
  const unreadable = bodyFault(body, bodyLine)
  if (unreadable) issues.push({ file: file.path, ...unreadable })
  const checked = validate(collections[address.collection].schema, document, file.path)
  if (unreadable || !checked.data) return { file, issues: issues.concat(checked.issues) }
  const parsed = lazyBody(() => body, bodyLine)
  const entry = {
    ...address,
    file: file.path,
    data: checked.data,
    body: parsed,
    bodyLine,
    text: file.text,
    locate: document.locate,
    release: () => parsed.release(),
  }
  // The schema of this very collection made the data, which the compiler cannot follow through the registry.
  return { file, value: entry as Entry, issues: issues.concat(checked.issues) }
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
