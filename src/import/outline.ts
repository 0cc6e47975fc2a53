import { caseParts } from '../model/case-parts.ts'
import type { CasePart } from '../model/case-parts.ts'
import { validText } from './blocks.ts'
import { leftoversOf } from './leftovers.ts'
import type { Block, ImportFinding, Paragraph } from './blocks.ts'

interface Heading {
  kind: 'heading'
  /** 2 to 6, as Markdown counts. */
  level: number
  text: string
}
export type Placed = Block | Heading

const numeral = '[一二三四五六七八九十百]{1,3}'
/** Headings as people type them, from the widest to the narrowest. Source: GB/T 9704-2012, 7.3.3. */
const typed: RegExp[] = [
  new RegExp(String.raw`^(?:第${numeral}(?:部分|章|节)|${numeral}\s*[、.．])\s*`),
  new RegExp(String.raw`^[（(]\s*${numeral}\s*[)）]\s*[、]?\s*`),
  /^\d{1,2}\s*(?:[、．]|\.(?!\d))\s*/,
  /^(?:[（(]\s*\d{1,2}\s*[)）]|[①-⑳])\s*/,
]
const plainRank = typed.length
const longest = 40

interface Candidate {
  at: number
  text: string
  /** 0 and up: the wider first; styled headings come before typed ones. */
  rank: number
}

/** What headings of a case's parts may be called besides. */
const like: Record<CasePart, RegExp> = {
  背景: /背景|基本情况|基本概况|起因|缘由/,
  举措: /做法|举措|措施|实践|探索/,
  成效: /成效|成果|效果|收获|实效/,
}

/** Find the headings of a text, styled or typed, and give them Markdown's levels. */
export function outline(
  blocks: readonly Block[],
  asCase: boolean,
  notes: ReadonlyMap<string, readonly Block[]> = new Map(),
): { placed: Placed[]; findings: ImportFinding[]; found: Set<string> } {
  const candidates = candidatesIn(blocks)
  const ranks = [...new Set(candidates.map(({ rank }) => rank))].sort((a, b) => a - b)
  const partsAt = asCase ? partsIn(candidates) : new Map<number, Part>()
  const top = Math.min(...[...partsAt.keys()].map((at) => rankAt(candidates, at)), Infinity)
  const base = Number.isFinite(top) ? ranks.indexOf(top) : 0
  const findings: ImportFinding[] = []
  const headings = new Map<number, Heading>()
  let last = 1
  for (const { at, text, rank } of candidates) {
    const part = partsAt.get(at)
    const wanted = part ? 2 : Math.max(2, ranks.indexOf(rank) - base + 2)
    const level = Math.min(wanted, last + 1, 6)
    last = level
    headings.set(at, { kind: 'heading', level, text: part?.heading ?? text })
    if (part && part.heading !== text)
      findings.push({
        kind: 'guessed',
        message: `这个标题认作“${part.name}”部分，写成了“${part.heading}”。`,
        text,
      })
  }
  const placed = blocks.flatMap((block, at): Placed[] => {
    const heading = headings.get(at)
    if (!heading || block.kind !== 'paragraph') return [block]
    const leftovers = leftoversOf(block, '标题', notes)
    findings.push(...leftovers.findings)
    return [heading, ...leftovers.blocks]
  })
  return { placed, findings, found: new Set([...partsAt.values()].map(({ name }) => name)) }
}

function rankAt(candidates: readonly Candidate[], at: number): number {
  return candidates.find((one) => one.at === at)?.rank ?? Infinity
}

function candidatesIn(blocks: readonly Block[]): Candidate[] {
  const styled = blocks.flatMap((block) => (block.kind === 'paragraph' && block.level) || [])
  const offset = styled.length > 0 ? Math.max(...styled) + 1 : 0
  const hasTyped = blocks.some((block) => block.kind === 'paragraph' && typedRank(block) >= 0)
  return blocks.flatMap((block, at): Candidate[] => {
    if (block.kind !== 'paragraph') return []
    const text = headingText(block)
    if (text === '') return []
    if (block.level) return [{ at, text, rank: block.level }]
    const rank = headingRank(block, blocks[at - 1], blocks[at + 1], hasTyped)
    return rank === undefined ? [] : [{ at, text, rank: rank + offset }]
  })
}

/** How narrow a heading a plain paragraph is; undefined when it is none. */
function headingRank(
  block: Paragraph,
  before: Block | undefined,
  after: Block | undefined,
  hasTyped: boolean,
): number | undefined {
  const text = headingText(block)
  if (text.length > longest || /[。；，：:;,]$|[。！？]./.test(text) || text.includes('\n')) {
    return isPart(text) ? 0 : undefined
  }
  const rank = typedRank(block)
  if (rank === 0 || rank === 1) return rank
  if (rank > 1) return isListed(rank, before, after) ? undefined : rank
  if (isPart(text)) return 0
  const isBold = block.inlines.every((one) => one.kind !== 'text' || one.bold || !one.text.trim())
  const leads = after?.kind === 'paragraph' && validText(after.inlines).trim().length > text.length
  const alone = isBold && leads && !block.label && text.length <= 25
  return alone ? (hasTyped ? plainRank : 0) : undefined
}

/** 1. 2. 3. one after another are a list; alone in front of a text, a heading. */
function isListed(rank: number, before: Block | undefined, after: Block | undefined): boolean {
  const same = (block: Block | undefined) =>
    block?.kind === 'paragraph' && typedRank(block) === rank
  const leads = after?.kind === 'paragraph' && validText(after.inlines).trim().length > 20
  return same(before) || same(after) || !leads
}

function typedRank(block: Paragraph): number {
  const text = headingText(block)
  return typed.findIndex((pattern) => pattern.test(text))
}

/** A paragraph's text with the number Word puts in front of it, if it is such a number. */
function headingText({ inlines, label }: Paragraph): string {
  const text = validText(inlines).replace(/\s+/g, ' ').trim()
  const numbered = label && !label.bullet && typed.some((pattern) => pattern.test(label.text))
  return numbered && text !== '' ? `${label.text}${text}` : text
}

interface Part {
  name: string
  heading: string
}

function partsIn(candidates: readonly Candidate[]): Map<number, Part> {
  const found = new Map<number, Part>()
  for (const { name, headings } of caseParts) {
    const free = candidates.filter(({ at }) => !found.has(at))
    const same = free.find(({ text }) => headings.some((heading) => heading === bare(text)))
    const top = Math.min(...free.map(({ rank }) => rank))
    const near = free.find(({ text, rank }) => rank === top && like[name].test(text))
    const chosen = same ?? near
    if (!chosen) continue
    const heading = headings.find((one) => one === bare(chosen.text)) ?? headings[0]
    found.set(chosen.at, { name, heading })
  }
  return found
}

function isPart(text: string): boolean {
  return caseParts.some(({ headings }) => headings.some((heading) => heading === bare(text)))
}

/** A heading without its number, brackets and colon. */
function bare(text: string): string {
  const number = typed.find((pattern) => pattern.test(text))
  return text
    .replace(number ?? '', '')
    .replace(/^[【[〔（(]|[】\]〕）):：]+$/g, '')
    .trim()
}
