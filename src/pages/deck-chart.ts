import type { EntryOf, Library } from '../content/library.ts'
import type { Material, Part } from '../meeting/deck/material.ts'
import type { SlideSource } from '../meeting/deck/slide.ts'
import { factsDrawn } from '../model/charts.ts'
import type { Drawing } from '../model/charts.ts'
import { pictureOf } from './charts/picture.ts'
import { factSource } from './fact-links.ts'

/** A chart as a row of a meeting shows it; undefined for one of times, of which there is more than a screen shows. */
export function chartMaterial(library: Library, chart: EntryOf<'charts'>): Material | undefined {
  const { title, summary, caption, drawing } = chart.data
  if (drawing.kind === 'timeline') return undefined
  const [first] = factsDrawn(drawing)
  const source = first && factSource(library, first.fact)
  return {
    ...{ path: chart.path, word: '图', title, summary, minutes: 1 },
    ...{ points: [], measures: [], quiz: [], discussion: [] },
    parts: partsOf(library, chart, { caption, drawing, sources: source ? [source] : [] }),
  }
}

function partsOf(
  library: Library,
  chart: EntryOf<'charts'>,
  { caption, drawing, sources }: { caption: string; drawing: Drawing; sources: SlideSource[] },
): Part[] {
  if (drawing.kind === 'steps') return stepParts(drawing, sources)
  const picture = pictureOf(library, chart, 'text')
  return [{ kind: 'chart', title: chart.data.title, text: caption, picture, sources }]
}

/** No screen holds all steps of a procedure: they are told stage by stage, numbered through. */
function stepParts({ steps }: Extract<Drawing, { kind: 'steps' }>, sources: SlideSource[]): Part[] {
  return steps.flatMap(({ stage }, index): Part[] => {
    if (!stage && index > 0) return []
    const next = steps.findIndex((step, at) => at > index && step.stage)
    const own = steps.slice(index, next < 0 ? undefined : next)
    const items = own.map(({ label, by, term }) =>
      [label, [by, term].filter(Boolean).join('，')].filter(Boolean).join('：'),
    )
    return [
      { kind: 'heading', text: stage ?? '' },
      { kind: 'list', ordered: true, start: index + 1, items, sources },
    ]
  })
}
