import { isElement } from '../../documents/tree.ts'
import type { Element } from '../../documents/tree.ts'
import { drawnText, paragraphsOf } from './story.ts'
import type { Story } from './story.ts'
import { chosen } from './runs.ts'

/** Pictures of a drawing by their index in the reading, and the text boxes in it. */
export interface Drawing {
  pictures: number[]
  boxes: Element[]
}

/** Take pictures and text boxes out of a drawing; what cannot be taken is named in the report. */
export function collectDrawing(element: Element, story: Story): Drawing {
  const drawing: Drawing = { pictures: [], boxes: [] }
  visit(element, { story, drawing, alt: '' })
  return drawing
}

interface Visit {
  story: Story
  drawing: Drawing
  /** Alternative text of the nearest shape around. */
  alt: string
}

function visit(element: Element, from: Visit): void {
  const { story, drawing } = from
  const { reading } = story
  if (element.name === 'w:txbxContent') return void drawing.boxes.push(element)
  const alt = altOf(element) || from.alt
  if (element.name === 'a:blip' || element.name === 'v:imagedata')
    picture(element, { ...from, alt })
  if (element.name === 'c:chart' || element.name === 'dgm:relIds') {
    const id = element.attributes['r:id'] ?? element.attributes['r:dm'] ?? ''
    const part = story.relations.get(id)?.target ?? ''
    const what = element.name === 'c:chart' ? '图表' : '示意图（SmartArt）'
    reading.find('lost', `${what}没有放进草稿：截成图片再插入，或改写成表格。`)
    reading.find('lost', `${what}里的文字和数据：`, drawnText(reading, part))
  }
  if (element.name === 'a:txBody')
    reading.find('lost', '图形里的文字没有放进草稿。', paragraphsOf(element))
  if (element.name === 'v:textpath')
    reading.find('lost', '艺术字没有放进草稿。', element.attributes.string ?? '')
  if (element.name === 'o:OLEObject') embedded(element, story)
  const children = element.name === 'mc:AlternateContent' ? chosen(element) : element.children
  // A picture's own description stands beside the picture, not above it.
  const beside = children.find((node) => isElement(node) && altOf(node) !== '')
  const near = isElement(beside) ? altOf(beside) : alt
  for (const child of children)
    if (typeof child === 'object') visit(child, { ...from, alt: near || alt })
}

function altOf({ name, attributes }: Element): string {
  if (name === 'wp:docPr' || name === 'pic:cNvPr')
    return (attributes.descr || attributes.title || '').trim()
  if (name === 'v:shape') return (attributes.alt ?? '').trim()
  return ''
}

function picture(element: Element, { story, drawing, alt }: Visit): void {
  const { reading, relations } = story
  const { attributes } = element
  const id = attributes['r:embed'] ?? attributes['r:link'] ?? attributes['r:id'] ?? ''
  const relation = relations.get(id)
  if (!relation) return
  const bytes = relation.external ? undefined : reading.archive.parts.get(relation.target)
  const name = relation.target.slice(relation.target.lastIndexOf('/') + 1)
  const address = relation.external ? { address: relation.target } : {}
  drawing.pictures.push(reading.pictures.length)
  reading.pictures.push({ alt, name, ...(bytes ? { bytes } : {}), ...address })
}

function embedded(element: Element, { reading, relations }: Story): void {
  const target = relations.get(element.attributes['r:id'] ?? '')?.target ?? ''
  const program = element.attributes.ProgID ?? ''
  const size = reading.archive.parts.get(target)?.length
  const kilobytes = size === undefined ? '' : `，${Math.ceil(size / 1024)} KB`
  reading.find(
    'lost',
    `嵌入的对象没有取出：${program || target}${kilobytes}。需要的话在 Word 里另存。`,
  )
}
