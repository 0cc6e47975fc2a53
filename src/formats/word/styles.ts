import { xmlText } from '../xml.ts'

const namespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'

/** A part of a document: its root element with the namespace it is written in. */
export function part(root: string, content: string): string {
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:${root} xmlns:w="${namespace}" xmlns:r="${relations}">${content}</w:${root}>`
}

/** Sizes are half points, distances twentieths of a point. */
interface Look {
  id: string
  name: string
  font: string
  size: number
  bold?: true
  before?: number
  after: number
  outline?: number
  centred?: true
}

/** Faces every Chinese office program has or replaces by its own of the kind. */
const [song, hei] = ['宋体', '黑体']

const looks: readonly Look[] = [
  { id: 'Title', name: 'Title', font: hei, size: 40, before: 120, after: 320, centred: true },
  { id: 'Heading1', name: 'heading 1', font: hei, size: 30, before: 360, after: 160, outline: 0 },
  { id: 'Heading2', name: 'heading 2', font: hei, size: 26, before: 240, after: 120, outline: 1 },
]

/** What a form has no room for. */
const formLooks: Readonly<Record<string, Partial<Look>>> = {
  Title: { before: 0, after: 0 },
  Heading1: { size: 22, before: 120, after: 40, bold: true },
}

/** Type of a document's body: of a text with a line and a half, of a form that is to stay on one page. */
const bodies = {
  text: { size: 24, after: 120, line: 360 },
  form: { size: 21, after: 60, line: 280 },
  'full form': { size: 19, after: 40, line: 250 },
} as const

/** Styles of a document: its body, and headings that an outline finds. */
export function stylesPart(form?: 'form' | 'full form'): string {
  const { size, after, line } = bodies[form ?? 'text']
  const defaults = `<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="${song}"/><w:sz w:val="${size}"/><w:szCs w:val="${size}"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="${after}" w:line="${line}" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>`
  const normal =
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
  return part(
    'styles',
    `${defaults}${normal}${looks.map((look) => styleOf(form ? { ...look, ...formLooks[look.id] } : look)).join('')}`,
  )
}

function styleOf({
  id,
  name,
  font,
  size,
  before = 0,
  after,
  outline,
  centred,
  bold,
}: Look): string {
  const weight = bold ? '<w:b/>' : ''
  const level = outline === undefined ? '' : `<w:outlineLvl w:val="${outline}"/>`
  const place = centred ? '<w:jc w:val="center"/>' : ''
  return `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:pPr><w:keepNext/><w:spacing w:before="${before}" w:after="${after}" w:line="300" w:lineRule="auto"/>${place}${level}</w:pPr><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="${font}"/>${weight}<w:sz w:val="${size}"/><w:szCs w:val="${size}"/></w:rPr></w:style>`
}

/** A list as the numbering part knows it: bullets are 1, numbered lists follow from 2. */
export function numberingPart(numbered: number): string {
  const bullets = abstract(0, 'bullet', ['•', '◦'])
  const figures = abstract(1, 'decimal', ['%1.', '%2.'])
  const restart = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
  const nums = Array.from({ length: numbered }, (_, index) => num(index + 2, 1, restart))
  return part('numbering', `${bullets}${figures}${num(1, 0, '')}${nums.join('')}`)
}

function num(id: number, of: number, content: string): string {
  return `<w:num w:numId="${id}"><w:abstractNumId w:val="${of}"/>${content}</w:num>`
}

function abstract(id: number, format: string, marks: readonly string[]): string {
  const levels = marks.map((mark, level) => {
    const left = 440 * (level + 1)
    return `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${mark}"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="${left}" w:hanging="440"/></w:pPr></w:lvl>`
  })
  return `<w:abstractNum w:abstractNumId="${id}">${levels.join('')}</w:abstractNum>`
}

/** The number of the page at the foot of each. */
export function footerPart(): string {
  const field = '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
  return part('ftr', `<w:p><w:pPr><w:jc w:val="center"/></w:pPr>${field}</w:p>`)
}

export function corePart({ title, creator }: { title: string; creator: string }): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${xmlText(title)}</dc:title><dc:creator>${xmlText(creator)}</dc:creator><dc:language>zh-CN</dc:language></cp:coreProperties>`
}
