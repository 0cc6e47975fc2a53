import type { Library } from '../content/library.ts'
import { gap, placeholder } from '../model/placeholder.ts'
import { kindsOf } from '../scaffold/kinds.ts'
import type { Kind } from '../scaffold/kinds.ts'
import { factPrefix, newFile } from '../scaffold/scaffold.ts'
import type { NewFile } from '../scaffold/scaffold.ts'
import { plainOfBlocks } from './blocks.ts'
import type { ImportFinding, ReadDocument } from './blocks.ts'
import { factFindings, gapFindings } from './decisions.ts'
import { factsIn } from './facts.ts'
import { unseen } from './inline-markdown.ts'
import { settle } from './ledger.ts'
import type { LedgerRow } from './ledger.ts'
import { writeMarkdown } from './markdown.ts'
import { mend } from './mend.ts'
import { outline, parts } from './outline.ts'
import type { Placed } from './outline.ts'
import { placePictures } from './pictures.ts'
import { proseOf, summaryOf } from './summary.ts'
import { takeHead } from './title.ts'

export interface DraftOptions {
  library: Library
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
  pictures: { path: string; bytes: Uint8Array }[]
  findings: ImportFinding[]
  ledger: LedgerRow[]
}

/** Turn what was read into a draft of the portal. */
export function draftOf(document: ReadDocument, options: DraftOptions): Draft {
  const { library, kind, fileName, today } = options
  const head = takeHead(document, fileName)
  const title = head.title.replace(unseen, '').trim() || fileName
  const slug = options.slugFor(title)
  const pictures = placePictures(document.pictures, slug)
  const isCase = kind.name === 'case'
  const outlined = outline(head.blocks, isCase)
  const refused: ImportFinding[] = []
  const written = writeMarkdown(withParts(outlined.placed, outlined.found, isCase), {
    notes: document.notes,
    noteNumbers: new Map(),
    picture: pictures.markdown,
    refused: (address, text) =>
      refused.push({
        kind: 'lost',
        message: `链接没有保留，本站不链接到这样的地址：${address}`,
        text,
      }),
  })
  const plain = plainOfBlocks(head.blocks)
  const facts = factsIn(plain, factPrefix(slug))
  const source = sourceFile(slug, title, head.source, facts, today)
  const summary = summaryOf(proseOf(outlined.placed) || plain)
  const values = {
    title,
    summary,
    status: 'draft',
    provenance: 'compiled',
    ...named(plain, kind, library),
    ...sourcesOf(kind, slug),
  }
  const body = written.text || gap('正文。')
  const raw = newFile({
    kind: { ...kind, starter: { ...kind.starter, body } },
    slug,
    values,
    today,
    brief: true,
  })
  const { file: draft, findings: mended } = mend(raw, source, library)
  const findings = [
    ...document.findings,
    ...head.findings,
    ...outlined.findings,
    ...(isCase ? missingParts(outlined.found) : []),
    ...pictures.findings,
    ...written.findings,
    ...refused,
    { kind: 'guessed' as const, message: '摘要取自正文开头，请改成自己的话。', text: summary },
    ...factFindings(facts.length, source.path),
    ...gapFindings([draft, source]),
    ...mended,
  ]
  const { ledger, missing } = settle(document.census, draft.text, source.text, findings)
  return {
    title,
    slug,
    draft,
    source,
    pictures: pictures.files,
    findings: [...findings, ...missing],
    ledger,
  }
}

/** A case has its three parts: those that the text does not have are left to be written. */
function withParts(
  placed: readonly Placed[],
  found: ReadonlySet<string>,
  isCase: boolean,
): Placed[] {
  if (!isCase) return [...placed]
  const blank = (index: number): Placed[] => {
    const part = parts[index]
    if (!part) return []
    const inlines = [
      { kind: 'text' as const, text: gap(`${part.name}。来源没有说到的，写“报道没有给出”。`) },
    ]
    return [
      { kind: 'heading', level: 2, text: part.exact[0] },
      { kind: 'paragraph', inlines },
    ]
  }
  if (found.size === 0) {
    const inside = placed.map((one): Placed =>
      one.kind === 'heading' ? { ...one, level: Math.min(one.level + 1, 6) } : one,
    )
    const middle: Placed = { kind: 'heading', level: 2, text: parts[1].exact[0] }
    return [...blank(0), middle, ...inside, ...blank(2)]
  }
  // What is missing is put where it belongs: in front of the next part that is there, or at the end.
  return parts.reduceRight<Placed[]>(
    (all, part, index) => {
      if (found.has(part.name)) return all
      const later = parts.slice(index + 1).flatMap(({ exact }): readonly string[] => exact)
      const at = all.findIndex(
        (one) => one.kind === 'heading' && one.level === 2 && later.includes(one.text),
      )
      return at < 0
        ? [...all, ...blank(index)]
        : [...all.slice(0, at), ...blank(index), ...all.slice(at)]
    },
    [...placed],
  )
}

function missingParts(found: ReadonlySet<string>): ImportFinding[] {
  if (found.size === 0)
    return [
      {
        kind: 'decide',
        message: '没有认出背景、举措、成效三部分：全文先放在“工作举措”下面，请分到三部分里。',
      },
    ]
  return parts
    .filter(({ name }) => !found.has(name))
    .map(({ name }) => ({ kind: 'decide', message: `没有认出“${name}”这一部分，留了待补的位置。` }))
}

/** The organisation a text speaks of most, when the portal knows it. */
function named(plain: string, kind: Kind, { entries }: Library): Record<string, unknown> {
  if (!kind.fields.some(({ name }) => name === 'unit')) return {}
  const known = entries.flatMap((entry) => (entry.collection === 'organizations' ? [entry] : []))
  const counts = known
    .map(({ slug, data }) => ({ slug, count: occurrences(plain, data.title) }))
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

function sourceFile(
  slug: string,
  title: string,
  meta: ReadDocument['meta'],
  facts: readonly unknown[],
  today: string,
): NewFile {
  const kind = kindsOf().find(({ isSource }) => isSource)
  if (!kind) throw new Error('The kinds hold no source.')
  const url = URL.canParse(meta.url ?? '') ? meta.url : placeholder.url
  const { publisher, published, author, editor } = clean(meta)
  const values = {
    title,
    publisher,
    published,
    author,
    editor,
    url,
    accessed: today,
    quality: 'full',
    facts,
  }
  const known = Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined),
  )
  return newFile({ kind, slug, values: known, today, brief: true })
}

function clean(meta: ReadDocument['meta']): ReadDocument['meta'] {
  const one = (text: string) => text.replace(/[\p{Cc}\s]+/gu, ' ').trim()
  return Object.fromEntries(Object.entries(meta).map(([key, text]) => [key, one(text)]))
}
