import { validText } from './blocks.ts'
import type { Block, ImportFinding, ReadDocument } from './blocks.ts'
import { leftoversOf } from './leftovers.ts'
import { takeRedHead } from './redhead.ts'
import { readSourceLine } from './source-line.ts'

/** A text's head taken off: its title, where it comes from, and what is left. */
interface Headed {
  title: string
  blocks: Block[]
  source: ReadDocument['meta']
  findings: ImportFinding[]
}

const longest = 60

/** Find title and source lines; both leave the text, and the report says so. */
export function takeHead(document: ReadDocument, fileName: string): Headed {
  const findings: ImportFinding[] = []
  const red = takeRedHead(document.blocks)
  const { blocks, source } = takeSource({ ...document, blocks: red.blocks }, findings)
  Object.assign(source, red.source)
  findings.push(...red.findings)
  if (document.title) {
    const at = repeatOf(document.title, blocks)
    const rest = blocks.flatMap((block, index) =>
      index === at ? leftoversIn(block, '标题', document, findings) : [block],
    )
    return { title: shorten(document.title), blocks: rest, source, findings }
  }
  if (red.title !== undefined) return { title: shorten(red.title), blocks, source, findings }
  const texts = blocks.map((block) => (block.kind === 'paragraph' ? textOf(block) : ''))
  const at = titleAt(blocks, texts, document.meta.title)
  const found = at === undefined ? undefined : texts[at]
  if (at !== undefined && found !== undefined) {
    const title = shorten(found)
    findings.push({ kind: 'guessed', message: '这一行认作标题。', text: found, repeats: true })
    const rest = blocks.flatMap((block, index) =>
      index === at ? leftoversIn(block, '标题', document, findings) : [block],
    )
    return { title, blocks: title === found ? rest : blocks, source, findings }
  }
  const title = shorten(siteless(document.meta.title ?? '') || fileName)
  findings.push({ kind: 'decide', message: `没有认出标题，先写成“${title}”。` })
  return { title, blocks, source, findings }
}

/** What of a block that leaves the text goes on standing there. */
function leftoversIn(
  block: Block,
  into: string,
  { notes }: ReadDocument,
  findings: ImportFinding[],
): Block[] {
  if (block.kind !== 'paragraph') return []
  const leftovers = leftoversOf(block, into, notes)
  findings.push(...leftovers.findings)
  return leftovers.blocks
}

/** Where the first line of a text repeats a title that the file states. */
function repeatOf(title: string, blocks: readonly Block[]): number | undefined {
  const plain = (text: string) => text.replace(/[^\p{L}\p{N}]+/gu, '')
  const at = blocks.findIndex((block) => textOf(block) !== '')
  const block = blocks[at]
  return block !== undefined && plain(textOf(block)) === plain(title) ? at : undefined
}

function textOf(block: Block): string {
  if (block.kind !== 'paragraph') return ''
  return validText(block.inlines).replace(/\s+/g, ' ').trim()
}

/** The title's place: its own style, then what the page calls itself, then a short line at the top. */
function titleAt(
  blocks: readonly Block[],
  texts: readonly string[],
  named: string | undefined,
): number | undefined {
  const level = (index: number) => {
    const block = blocks[index]
    return block?.kind === 'paragraph' ? block.level : undefined
  }
  const styled = texts.findIndex((text, index) => text !== '' && level(index) === 0)
  if (styled >= 0) return styled
  const same = texts.findIndex((text) => text !== '' && siteless(named ?? '') === text)
  if (same >= 0 && same < 20) return same
  const first = texts.findIndex((text) => text !== '')
  const text = texts[first] ?? ''
  const isTitle = text.length <= longest && !/[。；;，,：:]$|[。！？]./.test(text)
  const ownLevel = level(first)
  const others = texts.some(
    (other, index) => index > first && other !== '' && level(index) === ownLevel,
  )
  if (first < 0 || !isTitle || /^(?:[一二三四五六七八九十]+、|\d+[.、])/.test(text))
    return undefined
  return ownLevel === undefined || !others ? first : undefined
}

/** A page's title without the name of its site: `标题_光明网`. */
function siteless(title: string): string {
  return title.replace(/\s*[-_|｜—–]{1,2}\s*[^-_|｜—–]{1,20}$/, '').trim()
}

function shorten(text: string): string {
  const plain = text.replace(/\p{Cc}/gu, '')
  const letters = Array.from(plain)
  return plain.length > longest
    ? `${letters
        .slice(0, longest - 2)
        .join('')
        .slice(0, longest - 1)}…`
    : plain
}

function takeSource(
  document: ReadDocument,
  findings: ImportFinding[],
): { blocks: Block[]; source: ReadDocument['meta'] } {
  const { blocks, meta } = document
  const filled = blocks.flatMap((block, at) => (textOf(block) === '' ? [] : [at]))
  const near = new Set([...filled.slice(0, 8), ...filled.slice(-6)])
  let source = { ...meta }
  const rest = blocks.flatMap((block, at) => {
    const found = near.has(at) ? readSourceLine(textOf(block)) : undefined
    if (!found) return [block]
    source = { ...source, ...found }
    findings.push({
      kind: 'guessed',
      message: '这一行认作来源，写进了来源文件。',
      text: textOf(block),
    })
    return leftoversIn(block, '来源', document, findings)
  })
  return { blocks: rest, source }
}
