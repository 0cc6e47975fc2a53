import type { ImportFinding } from './blocks.ts'

/** Where a paragraph of the original went. */
export interface LedgerRow {
  text: string
  place: 'draft' | 'source' | 'report'
}

/**
 * Account for every paragraph of the original: it stands in the draft, in the source file, or it is
 * named in the report. What none of them has is added to the report here, so nothing goes silently.
 */
export function settle(
  census: readonly string[],
  draft: string,
  source: string,
  findings: readonly ImportFinding[],
): { ledger: LedgerRow[]; missing: ImportFinding[] } {
  const places = [
    { place: 'draft' as const, find: finder(letters(draft)) },
    { place: 'source' as const, find: finder(letters(source)) },
    { place: 'report' as const, find: finder(letters(findings.map(textOfFinding).join('\n'))) },
  ]
  const missing: ImportFinding[] = []
  const ledger = census.map((text): LedgerRow => {
    const wanted = letters(text)
    const found = wanted === '' ? undefined : places.find(({ find }) => find(wanted))
    if (!found)
      missing.push({
        kind: 'lost',
        message: wanted === '' ? '只有符号的一段，没有放进草稿。' : '这一段没有放进草稿。',
        text,
      })
    return { text, place: found?.place ?? 'report' }
  })
  return { ledger, missing }
}

function textOfFinding({ text = '' }: ImportFinding): string {
  return text
}

/** Letters and digits only: marks, spaces and punctuation may be written otherwise. */
function letters(text: string): string {
  return text.normalize('NFKC').replace(/[^\p{L}\p{N}]+/gu, '')
}

/** Looks for texts that come in order, so that each search begins where the last one ended. */
function finder(whole: string): (wanted: string) => boolean {
  let from = 0
  return (wanted) => {
    const ahead = whole.indexOf(wanted, from)
    if (ahead >= 0) {
      from = ahead
      return true
    }
    return whole.includes(wanted)
  }
}
