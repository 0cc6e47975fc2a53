import { deflateSync } from 'node:zlib'
import { strToU8, zipSync } from 'fflate'

/** Small documents made of nothing but what the check looks at. */

const ascii = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'))

/** A PDF of one empty page; `catalog` goes into its catalogue, `objects` stand beside it. */
export function tinyPdf({ catalog = '', objects = '', trailer = '' } = {}): Uint8Array {
  return ascii(`%PDF-1.7
1 0 obj <</Type/Catalog/Pages 2 0 R ${catalog}>> endobj
2 0 obj <</Type/Pages/Count 1/Kids[3 0 R]>> endobj
3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>> endobj
${objects}
trailer <</Root 1 0 R/Size 9 ${trailer}>>
%%EOF`)
}

/** An object whose stream is deflated, `layers` times over. */
export function deflatedObject(head: string, content: string | Uint8Array, layers = 1): string {
  let data = typeof content === 'string' ? ascii(content) : content
  for (let layer = 0; layer < layers; layer++) data = deflateSync(data, { level: 9 })
  const filters = '/FlateDecode'.repeat(layers)
  return `${head.replace('>>', `/Filter[${filters}]/Length ${data.length}>>`)} stream
${Buffer.from(data).toString('latin1')}
endstream endobj`
}

const types: Readonly<Record<string, string>> = {
  word: 'wordprocessingml.document.main',
  ppt: 'presentationml.presentation.main',
  xl: 'spreadsheetml.sheet.main',
}
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

export interface OfficeShape {
  folder?: 'word' | 'ppt' | 'xl'
  /** What stands in the main part. */
  content?: string
  /** More parts, by name; bytes or text. */
  parts?: Record<string, string | Uint8Array>
  /** More lines of the list of types. */
  contentTypes?: string
  /** Relationships of the main part, as XML. */
  relationships?: string
  mainType?: string
}

/** An Office document of one main part. */
export function tinyOffice(shape: OfficeShape = {}): Uint8Array {
  const { folder = 'word', content = '', parts = {}, contentTypes = '', relationships = '' } = shape
  const main = `${folder}/main.xml`
  const type =
    shape.mainType ?? `application/vnd.openxmlformats-officedocument.${types[folder] ?? ''}+xml`
  const files: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': `<Types><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/${main}" ContentType="${type}"/>${contentTypes}</Types>`,
    '_rels/.rels': relationshipsPart(relationship('officeDocument', main)),
    [main]: `<?xml version="1.0"?><w:document xmlns:w="w" xmlns:r="r">${content}</w:document>`,
    [`${folder}/_rels/main.xml.rels`]: relationshipsPart(relationships),
    ...parts,
  }
  const bytes = Object.entries(files).map(([name, data]) => [
    name,
    typeof data === 'string' ? strToU8(data) : data,
  ])
  return zipSync(Object.fromEntries(bytes))
}

function relationshipsPart(content: string): string {
  return `<Relationships>${content}</Relationships>`
}

/** One relationship, as XML. */
export function relationship(type: string, target: string, mode = ''): string {
  return `<Relationship Id="r-${type}" Type="${office}/${type}" Target="${target}"${mode && ` TargetMode="${mode}"`}/>`
}
