import { xmlText } from '../xml.ts'
import type { Run } from './blocks.ts'

/** Twentieths of a point in so many millimetres. */
export function millimetre(count: number): number {
  return Math.round((count * 1440) / 25.4)
}

/** A paragraph; properties stand in the order of the schema (CT_PPr). */
export function paragraph(runs: readonly Run[], properties: string): string {
  return `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${runs.map(run).join('')}</w:p>`
}

function run({ text, bold }: Run): string {
  const lines = text.split('\n').map((line) => `<w:t xml:space="preserve">${xmlText(line)}</w:t>`)
  return `<w:r>${bold ? '<w:rPr><w:b/></w:rPr>' : ''}${lines.join('<w:br/>')}</w:r>`
}
