import type { ComparedCase } from '../../../src/pages/compared-case.ts'

/** One line of the comparison: a value for each case, in their order; empty where nothing is said. */
interface ComparedRow {
  label: string
  values: string[]
}

/** What more than one case did, a line a measure: those that most share come first. */
export function measureRows(cases: readonly ComparedCase[]): ComparedRow[] {
  const names = [...new Set(cases.flatMap(({ measures }) => measures.map(({ name }) => name)))]
  const rows = names.map((label) => ({
    label,
    values: cases.map(({ measures }) => measures.find(({ name }) => name === label)?.text ?? ''),
  }))
  return rows.filter(isShared).sort((a, b) => filledCells(b) - filledCells(a))
}

/** What only one case did, for each case. */
export function otherMeasures(cases: readonly ComparedCase[]): ComparedCase['measures'][] {
  return cases.map(({ measures }) =>
    measures.filter(
      ({ name }) => cases.filter((one) => one.measures.some((own) => own.name === name)).length < 2,
    ),
  )
}

function filledCells({ values }: ComparedRow): number {
  return values.filter(Boolean).length
}

function isShared(row: ComparedRow): boolean {
  return filledCells(row) > 1
}

/** Cases that those chosen lead to, and that are not chosen yet. */
export function candidatesOf(cases: readonly ComparedCase[]): ComparedCase['related'] {
  const chosen = new Set(cases.map(({ id }) => id))
  const all = cases.flatMap(({ related }) => related).filter(({ id }) => !chosen.has(id))
  return all.filter(({ id }, index) => all.findIndex((one) => one.id === id) === index)
}
