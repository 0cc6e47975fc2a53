import { parseHtml } from '../../documents/tree.ts'
import type { Element, Node } from '../../documents/tree.ts'
import { childOf, descendants, textOf, within } from '../../documents/tree.ts'
import type { Block, Label, Paragraph } from '../blocks.ts'
import { plainOfBlocks } from '../blocks.ts'
import { chosen, readRuns } from './runs.ts'
import type { Story } from './story.ts'
import { styleOf, valueOf } from './styles.ts'

/** Read the blocks of a part, a cell or a text box. */
export function readBlocks(element: Element, story: Story): Block[] {
  return element.children.flatMap((node) =>
    typeof node === 'object' ? readBlock(node, story) : [],
  )
}

function readBlock(element: Element, story: Story): Block[] {
  switch (element.name) {
    case 'w:p':
      return readParagraph(element, story)
    case 'w:tbl':
      return readTable(element, story)
    case 'mc:AlternateContent':
      return fromNodes(chosen(element), story)
    case 'w:altChunk':
      readChunk(element, story)
      return []
    case 'w:pPr':
    case 'w:sectPr':
    case 'w:sdtPr':
    case 'w:sdtEndPr':
    case 'w:tblPr':
    case 'w:tcPr':
      return []
    default:
      return readBlocks(element, story)
  }
}

function fromNodes(nodes: readonly Node[], story: Story): Block[] {
  return nodes.flatMap((node) => (typeof node === 'object' ? readBlock(node, story) : []))
}

function readParagraph(element: Element, story: Story): Block[] {
  const { reading } = story
  reading.nextParagraph()
  const properties = childOf(element, 'w:pPr')
  const style = styleOf(reading.styles, valueOf(properties, 'w:pStyle'))
  const name = style?.name ?? ''
  const { inlines, asides, generated } = readRuns(element, story, (box) => {
    const blocks = readBlocks(box, story)
    reading.nextParagraph()
    reading.find(
      'guessed',
      '文本框里的文字放在了它所在段落的后面，请核对位置。',
      plainOfBlocks(blocks),
    )
    return blocks
  })
  if (within(element, 'w:ruby')) {
    const written = [...descendants(element)].filter((one) => one.name === 'w:t').map(textOf)
    reading.find('guessed', '注音写在了字后面的括号里，请核对。', written.join(''))
  }
  if (generated.trim()) reading.contents.push(generated)
  const isContents = /^(toc\s*(\d|heading)|目录)/i.test(name)
  const paragraph: Paragraph = { kind: 'paragraph', inlines }
  if (isContents) reading.contents.push(plainOfBlocks([paragraph]))
  const own: Block[] = isContents ? [] : [{ ...paragraph, ...shapeOf(properties, style, story) }]
  return [...own, ...asides]
}

type Shape = Pick<Paragraph, 'level' | 'label' | 'centred'>

function shapeOf(
  properties: Element | undefined,
  style: ReturnType<typeof styleOf>,
  { reading }: Story,
): Shape {
  const written = Number(valueOf(properties, 'w:outlineLvl') ?? NaN)
  const title = /^(title|标题)$/i.test(style?.name ?? '')
  const outline = written >= 0 && written < 9 ? written + 1 : style?.outline
  const level = title ? 0 : outline
  const alignment = valueOf(properties, 'w:jc')
  const centred = alignment ? alignment === 'center' : (style?.centred ?? false)
  const label = labelOf(properties, style, reading.numberings)
  return {
    ...(level === undefined ? {} : { level }),
    ...(label ? { label } : {}),
    ...(centred ? { centred } : {}),
  }
}

function labelOf(
  properties: Element | undefined,
  style: ReturnType<typeof styleOf>,
  numberings: Story['reading']['numberings'],
): Label | undefined {
  const own = childOf(properties, 'w:numPr')
  const numId = valueOf(own, 'w:numId') ?? style?.numId
  if (numId === undefined) return undefined
  const depth = Number(valueOf(own, 'w:ilvl') ?? style?.numLevel ?? 0)
  return numberings.next(numId, Math.min(Math.max(depth || 0, 0), 8))
}

function readTable(element: Element, story: Story): Block[] {
  const { reading } = story
  const rows = rowsOf(element).flatMap((row) => {
    const properties = childOf(row, 'w:trPr')
    if (childOf(properties, 'w:del')) {
      const blocks = plainOfBlocks(cellsOf(row).flatMap((cell) => readBlocks(cell, story)))
      reading.find('lost', '修订里标为删除的表格行，没有放进草稿。', blocks)
      return []
    }
    return [cellsOf(row).flatMap((cell) => readCell(cell, story))]
  })
  return rows.length > 0 ? [{ kind: 'table', rows }] : []
}

/** A cell, and empty ones for the columns it spans; a cell that continues the one above is empty. */
function readCell(cell: Element, story: Story): Block[][] {
  const properties = childOf(cell, 'w:tcPr')
  const span = Math.min(Number(valueOf(properties, 'w:gridSpan') ?? 1) || 1, 64)
  const merge = childOf(properties, 'w:vMerge')
  const continues = merge !== undefined && merge.attributes['w:val'] !== 'restart'
  if (span > 1 || continues) story.reading.counts.merged += 1
  const blocks = readBlocks(cell, story)
  return [blocks, ...Array.from({ length: span - 1 }, () => [])]
}

/** Rows and cells may stand inside content controls and tracked changes. */
function rowsOf(table: Element): Element[] {
  return innerOf(table, 'w:tr')
}

function cellsOf(row: Element): Element[] {
  return innerOf(row, 'w:tc')
}

function innerOf(element: Element, name: string): Element[] {
  return element.children.flatMap((node) => {
    if (typeof node !== 'object' || /Pr$/.test(node.name)) return []
    if (node.name === name) return [node]
    return node.name === 'w:tbl' || node.name === 'w:p' ? [] : innerOf(node, name)
  })
}

/** A whole file of another kind set into the text: its words go to the report. */
function readChunk(element: Element, { reading, relations }: Story): void {
  const target = relations.get(element.attributes['r:id'] ?? '')?.target ?? ''
  const bytes = reading.archive.parts.get(target)
  reading.find('lost', `插入的整份文件“${target}”没有放进草稿：单独导入它。`)
  if (!bytes || !/\.(html?|xhtml|mht|txt)$/i.test(target)) return
  const root = parseHtml(new TextDecoder().decode(bytes))
  const skipped = [...descendants(root)].filter(({ name }) => name === 'script' || name === 'style')
  const text = skipped.reduce((all, node) => all.replace(textOf(node), ''), textOf(root))
  reading.find('lost', '插入的文件里的文字：', text.replace(/[ \t]*\n\s*/g, '\n').trim())
}
