import type { Film, Material, Quiz } from '../../../../src/meeting/deck/material.ts'
import { materialWord } from '../../../../src/meeting/deck/material-word.ts'
import { quizOfPage } from '../../../../src/meeting/deck/quiz-slides.ts'
import { partsOf, quotationIn, textOf } from '../../../../src/meeting/deck/read-parts.ts'
import { sourceName } from '../../../../src/meeting/deck/source-name.ts'
import type { SlideSource } from '../../../../src/meeting/deck/slide.ts'
import type { SourceNote } from '../../../../src/meeting/deck/read-parts.ts'
import type { StudyPage } from '../../../../src/pages/study.ts'
import type { QuizQuestion } from '../../../../src/pages/training.ts'
import { chartMaterialIn } from '../../study/fetch-page.ts'

/**
 * An entry as its slides need it, read from its page: the same value as `src/pages/deck-material.ts`
 * makes of the library. Undefined for a page that no meeting is about.
 */
export function readMaterial(page: Document): Material | undefined {
  const study = dataOf<StudyPage>(page, 'study') ?? packOf(page)
  if (!study) return chartMaterialIn(page)
  const notes = notesIn(page)
  const film = study.kind === 'video' ? filmIn(page, study) : undefined
  const { title, minutes, discussion, figure, kind } = study
  return {
    ...{ path: study.page, word: materialWord(kind, film !== undefined), title, minutes },
    summary: page.querySelector('meta[name="description"]')?.getAttribute('content') ?? '',
    points: [...page.querySelectorAll('.keys li')].map(textOf),
    measures: kind === 'case' ? measuresIn(page, notes) : [],
    ...(figure ? { figure } : {}),
    ...(film ? { film } : {}),
    parts: film || kind === 'pack' ? [] : textIn(page, study.page, notes),
    quiz: quizIn(page),
    discussion,
    ...(kind === 'pack' ? { restsOn: restsOnIn(page) } : {}),
  }
}

/** What the questions of a ready pack rest on. */
function restsOnIn(page: Document): SlideSource[][] {
  return [...page.querySelectorAll('.pk-q li')].map((item) =>
    [...item.querySelectorAll('.meta a')].map((link) => ({
      text: textOf(link),
      href: link.getAttribute('href') ?? '',
    })),
  )
}

type Studied = Pick<StudyPage, 'page' | 'title' | 'minutes' | 'discussion' | 'figure'> & {
  kind: StudyPage['kind'] | 'pack'
  base?: string
}

/** A ready pack is there for its three questions. */
function packOf(page: Document): Studied | undefined {
  const pack = dataOf<{ sheet: Pick<StudyPage, 'title' | 'discussion'> }>(page, 'readypack')
  return pack && { page: '', minutes: 0, kind: 'pack', ...pack.sheet }
}

function dataOf<T>(page: Document, island: string): T | undefined {
  const text = page.querySelector(`[data-island="${island}"]`)?.getAttribute('data-props')
  // The portal's own templates wrote it there.
  return text ? (JSON.parse(text) as T) : undefined
}

function notesIn(page: Document): SourceNote[] {
  let publisher = ''
  let published = ''
  return [...page.querySelectorAll('#sources li[id]')].map((item) => {
    const line = item.querySelector('.source-day')
    const first = item.querySelector('span')?.textContent ?? ''
    if (line) {
      publisher = first.trim().split('，')[0] ?? ''
      published = line.textContent ?? ''
    }
    const place = item.getAttribute('data-place') ?? undefined
    const words = item.querySelector('.source-words')?.textContent?.replace(/^原文用词/u, '')
    const href = item.querySelector('.srcs__fact')?.getAttribute('href') ?? ''
    return {
      id: item.id.replace(/^s-/, ''),
      source: { text: sourceName(publisher, published, place), href },
      ...(words ? { words } : {}),
    }
  })
}

function measuresIn(page: Document, notes: readonly SourceNote[]): Material['measures'] {
  return [...page.querySelectorAll('.metacard__says')].map((says) => {
    const ids = [...says.querySelectorAll('a')].map((mark) =>
      (mark.getAttribute('href') ?? '').replace(/^#s-/, ''),
    )
    const cited = notes.filter(({ id }) => ids.includes(id)).map(({ source }) => source)
    const words = [...says.childNodes].find(({ nodeType }) => nodeType === 3)
    return {
      name: says.previousElementSibling?.textContent ?? '',
      text: words?.nodeValue?.trim() ?? '',
      sources: cited.slice(0, 1),
    }
  })
}

function filmIn(page: Document, { page: path, base = '/' }: Studied): Film | undefined {
  const video = page.querySelector('video')
  const told = dataOf<{ seconds: number; file: string }>(page, 'film')
  if (!video || !told) return undefined
  const captions = video.querySelector('track[kind="captions"]')?.getAttribute('src')
  return {
    ...{ href: `${base}${path.slice(1)}.html`, file: told.file },
    poster: video.getAttribute('poster') ?? '',
    ...(captions ? { captions } : {}),
    ...{ seconds: told.seconds, sound: page.querySelector('[data-do="mute"]') !== null },
  }
}

function textIn(page: Document, path: string, notes: readonly SourceNote[]): Material['parts'] {
  const person = page.querySelector('.prose--person')
  // A text is in boxes without a name, after its opening; what else stands there has one.
  const roots = person
    ? [...page.querySelectorAll('.prose > .intro'), person]
    : [...page.querySelectorAll('.prose > .intro, .prose > div:not([class])')]
  return [...quotationIn(path, notes), ...roots.flatMap((root) => partsOf(root, notes))]
}

function quizIn(page: Document): Quiz[] {
  return (dataOf<{ questions: QuizQuestion[] }>(page, 'quiz')?.questions ?? []).map(quizOfPage)
}
