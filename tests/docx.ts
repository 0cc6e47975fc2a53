import { strToU8, zipSync } from 'fflate'

/** Namespaces a document part declares. */
const names = [
  ['w', 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'],
  ['r', 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'],
  ['a', 'http://schemas.openxmlformats.org/drawingml/2006/main'],
  ['wp', 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing'],
  ['m', 'http://schemas.openxmlformats.org/officeDocument/2006/math'],
  ['mc', 'http://schemas.openxmlformats.org/markup-compatibility/2006'],
  ['c', 'http://schemas.openxmlformats.org/drawingml/2006/chart'],
  ['cx', 'http://schemas.microsoft.com/office/drawing/2014/chartex'],
  ['wne', 'http://schemas.microsoft.com/office/word/2006/wordml'],
  ['v', 'urn:schemas-microsoft-com:vml'],
  ['o', 'urn:schemas-microsoft-com:office:office'],
]
const declared = names.map(([prefix, address]) => `xmlns:${prefix}="${address}"`).join(' ')

/** A part: its root element, with every namespace declared. */
export function part(root: string, content: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?><${root} ${declared}>${content}</${root}>`
}

/** A paragraph of plain text, in a style if one is named. */
export function p(text: string, style?: string): string {
  const properties = style ? `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>` : ''
  return `<w:p>${properties}${r(text)}</w:p>`
}

export function r(text: string, properties = ''): string {
  return `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`
}

const styles = part(
  'w:styles',
  [
    ['Title', 'Title', ''],
    ['H1', 'heading 1', ''],
    ['H2', 'heading 2', ''],
    ['TOC1', 'toc 1', ''],
    ['Numbered', 'List Number', '<w:numPr><w:numId w:val="1"/></w:numPr>'],
  ]
    .map(
      ([id, name, properties]) =>
        `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:pPr>${properties}</w:pPr></w:style>`,
    )
    .join(''),
)

const level = (depth: number, format: string, text: string) =>
  `<w:lvl w:ilvl="${depth}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`
const list = (id: number, levels: string) =>
  `<w:abstractNum w:abstractNumId="${id}">${levels}</w:abstractNum>`
const numbering = part(
  'w:numbering',
  [
    list(0, level(0, 'chineseCounting', '%1、') + level(1, 'chineseCounting', '（%2）')),
    list(1, level(0, 'bullet', '•') + level(1, 'bullet', '◦')),
    list(2, level(0, 'decimal', '%1.') + level(1, 'decimal', '%1.%2')),
    ...[1, 2, 3].map((id) => `<w:num w:numId="${id}"><w:abstractNumId w:val="${id - 1}"/></w:num>`),
  ].join(''),
)

/** A paragraph of list 1 (一、（一）), 2 (bullets) or 3 (1. 1.1). */
export function item(listId: number, depth: number, text: string): string {
  return `<w:p><w:pPr><w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="${listId}"/></w:numPr></w:pPr>${r(text)}</w:p>`
}

export interface Extra {
  /** Parts by name; text or bytes. */
  parts?: Record<string, string | Uint8Array>
  /** Relationships of the document: id, type, target, and whether it lies outside. */
  relations?: [string, string, string, boolean?][]
}

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** A Word file with this body. */
export function docx(body: string, { parts = {}, relations = [] }: Extra = {}): Uint8Array {
  const rels = (list: [string, string, string, boolean?][]) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list
      .map(
        ([id, type, target, external]) =>
          `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"${external ? ' TargetMode="External"' : ''}/>`,
      )
      .join('')}</Relationships>`
  const all: Record<string, string | Uint8Array> = {
    '_rels/.rels': rels([['rId1', 'officeDocument', 'word/document.xml']]),
    'word/document.xml': part('w:document', `<w:body>${body}</w:body>`),
    'word/_rels/document.xml.rels': rels(relations),
    'word/styles.xml': styles,
    'word/numbering.xml': numbering,
    ...parts,
  }
  const files = Object.entries(all).map(
    ([name, data]) => [name, typeof data === 'string' ? strToU8(data) : data] as const,
  )
  return zipSync(Object.fromEntries(files))
}
