import { gap } from '../model/placeholder.ts'
import type { Kind } from '../scaffold/kinds.ts'
import { factPrefix, newFile } from '../scaffold/scaffold.ts'
import type { NewFile } from '../scaffold/scaffold.ts'
import { figureText, plainOfBlocks, validText } from './blocks.ts'
import type { ImportFinding, ReadDocument } from './blocks.ts'
import { missingParts, withParts } from './case-parts.ts'
import { cite } from './cite.ts'
import { readColumns } from './columns.ts'
import { factFindings, gapFindings, strikeFindings, summaryFindings } from './decisions.ts'
import { factsIn } from './facts.ts'
import { unseen } from './inline-markdown.ts'
import { settle } from './ledger.ts'
import type { LedgerRow } from './ledger.ts'
import { writeMarkdown } from './markdown.ts'
import { outline } from './outline.ts'
import type { Placed } from './outline.ts'
import { PicturePlaces } from './pictures.ts'
import { sourceFile } from './source-file.ts'
import { proseOf, summaryOf } from './summary.ts'
import { takeHead } from './title.ts'

/** Mend what a rule mends by itself, and tell every change. */
export type Mend = (draft: NewFile, source: NewFile) => { file: NewFile; findings: ImportFinding[] }

export interface DraftOptions {
  /** Organisations that the portal knows: the one a text speaks of most is named. */
  organizations: readonly { slug: string; title: string }[]
  mend: Mend
  kind: Kind
  /** Name of the imported file without its ending. */
  fileName: string
  /** A free file name for a title. */
  slugFor: (title: string) => string
  /** `YYYY-MM-DD`. */
  today: string
}

/** A draft with its source and pictures, and everything an editor has to know about how it came. */
export interface Draft {
  title: string
  slug: string
  draft: NewFile
  source: NewFile
  /** Markdown for a draft that is there already, and that draft's path. */
  addition?: { path: string; text: string }
  pictures: { path: string; bytes: Uint8Array }[]
  findings: ImportFinding[]
  ledger: LedgerRow[]
}

/** Turn what was read into a draft of the portal. */
export function draftOf(document: ReadDocument, options: DraftOptions): Draft {
  const { organizations, kind, fileName, today } = options
  const columns = readColumns(document.blocks)
  const head = takeHead({ ...document, blocks: columns.blocks }, fileName)
  const title = head.title.replace(unseen, '').trim() || fileName
  const slug = options.slugFor(title)
  const pictures = new PicturePlaces(document.pictures, slug)
  const isCase = kind.name === 'case'
  const outlined = outline(head.blocks, isCase, document.notes)
  const written = write(withParts(outlined.placed, outlined.found, isCase), document, pictures)
  const placed = pictures.settle()
  const plain = plainOfBlocks(head.blocks, validText)
  const read = factsIn(plainOfBlocks(head.blocks, figureText), { prefix: factPrefix(slug), today })
  const source = sourceFile({ slug, title, today }, head.source, read.facts)
  const summary = summaryOf(proseOf(outlined.placed) || plain)
  const values = {
    title,
    summary,
    status: 'draft',
    provenance: 'compiled',
    ...named(plain, kind, organizations),
    ...sourcesOf(kind, slug),
  }
  const { text, cited } = cite(written.text, read.facts)
  const body = text || gap('正文。')
  const starter = { ...kind.starter, body }
  const raw = newFile({ kind: { ...kind, starter }, slug, values, today, brief: true })
  const { file: draft, findings: mended } = options.mend(raw, source)
  const findings = [
    ...document.findings,
    ...columns.findings,
    ...head.findings,
    ...outlined.findings,
    ...(isCase ? missingParts(outlined.found) : []),
    ...placed.findings,
    ...written.findings,
    ...strikeFindings(head.blocks),
    ...summaryFindings(summary),
    ...factFindings(read, cited, source.path),
    ...gapFindings([draft, source]),
    ...mended,
  ]
  const { ledger, missing } = settle(document.census, {
    title,
    body: bodyOf(draft),
    source: Object.values(head.source),
    findings,
  })
  return {
    title,
    slug,
    draft,
    source,
    pictures: placed.files,
    findings: [...findings, ...missing],
    ledger,
  }
}

function write(
  placed: readonly Placed[],
  { notes }: ReadDocument,
  pictures: PicturePlaces,
): { text: string; findings: ImportFinding[] } {
  const refused: ImportFinding[] = []
  const written = writeMarkdown(placed, {
    notes,
    noteNumbers: new Map(),
    picture: (index) => pictures.markdown(index),
    refused: (address, text) =>
      refused.push({
        kind: 'lost',
        message: `链接没有保留，本站不链接到这样的地址：${address}`,
        text,
        repeats: true,
      }),
  })
  return { text: written.text, findings: [...written.findings, ...refused] }
}

function bodyOf({ text }: NewFile): string {
  return text.slice(text.indexOf('\n---\n', 4) + 5)
}

/** The organisation a text speaks of most, when the portal knows it. */
function named(
  plain: string,
  kind: Kind,
  organizations: DraftOptions['organizations'],
): Record<string, unknown> {
  if (!kind.fields.some(({ name }) => name === 'unit')) return {}
  const counts = organizations
    .map(({ slug, title }) => ({ slug, count: occurrences(plain, title) }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count)
  const [first] = counts
  return first ? { unit: first.slug, organizations: [first.slug] } : {}
}

function occurrences(text: string, wanted: string): number {
  return text.split(wanted).length - 1
}

function sourcesOf(kind: Kind, slug: string): Record<string, unknown> {
  return kind.fields.some(({ name }) => name === 'sources') ? { sources: [slug] } : {}
}
