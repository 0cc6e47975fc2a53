import type { Library } from '../../../content/library.ts'

/** The term list of `site.yaml`, ready to search for: longer wordings first. */
interface TermList {
  /** Every wording of the list, right or not; `undefined` for an empty list. */
  pattern: RegExp | undefined
  /** The preferred wording of one to avoid. */
  preferred: ReadonlyMap<string, string>
  /** Protected names as they are compared: without width, case and spaces. */
  names: ReadonlyMap<string, string>
  /** Every protected name however wide, capital or spaced it is written. */
  namePattern: RegExp | undefined
}

export function termList({ site }: Library): TermList {
  const preferred = new Map<string, string>()
  for (const { use, instead } of site.terms)
    for (const wording of instead) if (wording !== use) preferred.set(wording, use)
  const names = site.terms.filter((term) => term.protected).map(({ use }) => use)
  return {
    pattern: alternatives([...site.terms.map(({ use }) => use), ...preferred.keys()], escape, 'g'),
    preferred,
    names: new Map(names.map((name) => [bare(name), name])),
    namePattern: alternatives(names.filter(hasLatin), loosely, 'gi'),
  }
}

/** A name without what typing varies: width, case, spaces. */
export function bare(name: string): string {
  return name.normalize('NFKC').replace(/\s/g, '').toLowerCase()
}

function alternatives(
  wordings: readonly string[],
  write: (wording: string) => string,
  flags: string,
): RegExp | undefined {
  // Of two wordings that begin alike the longer one is meant.
  const sorted = [...new Set(wordings)].sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
  return sorted.length > 0 ? new RegExp(sorted.map(write).join('|'), flags) : undefined
}

function hasLatin(name: string): boolean {
  return /[a-z0-9+＋]/i.test(name)
}

function loosely(name: string): string {
  return Array.from(name.replace(/\s/g, ''), (letter) => {
    const wide = letter.normalize('NFKC')
    const code = wide.charCodeAt(0)
    const full = code > 0x20 && code < 0x7f ? String.fromCharCode(code + 0xfee0) : wide
    return wide === full ? escape(wide) : `(?:${escape(wide)}|${full})`
  }).join(' ?')
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&')
}
