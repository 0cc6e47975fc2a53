import { descendants, isElement } from '../../documents/tree.ts'
import type { Element } from '../../documents/tree.ts'
import { chosen } from './alternatives.ts'
import { isChart, tellData } from './charts.ts'
import { paragraphsOf } from './drawn-text.ts'
import { frameOf, viewOf } from './picture-view.ts'
import type { Frame } from './picture-view.ts'
import type { Story } from './story.ts'

/** Pictures of a drawing by their index in the reading, and the text boxes in it. */
interface Drawing {
  pictures: number[]
  boxes: Element[]
}

/** Take pictures and text boxes out of a drawing; what cannot be taken is named in the report. */
export function collectDrawing(element: Element, story: Story): Drawing {
  const drawing: Drawing = { pictures: [], boxes: [] }
  visit(element, { story, drawing, alt: '', frame: {}, place: story.place })
  return drawing
}

/** Note the pictures of something that does not come into the draft: they are listed, not written. */
export function setAside(element: Element, story: Story, place: string): void {
  const drawing: Drawing = { pictures: [], boxes: [] }
  for (const one of [element, ...descendants(element)])
    if (isPicture(one)) picture(one, undefined, { story, drawing, alt: '', frame: {}, place })
}

interface Visit {
  story: Story
  drawing: Drawing
  /** Alternative text of the nearest shape around. */
  alt: string
  /** How the shapes around turn and mirror what is in them. */
  frame: Frame
  place: string | undefined
}

function isPicture({ name, attributes }: Element): boolean {
  return name === 'a:blip' || name === 'v:imagedata' || (name === 'v:fill' && 'r:id' in attributes)
}

function visit(element: Element, from: Visit, parent?: Element): void {
  const { story, drawing } = from
  if (/:txbxContent$/.test(element.name)) return void drawing.boxes.push(element)
  const here = {
    ...from,
    alt: altOf(element) || from.alt,
    frame: frameOf(element, from.frame),
  }
  if (isPicture(element)) picture(element, parent, here)
  drawn(element, story)
  if (element.name === 'o:OLEObject') embedded(element, story)
  const children =
    element.name === 'mc:AlternateContent' ? chosen(element, story) : element.children
  // A picture's own description stands beside the picture, not above it.
  const beside = children.find((node) => isElement(node) && altOf(node) !== '')
  const near = isElement(beside) ? altOf(beside) : here.alt
  for (const child of children)
    if (typeof child === 'object') visit(child, { ...here, alt: near || here.alt }, element)
}

function altOf({ name, attributes }: Element): string {
  if (name === 'wp:docPr' || name === 'pic:cNvPr')
    return (attributes.descr || attributes.title || '').trim()
  if (/^v:(shape|rect|oval|roundrect)$/.test(name)) return (attributes.alt ?? '').trim()
  return ''
}

/** Words and figures of charts, diagrams and shapes go to the report. */
function drawn(element: Element, story: Story): void {
  const { name, attributes } = element
  const { reading } = story
  if (isChart(element) || name === 'dgm:relIds') {
    const what = isChart(element) ? '图表' : '示意图（SmartArt）'
    tellData(element, story, [what, '没有放进草稿：截成图片再插入，或改写成表格。'])
  }
  if (name === 'a:txBody') reading.find('lost', '图形里的文字没有放进草稿。', paragraphsOf(element))
  if (name === 'v:textpath') reading.find('lost', '艺术字没有放进草稿。', attributes.string ?? '')
}

function picture(element: Element, parent: Element | undefined, from: Visit): void {
  const { story, drawing, alt, frame, place } = from
  const { reading, relations } = story
  const { attributes } = element
  tellTwins(element, story)
  const id = attributes['r:embed'] ?? attributes['r:link'] ?? attributes['r:id'] ?? ''
  const relation = relations.get(id)
  if (!relation) return
  const bytes = relation.external ? undefined : reading.archive.parts.get(relation.target)
  if (!relation.external) reading.pictureParts.add(relation.target)
  const name = relation.target.slice(relation.target.lastIndexOf('/') + 1)
  const view = viewOf(element, parent, frame)
  drawing.pictures.push(reading.pictures.length)
  reading.pictures.push({
    alt,
    name,
    ...(bytes ? { bytes } : {}),
    ...(relation.external ? { address: relation.target } : {}),
    ...(view ? { view } : {}),
    ...(place === undefined ? {} : { place }),
  })
}

/** Other drawings of the same picture, for programs that can show them: the picture stands for them. */
function tellTwins(element: Element, { reading, relations }: Story): void {
  for (const { attributes } of descendants(element)) {
    const target = relations.get(attributes['r:embed'] ?? '')?.target
    if (target === undefined) continue
    reading.pictureParts.add(target)
    const name = target.slice(target.lastIndexOf('/') + 1)
    reading.find('lost', `图片另有一份“${name}”，是给新的 Word 看的，没有写出，用的是普通的一份。`)
  }
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
