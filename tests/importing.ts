import { checkLibrary } from '../src/check/check.ts'
import { buildLibrary } from '../src/content/library.ts'
import type { Draft } from '../src/import/draft.ts'
import { importFile } from '../src/import/import.ts'
import { knowledgeOf } from '../src/import/knowledge.ts'
import type { ReadContext } from '../src/import/read-context.ts'
import { todoList } from '../src/import/report.ts'
import { kindsOf } from '../src/scaffold/kinds.ts'

const nothing = { root: '', entries: [], seeds: [], media: [], captions: [], issues: [] }
const today = '2026-11-30'
const [kind] = kindsOf()

/** How a test imports: into an empty portal, as a case, under the name `demo`. */
export const importing = (context: ReadContext = {}) => {
  if (!kind) throw new Error('no kind')
  return {
    ...knowledgeOf(buildLibrary(nothing)),
    kind,
    fileName: 'demo',
    slugFor: () => 'demo',
    today,
    ...context,
  }
}

/** Import what a test wrote; a fault fails the test. */
export async function imported(
  input: string | Uint8Array,
  extension: string,
  context?: ReadContext,
): Promise<Draft> {
  const bytes = typeof input === 'string' ? new TextEncoder().encode(input) : input
  const result = await importFile(bytes, extension, importing(context))
  if ('fault' in result) throw new Error(result.fault)
  return result
}

export async function faultOf(input: string | Uint8Array, extension: string): Promise<string> {
  const bytes = typeof input === 'string' ? new TextEncoder().encode(input) : input
  const result = await importFile(bytes, extension, importing())
  return 'fault' in result ? result.fault : ''
}

export const bodyOf = ({ draft }: Draft) => draft.text.split('\n---\n')[1]?.trim() ?? ''
export const reported = ({ findings }: Draft) =>
  findings.map(({ message, text = '' }) => `${message}${text}`).join('\n')

/** Errors of a draft besides what its editor has still to fill in. */
export function errorsOf({ draft, source, pictures }: Draft) {
  const media = pictures.map(({ path, bytes }) => ({
    path,
    absolute: '',
    bytes: bytes.length,
    head: bytes,
  }))
  const read = buildLibrary({ ...nothing, entries: [draft], seeds: [source], media })
  return checkLibrary(read, { today }).filter(({ severity }) => severity === 'error')
}

/** Paragraphs of the original that stand in nothing that was written. */
export function lostFrom(draft: Draft): string[] {
  const letters = (text: string) => text.normalize('NFKC').replace(/[^\p{L}\p{N}]+/gu, '')
  const all = letters(`${draft.draft.text}${draft.source.text}${todoList('demo', draft)}`)
  return draft.ledger.map(({ text }) => text).filter((text) => !all.includes(letters(text)))
}
