import { entrySlides } from './entry-slides.ts'
import type { Draft } from './entry-slides.ts'
import { paged } from './fit.ts'
import { agendaFits } from './layout.ts'
import type { Material } from './material.ts'
import { quizSlides } from './quiz-slides.ts'
import { closing, rowSlides, talkSlides } from './row-slides.ts'
import type { ShownRow } from './row-slides.ts'
import type { Deck, Slide } from './slide.ts'

/** A meeting to be shown: the one value from which every deck of an agenda is made. */
export interface ShownMeeting {
  title: string
  /** `2月学习包`, or what kind of meeting. */
  kicker: string
  audience: string
  rows: ShownRow[]
  /** Where it is written down what happened, offered on the last slide. */
  record?: string
}

/** A meeting as slides: a pure function, the same at build and in a browser. */
export function deckOf(meeting: ShownMeeting): Deck {
  const rows = meeting.rows.map(({ kind, title, minutes }) => ({ kind, title, minutes }))
  const minutes = rows.reduce((sum, row) => sum + row.minutes, 0)
  const chunks = paged(
    rows.map((row, index) => ({ ...row, index })),
    agendaFits,
  )
  const agendaAt = (index: number): Draft => {
    const chunk = chunks.find((one) => one.some((row) => row.index === index)) ?? []
    const from = chunk[0]?.index ?? 0
    return {
      ...{ kind: 'agenda', name: '议程', minutes, from, notes: [], sources: [] },
      rows: rows.slice(from, from + chunk.length),
    }
  }
  // The agenda is seen as people sign in, and once more as the work begins.
  const begins = meeting.rows.findIndex(({ kind }) => kind !== '签到')
  const drafts = meeting.rows.map((row, index) =>
    rowSlides(row, {
      isLast: index === meeting.rows.length - 1,
      ...(index <= begins ? { agenda: agendaAt(index) } : {}),
    }),
  )
  const first = titleDraft(meeting, minutes)
  const slides = [
    numbered(first, 0),
    ...drafts
      .flatMap((of, row) => of.map((draft) => ({ draft, row })))
      .map(({ draft, row }, index) => numbered(draft, index + 1, row)),
  ]
  if (drafts.at(-1)?.at(-1)?.kind !== 'closing')
    slides.push(
      numbered(closing('散会', '会开完了', ''), slides.length, Math.max(0, rows.length - 1)),
    )
  const last = slides.at(-1)
  if (last?.kind === 'closing' && meeting.record)
    last.link = { text: '写会议记录', href: meeting.record, opens: 'record' }
  return { title: meeting.title, audience: meeting.audience, minutes, rows, slides }
}

/** A case, a lesson or another entry by itself, with its self-test and what it asks. */
export function deckOfEntry(material: Material): Deck {
  const drafts = [
    ...(material.film ? [titleOfEntry(material)] : []),
    ...entrySlides(material),
    ...quizSlides(material.quiz),
    ...talkSlides(
      material.discussion.map((text) => ({ text, sources: [] })),
      0,
    ),
  ]
  return {
    ...{ title: material.title, audience: '', minutes: material.minutes, rows: [] },
    slides: drafts.map((draft, index) => numbered(draft, index)),
  }
}

function titleOfEntry({ title, word, minutes }: Material): Draft {
  return {
    ...{ kind: 'title', kicker: word, title: pausesOf(title), sub: `约${minutes}分钟` },
    ...{ name: title, notes: [], sources: [] },
  }
}

function numbered(draft: Draft, index: number, row?: number): Slide {
  const id = `s${index + 1}`
  // Spreading a union loses which member it was; `id` and `row` belong to every one.
  return { ...draft, id, ...(row === undefined ? {} : { row }) } as Slide
}

function titleDraft({ title, kicker, rows }: ShownMeeting, minutes: number): Draft {
  return {
    ...{ kind: 'title', kicker, title: pausesOf(title), sub: contentsOf(rows, minutes) },
    ...{ name: '题目', notes: [], sources: [] },
  }
}

/** A title in lines, where it pauses. */
function pausesOf(title: string): string[] {
  return title.match(/[^，；：]+[，；：]?/gu) ?? [title]
}

const counts: [word: string, say: (count: string) => string][] = [
  ['案例', (count) => `读${count}个案例`],
  ['榜样', (count) => `读${count}位党员`],
  ['课', (count) => `学${count}课`],
  ['短片', (count) => `看${count}部短片`],
]

/** What is done in the meeting: `读一个案例，学两课，一共60分钟`. */
function contentsOf(rows: readonly ShownRow[], minutes: number): string {
  const shown = new Map(
    rows
      .filter(({ kind }) => kind !== '自测' && kind !== '讨论')
      .flatMap(({ materials }) => materials.map(({ path, word }) => [path, word] as const)),
  )
  const words = counts.flatMap(([word, say]) => {
    const count = [...shown.values()].filter((one) => one === word).length
    return count === 0 ? [] : say('零一两三四五六七八九'.charAt(count) || String(count))
  })
  return [...words, `一共${minutes}分钟`].join('，')
}
