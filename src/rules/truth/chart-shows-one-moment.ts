import type { CitedFact, Library } from '../../content/library.ts'
import type { Drawing } from '../../model/charts.ts'
import { datesIn } from '../reading/figures/written-dates.ts'
import { entryRule } from '../engine/rule.ts'
import type { Finding } from '../engine/rule.ts'

export const chartShowsOneMoment = entryRule({
  id: 'chart-shows-one-moment',
  summary: '一张图里的数是同一时点的；不是的，每个数的名称写明各是什么时候。',
  severity: 'error',
  collections: ['charts'],
  *check({ entry, library }) {
    const rows = rowsOf(entry.data.drawing, library)
    const moments = new Set(rows.map(({ cited }) => momentOf(cited)))
    if (moments.size < 2) return
    for (const { path, label, cited } of rows) if (!saysWhen(label, cited)) yield fault(path, cited)
  },
})

interface Row {
  path: (string | number)[]
  label: string
  cited: CitedFact
}

/** The counts that a drawing puts side by side, or one inside another. */
function rowsOf(drawing: Drawing, { facts }: Library): Row[] {
  const row = (path: (string | number)[], { fact, label }: { fact: string; label: string }) => {
    const cited = facts.get(fact)
    return cited ? [{ path: ['drawing', ...path, 'label'], label, cited }] : []
  }
  if (drawing.kind === 'share')
    return [
      ...row(['whole'], drawing.whole),
      ...drawing.parts.flatMap((part, index) => row(['parts', index], part)),
    ]
  if (drawing.kind !== 'counts' && drawing.kind !== 'bars') return []
  return drawing.rows.flatMap((one, index) => row(['rows', index], one))
}

/** Two figures are of one moment when they have one date, or none and one source. */
function momentOf({ fact, source }: CitedFact): string {
  const isDated = fact.as_of !== undefined && fact.as_of !== 'undated'
  return isDated ? String(fact.as_of) : `undated ${source.published ?? source.id}`
}

function saysWhen(label: string, { fact }: CitedFact): boolean {
  const isUndated = fact.as_of === undefined || fact.as_of === 'undated'
  return isUndated ? /刊发时|报道时|报道当时/.test(label) : datesIn(label).length > 0
}

function fault(path: (string | number)[], { fact }: CitedFact): Finding {
  const when = fact.as_of === 'undated' || !fact.as_of ? '没有写明时点' : `时点是 ${fact.as_of}`
  return {
    at: { field: path },
    message: `事实 ${fact.id} ${when}，和图里别的数不是同一时点。`,
    hint: '在名称里写明各是什么时候，没有时点的写“刊发时”；说不清的，不画在一张图里。',
  }
}
