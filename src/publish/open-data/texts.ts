import { published } from '../../content/library.ts'
import type { EntryOf, Library } from '../../content/library.ts'
import { bodySections } from '../../corpus/statements.ts'
import { checksum } from '../../formats/checksum.ts'
import type { OpenText } from '../../model/open-data.ts'

/** Cases whose texts stand in one file, about: few enough to be fetched for one, and not a file for each. */
const caseCount = 128

/** A file with the texts of cases: `data/texts/8-3.json` is the fourth of eight. */
interface TextFile {
  path: string
  /** In path order. */
  cases: EntryOf<'cases'>[]
}

/**
 * The files of texts. A case stays in its file while there are about as many, so that an edit changes one
 * of them; a file may have no case.
 */
export function textFiles(library: Library): TextFile[] {
  const cases = published(library, 'cases')
  const count = 2 ** Math.max(0, Math.round(Math.log2(cases.length / caseCount)))
  const files = Array.from({ length: count }, (_, index): TextFile => ({
    path: `data/texts/${count}-${index}.json`,
    cases: [],
  }))
  for (const entry of cases)
    files[Number.parseInt(checksum(entry.path), 16) & (count - 1)]?.cases.push(entry)
  return files
}

/** The texts of cases without their markup; bodies are let go afterwards. */
export function caseTexts(cases: readonly EntryOf<'cases'>[]): string {
  const texts = cases.map((entry): OpenText => {
    const parts = partsOf(entry)
    entry.release()
    return { path: entry.url, parts }
  })
  return `${JSON.stringify({ version: 1, texts }, null, 2)}\n`
}

function partsOf(entry: EntryOf<'cases'>): OpenText['parts'] {
  const parts: OpenText['parts'] = [{ paragraphs: [] }]
  for (const { field, text, anchor } of bodySections(entry)) {
    const words = text.replace(/\s+/gu, ' ').trim()
    if (!words) continue
    if (field === 'heading') parts.push({ heading: words, anchor, paragraphs: [] })
    else parts.at(-1)?.paragraphs.push(words)
  }
  return parts.filter(({ heading, paragraphs }) => heading || paragraphs.length > 0)
}
