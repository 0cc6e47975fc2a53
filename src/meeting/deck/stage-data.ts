import type { Deck, DeckRow, SlideKind, SlideSource } from './slide.ts'

/** What the projector and the presenter's window need of a deck beside the slides themselves. */
export interface StageData {
  title: string
  minutes: number
  rows: DeckRow[]
  slides: StageSlide[]
}

interface StageSlide {
  id: string
  kind: SlideKind
  name: string
  row?: number
  notes: string[]
  sources: SlideSource[]
}

/** A deck without what stands on its slides. */
export function stageData({ title, minutes, rows, slides }: Deck): StageData {
  return {
    ...{ title, minutes, rows },
    slides: slides.map(({ id, kind, name, row, notes, sources }) => ({
      ...{ id, kind, name, notes, sources },
      ...(row === undefined ? {} : { row }),
    })),
  }
}
