import { caseParts } from '../model/case-parts.ts'
import { gap } from '../model/placeholder.ts'
import type { ImportFinding } from './blocks.ts'
import type { Placed } from './outline.ts'

/** A case has its three parts: those that the text does not have are left to be written. */
export function withParts(
  placed: readonly Placed[],
  found: ReadonlySet<string>,
  isCase: boolean,
): Placed[] {
  if (!isCase) return [...placed]
  const blank = (index: number): Placed[] => {
    const part = caseParts[index]
    if (!part) return []
    const inlines = [
      { kind: 'text' as const, text: gap(`${part.name}。来源没有说到的，写“报道没有给出”。`) },
    ]
    return [
      { kind: 'heading', level: 2, text: part.headings[0] },
      { kind: 'paragraph', inlines },
    ]
  }
  if (found.size === 0) {
    const inside = placed.map((one): Placed =>
      one.kind === 'heading' ? { ...one, level: Math.min(one.level + 1, 6) } : one,
    )
    const middle: Placed = { kind: 'heading', level: 2, text: caseParts[1].headings[0] }
    return [...blank(0), middle, ...inside, ...blank(2)]
  }
  // What is missing is put where it belongs: in front of the next part that is there, or at the end.
  return caseParts.reduceRight<Placed[]>(
    (all, part, index) => {
      if (found.has(part.name)) return all
      const later = caseParts
        .slice(index + 1)
        .flatMap(({ headings }): readonly string[] => headings)
      const at = all.findIndex(
        (one) => one.kind === 'heading' && one.level === 2 && later.includes(one.text),
      )
      return at < 0
        ? [...all, ...blank(index)]
        : [...all.slice(0, at), ...blank(index), ...all.slice(at)]
    },
    [...placed],
  )
}

/** What is to be said of parts that were not found. */
export function missingParts(found: ReadonlySet<string>): ImportFinding[] {
  if (found.size === 0)
    return [
      {
        kind: 'decide',
        message: '没有认出背景、举措、成效三部分：全文先放在“工作举措”下面，请分到三部分里。',
      },
    ]
  return caseParts
    .filter(({ name }) => !found.has(name))
    .map(({ name }) => ({ kind: 'decide', message: `没有认出“${name}”这一部分，留了待补的位置。` }))
}
