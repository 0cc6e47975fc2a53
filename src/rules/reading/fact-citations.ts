import type { Entry } from '../../content/library.ts'
import { factsDrawn } from '../../model/charts.ts'
import { factsStated } from '../../model/people.ts'
import { factsOfPack } from '../../model/packs.ts'
import type { FindingPlace } from '../engine/rule.ts'

/** Every fact an entry cites, in body, quiz, highlight, measures and drawing, and where. */
export function* citedIn(entry: Entry): Generator<{ fact: string; at: FindingPlace }> {
  if (entry.collection === 'cases' && entry.data.highlight)
    yield { fact: entry.data.highlight.cite, at: { field: ['highlight', 'cite'] } }
  if (entry.collection === 'cases')
    for (const [index, { cites }] of entry.data.measures.entries())
      for (const [place, fact] of cites.entries())
        yield { fact, at: { field: ['measures', index, 'cites', place] } }
  if (entry.collection === 'people')
    for (const { fact, path } of factsStated(entry.data)) yield { fact, at: { field: path } }
  if (entry.collection === 'terms')
    for (const [place, fact] of entry.data.cites.entries())
      yield { fact, at: { field: ['cites', place] } }
  if (entry.collection === 'lessons')
    for (const [index, { cites }] of entry.data.quiz.entries())
      for (const [place, fact] of cites.entries())
        yield { fact, at: { field: ['quiz', index, 'cites', place] } }
  if (entry.collection === 'packs')
    for (const { fact, path } of factsOfPack(entry.data)) yield { fact, at: { field: path } }
  if (entry.collection === 'charts')
    for (const { fact, path } of factsDrawn(entry.data.drawing))
      yield { fact, at: { field: ['drawing', ...path] } }
  for (const { fact, position } of entry.body.citations) yield { fact, at: { position } }
}
