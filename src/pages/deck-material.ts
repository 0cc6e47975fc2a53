import { parseHTML } from 'linkedom'
import type { Entry, EntryOf, Library } from '../content/library.ts'
import { materialWord } from '../meeting/deck/material-word.ts'
import type { Film, Material } from '../meeting/deck/material.ts'
import { partsOf, quotationIn } from '../meeting/deck/read-parts.ts'
import { quizOfPage } from '../meeting/deck/quiz-slides.ts'
import { sourceName } from '../meeting/deck/source-name.ts'
import type { SourceNote } from '../meeting/deck/read-parts.ts'
import { citationsOf } from './article.ts'
import { chartMaterial } from './deck-chart.ts'
import { notesOf } from './facts.ts'
import type { Citing } from './facts.ts'
import { filmOf } from './film.ts'
import { href } from './links.ts'
import { bodyOf } from './render-body.ts'
import { studyPage } from './study.ts'
import { quizQuestion } from './training.ts'

/**
 * An entry as its slides need it; undefined for one that no meeting is about. Its own page tells a
 * browser the same (`islands/meeting/deck/read-page.ts`); `tests/deck.test.ts` holds the two together.
 */
export function materialOf(library: Library, entry: Entry): Material | undefined {
  if (entry.collection === 'charts') return chartMaterial(library, entry)
  const study = studyPage(library, entry)
  if (!study) return undefined
  const notes = sourceNotes(library, entry)
  const { kind, title, minutes, discussion, figure } = study
  const film = entry.collection === 'videos' ? slideFilm(library, entry) : undefined
  return {
    ...{ path: entry.path, word: materialWord(kind, film !== undefined), title, minutes },
    summary: entry.data.summary,
    points: pointsOf(entry),
    measures: entry.collection === 'cases' ? measuresOf(entry, notes) : [],
    ...(figure ? { figure } : {}),
    ...(film ? { film } : {}),
    parts: film ? [] : textParts(library, entry, notes),
    quiz: entry.collection === 'lessons' ? quizOf(library, entry) : [],
    discussion,
  }
}

function sourceNotes(library: Library, entry: Entry): SourceNote[] {
  let last: Citing | undefined
  return notesOf(library, citationsOf(entry)).map(({ id, source, words, place, register }) => {
    last = source ?? last
    const text = sourceName(last?.publisher ?? '', last?.published ?? '', place)
    return { id, source: { text, href: register }, ...(words ? { words } : {}) }
  })
}

function textParts(
  library: Library,
  entry: Entry,
  notes: readonly SourceNote[],
): Material['parts'] {
  const { lead, html } = bodyOf(library, entry)
  const { document } = parseHTML(`<!doctype html><html><body>${lead}${html}</body></html>`)
  return [...quotationIn(entry.path, notes), ...partsOf(document.body, notes)]
}

function pointsOf(entry: Entry): Material['points'] {
  if (entry.collection === 'cases') return entry.data.keys
  return entry.collection === 'lessons' ? entry.data.objectives : []
}

function measuresOf(
  { data }: EntryOf<'cases'>,
  notes: readonly SourceNote[],
): Material['measures'] {
  return data.measures.map(({ name, text, cites }) => {
    const cited = notes.filter(({ id }) => cites.includes(id)).map(({ source }) => source)
    return { name, text, sources: cited.slice(0, 1) }
  })
}

function slideFilm(library: Library, entry: EntryOf<'videos'>): Film | undefined {
  const film = filmOf(library, entry)
  if (!film) return undefined
  const { file, poster, captions, seconds, sound } = film
  return {
    ...{ href: href(library, entry.url), file, poster },
    ...(captions ? { captions } : {}),
    ...{ seconds, sound },
  }
}

function quizOf(library: Library, { data }: EntryOf<'lessons'>): Material['quiz'] {
  return data.quiz.map((one) => quizOfPage(quizQuestion(library, one, data.shuffle)))
}
