/** The fold table, from OpenCC's single-character mappings. Build time. */
import { Converter } from 'opencc-js/t2cn'
import type { FoldTable } from '../format/fold.ts'

export function createFoldTable(): FoldTable {
  const toSimplified = Converter({ from: 't', to: 'cn' })
  const table = new Map<string, string>()
  for (let code = 0x4e00; code <= 0x9fff; code++) {
    const char = String.fromCharCode(code)
    const simplified = toSimplified(char)
    if (simplified !== char && simplified.length === 1) table.set(char, simplified)
  }
  return table
}

/**
 * File: two strings of equal length as JSON. Only what can lead to a character of the index: the
 * rest would fold to something that is not there anyway.
 */
export function encodeFoldTable(table: FoldTable, indexed: (char: string) => boolean): Uint8Array {
  const pairs = [...table].filter(([, simplified]) => indexed(simplified))
  const rows = [pairs.map(([from]) => from).join(''), pairs.map(([, to]) => to).join('')]
  return new TextEncoder().encode(JSON.stringify(rows))
}
