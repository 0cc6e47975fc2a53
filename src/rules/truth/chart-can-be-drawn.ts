import type { Library } from '../../content/library.ts'
import type { Drawing } from '../../model/charts.ts'
import { factsDrawn } from '../../model/charts.ts'
import { drawingFault } from '../reading/figures/drawing-fault.ts'
import { entryRule } from '../engine/rule.ts'
import type { Finding } from '../engine/rule.ts'

export const chartCanBeDrawn = entryRule({
  id: 'chart-can-be-drawn',
  summary: '图表用的每条事实都有能画的数或日期，部分不超过全部。',
  severity: 'error',
  collections: ['charts'],
  *check({ entry, library }) {
    const { drawing } = entry.data
    for (const { fact: id, path } of factsDrawn(drawing)) {
      const fact = library.facts.get(id)?.fact
      const fault = fact && drawingFault(fact, drawing)
      if (fault) yield { at: { field: ['drawing', ...path] }, ...fault }
    }
    if (drawing.kind === 'share') yield* shareFaults(library, drawing)
    if (drawing.kind === 'counts') yield* placeFaults(library, drawing)
    if (drawing.kind === 'steps') yield* termFaults(library, drawing)
  },
})

type Kind<Name extends Drawing['kind']> = Extract<Drawing, { kind: Name }>

function* shareFaults(library: Library, { whole, parts }: Kind<'share'>): Generator<Finding> {
  const total = countOf(library, whole.fact)
  const sum = parts.reduce((all, { fact }) => all + (countOf(library, fact) ?? 0), 0)
  if (total === undefined || sum <= total) return
  yield {
    at: { field: ['drawing', 'parts', 0, 'fact'] },
    message: `各部分加起来是 ${sum}，超过全部的 ${total}。`,
    hint: '对照来源：这几个数是不是同一件事、同一时点的全部和部分。',
  }
}

/** Places are drawn only as the source counts them: `十大案例` has ten. */
function* placeFaults(library: Library, { rows }: Kind<'counts'>): Generator<Finding> {
  for (const [index, { fact: id, of }] of rows.entries()) {
    const fact = library.facts.get(id)?.fact
    if (of === undefined || !fact) continue
    const said = [String(of), of === 10 ? '十大' : ''].some(
      (word) => word && fact.statement.includes(word),
    )
    const several = /共有|先后|历年|累计|相继/.exec([fact.statement, ...fact.words].join('\n'))
    if (said && several) {
      yield {
        at: { field: ['drawing', 'rows', index, 'of'] },
        message: `事实 ${id} 写“${several[0]}”，可能是几次加起来的，不能画成 ${of} 个名额里的 ${countOf(library, id)} 个。`,
        hint: '删去 of，只画来源给出的数。',
      }
      continue
    }
    if (said && of >= (countOf(library, id) ?? 0)) continue
    yield {
      at: { field: ['drawing', 'rows', index, 'of'] },
      message: said ? `名额 ${of} 比事实里的数还少。` : `事实 ${id} 没有说一共有 ${of} 个。`,
      hint: '来源没有写明一共几个的，删去 of。',
    }
  }
}

/** A step's time is in the words of its fact: a chart holds no number of its own. */
function* termFaults(library: Library, { steps }: Kind<'steps'>): Generator<Finding> {
  for (const [index, { fact: id, term }] of steps.entries()) {
    const fact = library.facts.get(id)?.fact
    if (!fact || term === undefined) continue
    if ([fact.statement, ...fact.words].some((said) => said.includes(term))) continue
    yield {
      at: { field: ['drawing', 'steps', index, 'term'] },
      message: `事实 ${id} 里没有“${term}”。`,
      hint: '照抄这条事实的陈述或原文用词里的时限；来源没有写时限的，删去 term。',
    }
  }
}

function countOf(library: Library, id: string): number | undefined {
  const figure = library.facts.get(id)?.fact.figure
  return typeof figure === 'number' ? figure : undefined
}
