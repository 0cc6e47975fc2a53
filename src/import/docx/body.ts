import { parseHtml } from '../../documents/tree.ts'
import type { Element, Node } from '../../documents/tree.ts'
import { childOf, descendants, textOf } from '../../documents/tree.ts'
import type { Block, Label, Paragraph } from '../blocks.ts'
import { plainOfBlocks } from '../blocks.ts'
import { chosen } from './alternatives.ts'
import { isPrompt, promptOf } from './prompts.ts'
import { readRuns } from './runs.ts'
import { readTable } from './table.ts'
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
      return readTable(element, story, readBlocks)
    case 'w:sdt':
      if (!isPrompt(element)) return readBlocks(element, story)
      promptOf(element, story)
      return []
    case 'mc:AlternateContent':
      return fromNodes(chosen(element, story), story)
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
  const readBox = (box: Element): Block[] => {
    const blocks = readBlocks(box, story)
    reading.nextParagraph()
    reading.gather(
      'guessed',
      '文本框里的文字放在了它所在段落的后面，请核对位置。',
      plainOfBlocks(blocks),
    )
    return blocks
  }
  const { inlines, asides, generated } = readRuns(element, { story, style, readBlocks: readBox })
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
