import type { Block, ImportFinding, Paragraph } from './blocks.ts'
import { plainOfBlocks } from './blocks.ts'

/** What a paragraph holds besides words that a heading, a title or a field can take. */
interface Leftovers {
  /** Its pictures, as a paragraph of their own. */
  blocks: Block[]
  findings: ImportFinding[]
}

/**
 * Pictures, links, notes and struck words of a paragraph that becomes mere words. `into` says what it
 * becomes: `标题`.
 */
export function leftoversOf(
  { inlines }: Paragraph,
  into: string,
  notes: ReadonlyMap<string, readonly Block[]>,
): Leftovers {
  const pictures = inlines.filter(({ kind }) => kind === 'picture')
  const findings = inlines.flatMap((one): ImportFinding[] => {
    if (one.kind === 'note') {
      const text = plainOfBlocks(notes.get(one.note) ?? [])
      return [{ kind: 'lost', message: `${into}里的注释，没有放进草稿。`, text }]
    }
    if (one.kind !== 'text') return []
    if (one.strike)
      return [{ kind: 'lost', message: `${into}里划掉的字，没有放进草稿。`, text: one.text }]
    if (one.link === undefined) return []
    const message = `${into}里的链接没有保留：${one.link}`
    return [{ kind: 'lost', message, text: one.text, repeats: true }]
  })
  return {
    blocks: pictures.length > 0 ? [{ kind: 'paragraph', inlines: pictures }] : [],
    findings,
  }
}
