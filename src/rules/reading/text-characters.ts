import type { TextContext } from '../engine/rule.ts'

/** How a character is named where it cannot be shown: U+200B. */
export function codePoint(character: string): string {
  const code = character.codePointAt(0) ?? 0
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`
}

/** A character in a file: as itself, or written out as an entity or an escape. */
interface Placed {
  character: string
  span: readonly [from: number, to: number]
  literal: boolean
}

const named: Record<string, string> = {
  lrm: '\u200e',
  rlm: '\u200f',
  shy: '\u00ad',
  zwj: '\u200d',
  zwnj: '\u200c',
  ZeroWidthSpace: '\u200b',
  NoBreak: '\u2060',
}
const written = new RegExp(
  `&#(?:x([0-9a-f]{1,6})|(\\d{1,7}));|\\\\(?:u([0-9a-f]{4})|U([0-9a-f]{8}))|&(${Object.keys(named).join('|')});`,
  'gi',
)

/** Any letter but those that nearly all texts are written in, and that no rule finds fault with. */
const unusual = /[^\n\x20-\x7e·“”‘’—…\u3000-\u303f\u4e00-\u9fff\uff01-\uff5e]/

/**
 * Every character of a kind in a text. `kind` is a pattern with the flags `g` and `u` for unusual
 * letters; entities and YAML escapes stand for the character they become on the page.
 */
export function* charactersOf({ text, own }: TextContext, kind: RegExp): Generator<Placed> {
  if (own(isUnusual) && text.search(kind) >= 0)
    for (const { 0: character, index } of text.matchAll(kind))
      yield { character, span: [index, index + character.length], literal: true }
  if (!/&|\\u/i.test(text)) return
  for (const { 0: found, 1: hex, 2: decimal, 3: short, 4: long, 5: name, index } of text.matchAll(
    written,
  )) {
    const digits = hex ?? short ?? long
    const code = digits ? Number.parseInt(digits, 16) : Number(decimal)
    const spelt = code <= 0x10ffff ? String.fromCodePoint(code) : undefined
    const character = name ? named[name] : spelt
    if (character === undefined || character.search(kind) < 0) continue
    yield { character, span: [index, index + found.length], literal: false }
  }
}

function isUnusual({ text }: TextContext): boolean {
  return unusual.test(text)
}
