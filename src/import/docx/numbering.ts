import type { Label } from '../blocks.ts'
import { childOf, childrenOf, isElement } from '../../documents/tree.ts'
import type { Element } from '../../documents/tree.ts'
import { isOn, valueOf } from './styles.ts'
import { numberIn } from './number-formats.ts'

interface Level {
  format: string
  text: string
  start: number
  /** All numbers of its label are written in digits. */
  legal: boolean
}

interface Numbering {
  abstract: string
  levels: Map<number, Level>
  starts: Map<number, number>
}

/** Counts automatic numbers through a document, as Word does. */
export class Numberings {
  readonly #lists: ReadonlyMap<string, Numbering>
  /** Where each list stands, by its definition: lists of one definition go on counting. */
  readonly #counts = new Map<string, number[]>()
  readonly #begun = new Set<string>()

  constructor(root: Element | undefined) {
    this.#lists = readNumberings(root)
  }

  /** The label of the next paragraph of a list; undefined when the list is not there. */
  next(numId: string, depth: number): Label | undefined {
    const list = this.#lists.get(numId)
    const level = list?.levels.get(depth)
    if (!list || !level || numId === '0') return undefined
    const counts = this.#counts.get(list.abstract) ?? []
    this.#counts.set(list.abstract, counts)
    const restarts = list.starts.get(depth)
    if (restarts !== undefined && !this.#begun.has(`${numId}/${depth}`)) counts[depth] = restarts
    else counts[depth] = counts[depth] === undefined ? level.start : counts[depth] + 1
    this.#begun.add(`${numId}/${depth}`)
    counts.length = depth + 1
    const bullet = level.format === 'bullet'
    // Numbers that are written as nothing: the list is only set in.
    if (!bullet && labelText(list, depth, counts).trim() === '') return undefined
    return {
      text: bullet ? '•' : labelText(list, depth, counts),
      bullet,
      depth,
      value: counts[depth] ?? 1,
    }
  }
}

function labelText({ levels }: Numbering, depth: number, counts: readonly number[]): string {
  const { text = '', format = '', legal } = levels.get(depth) ?? {}
  return text.replace(/%(\d)/g, (_, digit: string) => {
    const at = Number(digit) - 1
    const level = levels.get(at)
    const value = counts[at] ?? level?.start ?? 1
    const own = at === depth ? format : (level?.format ?? 'decimal')
    return own === 'none' ? '' : numberIn(legal ? 'decimal' : own, value)
  })
}

function readNumberings(root: Element | undefined): Map<string, Numbering> {
  const list = root?.children.find((node): node is Element => isElement(node, 'w:numbering'))
  const definitions = childrenOf(list, 'w:abstractNum')
  // A list may take its levels from another, by the name of a style they share.
  const shared = new Map(
    definitions.map((element) => [valueOf(element, 'w:styleLink'), readLevels(element)]),
  )
  const abstracts = new Map(
    definitions.map((element) => [
      element.attributes['w:abstractNumId'] ?? '',
      shared.get(valueOf(element, 'w:numStyleLink') ?? '') ?? readLevels(element),
    ]),
  )
  return new Map(
    childrenOf(list, 'w:num').map((element) => {
      const abstract = valueOf(element, 'w:abstractNumId') ?? ''
      return [element.attributes['w:numId'] ?? '', overridden(element, abstract, abstracts)]
    }),
  )
}

function overridden(
  element: Element,
  abstract: string,
  abstracts: ReadonlyMap<string, Map<number, Level>>,
): Numbering {
  const levels = new Map(abstracts.get(abstract))
  const starts = new Map<number, number>()
  for (const override of childrenOf(element, 'w:lvlOverride')) {
    const depth = Number(override.attributes['w:ilvl'] ?? 0)
    const start = Number(valueOf(override, 'w:startOverride') ?? NaN)
    if (Number.isFinite(start)) starts.set(depth, start)
    const own = childOf(override, 'w:lvl')
    if (own) levels.set(depth, readLevel(own))
  }
  return { abstract, levels, starts }
}

function readLevels(element: Element): Map<number, Level> {
  return new Map(
    childrenOf(element, 'w:lvl').map((level) => [
      Number(level.attributes['w:ilvl'] ?? 0),
      readLevel(level),
    ]),
  )
}

function readLevel(level: Element): Level {
  return {
    format: valueOf(level, 'w:numFmt') ?? 'decimal',
    text: valueOf(level, 'w:lvlText') ?? '',
    start: Number(valueOf(level, 'w:start') ?? 1) || 0,
    legal: isOn(childOf(level, 'w:isLgl')),
  }
}
