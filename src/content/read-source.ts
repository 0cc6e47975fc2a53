import { source } from '../model/sources.ts'
import type { TextFile } from './files.ts'
import type { SourceRecord } from './library.ts'
import type { Read } from './memory.ts'
import { validate } from './validate.ts'
import { parseYaml } from './yaml.ts'

/** Read one file of `seeds/`: a source and its facts. */
export function readSource(file: TextFile): Read<SourceRecord> {
  const { document, issues } = parseYaml(file.text, { file: file.path, firstLine: 1 })
  if (!document) return { file, issues }
  const checked = validate(source, document, file.path)
  const all = issues.concat(checked.issues)
  if (!checked.data) return { file, issues: all }
  const { locate } = document
  return {
    file,
    value: { file: file.path, data: checked.data, text: file.text, locate },
    issues: all,
  }
}
