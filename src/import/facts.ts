import { figuresIn } from '../rules/figures/read.ts'

/** A figure of the text, offered as a fact; its editor fills in what the text does not say. */
export interface OfferedFact {
  id: string
  statement: string
  figure: number
  unit?: string
  qualifier: string
  as_of: 'undated'
  verified: false
}

const most = 60

/**
 * Figures in a text that count something, each with its sentence. None of them is verified: a fact
 * counts when an editor has read it in the source.
 */
export function factsIn(text: string, prefix: string): OfferedFact[] {
  const sentences = text
    .split(/(?<=[。！？；\n])/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => /[\d一二两三四五六七八九十百千万]/.test(sentence))
  const offered = sentences.flatMap((sentence) => {
    const statement = sentence.slice(0, 300)
    return figuresIn(statement)
      .filter(({ kind, strong, value }) => kind !== 'ordinal' && strong && Number.isFinite(value))
      .map(({ value, measure, qualifier }) => ({ statement, value, measure, qualifier }))
  })
  return offered.slice(0, most).map(({ statement, value, measure, qualifier }, index) => ({
    id: `${prefix}-f${String(index + 1).padStart(2, '0')}`,
    statement,
    figure: value,
    ...(measure ? { unit: measure } : {}),
    qualifier,
    as_of: 'undated',
    verified: false,
  }))
}
