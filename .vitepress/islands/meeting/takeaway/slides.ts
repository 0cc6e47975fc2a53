import { pptxOf } from '../../../../src/meeting/slideshow/pptx.ts'
import type { BookPlan } from '../../../../src/pages/book.ts'
import { fetchPage, propsOf } from '../../study/fetch-page.ts'
import type { DeckData } from '../deck/index.ts'
import type { Progress } from './book.ts'

/** A pack's slides as a PowerPoint file; rejects when their page cannot be had. */
export async function makeSlides(
  { slides, home, name }: BookPlan,
  progress: Progress,
): Promise<Uint8Array> {
  if (slides === undefined) throw new Error('no slides')
  const data = propsOf<DeckData>(await fetchPage(slides), 'deck')
  if (!data) throw new Error(`${slides} has no deck`)
  const show = { deck: data.deck, portal: name, home: new URL(home, location.href).href }
  return pptxOf(show, progress)
}
