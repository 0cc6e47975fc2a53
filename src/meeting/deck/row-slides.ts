import type { AgendaKind } from '../../model/agenda.ts'
import { contestTitle } from '../agenda.ts'
import { entrySlides } from './entry-slides.ts'
import type { Draft } from './entry-slides.ts'
import type { Material } from './material.ts'
import { chosenQuiz, minutesOfQuestion, quizSlides } from './quiz-slides.ts'
import type { DeckRow, KeySlide, SlideSource } from './slide.ts'

/** A row of the agenda and what is shown in it. */
export interface ShownRow extends DeckRow {
  materials: Material[]
  /** Of 讨论: what is asked, each with where it comes from. */
  questions?: { text: string; sources: SlideSource[] }[]
  /** Of 自测: so many questions; absent for all its materials have. */
  quiz?: number
  /** Figures to be shown in it. */
  figures?: Material['figure'][]
  /** A line for the host. */
  note?: string
  /** Who leads it: an office. */
  host?: string
  /** Of 自测: where it is played as a contest, in place of its questions on slides. */
  contest?: string
  /** What 重温誓词 and 表决 rest on. */
  basis?: SlideSource[]
}

/** Rows that say by their own slides what they are. */
const selfEvident: readonly AgendaKind[] = ['讨论', '自测', '观看']

interface RowPlace {
  isLast: boolean
  /** The agenda, where the row opens with it. */
  agenda?: Draft
}

/** The slides of a row of the agenda, with what its host is told. */
export function rowSlides(row: ShownRow, { isLast, agenda }: RowPlace): Draft[] {
  const slides = shownSlides(row)
  const opening = [
    ...(agenda && !(selfEvident.includes(row.kind) && slides.length > 0) ? [agenda] : []),
    ...(slides.length === 0 && isTold(row) ? [plainSlide(row)] : []),
  ]
  const [first, ...rest] = row.kind === '布置' ? [assignment(row, isLast)] : [...opening, ...slides]
  if (!first) return []
  const notes = [
    ...(row.host ? [`${ledWords(row)}。`] : []),
    ...(row.note && row.kind !== '布置' ? [row.note] : []),
  ]
  return [{ ...first, notes: [...notes, ...first.notes] }, ...rest]
}

/** The agenda says all of a 签到 that nobody is named for. */
function isTold({ kind, host }: ShownRow): boolean {
  return kind !== '签到' || host !== undefined
}

/** `3分钟，组织委员主持`. */
function ledWords({ minutes, host }: ShownRow): string {
  return [`${minutes}分钟`, ...(host ? [`${host}主持`] : [])].join('，')
}

/** What a row shows: in brief when there is more of it than minutes. */
function shownSlides(row: ShownRow): Draft[] {
  if (row.kind === '讨论') return talkSlides(questionsOf(row), row.minutes)
  if (row.kind === '自测') return testSlides(row)
  const slides = (isBrief: boolean) =>
    row.materials.flatMap((one) => entrySlides(without(one, row), isBrief))
  const figures = (row.figures ?? []).flatMap(figureDraft)
  const inFull = slides(false)
  const isBrief = inFull.length + figures.length > row.minutes
  return [...(isBrief ? slides(true) : inFull), ...figures]
}

/** A figure the row shows for itself is not shown twice. */
function without(material: Material, { figures = [] }: ShownRow): Material {
  const { figure, ...rest } = material
  return figures.some((one) => one?.value === figure?.value) ? rest : material
}

/** As many questions as there is time for; the host is told of the others. */
function testSlides(row: ShownRow): Draft[] {
  const { materials, quiz, minutes, contest } = row
  if (contest)
    return [
      {
        ...plainSlide({ ...row, title: row.title || contestTitle }),
        link: { text: '开始知识竞赛', href: contest, opens: 'contest' },
      },
    ]
  const all = materials.map((material) => material.quiz)
  const asked = chosenQuiz(all, quiz ?? Math.max(3, Math.floor(minutes / minutesOfQuestion)))
  const left = all.flat().length - asked.length
  const [first, ...rest] = quizSlides(asked)
  if (!first) return []
  const note = left > 0 && quiz === undefined ? [`材料里另有${left}题，时间够就接着做。`] : []
  return [{ ...first, notes: [...note, ...first.notes] }, ...rest]
}

function questionsOf({
  questions,
  materials,
}: ShownRow): { text: string; sources: SlideSource[] }[] {
  return (
    questions ??
    materials.flatMap(({ discussion, restsOn }) =>
      discussion.map((text, index) => ({ text, sources: restsOn?.[index] ?? [] })),
    )
  )
}

/** Questions to talk about, which share the minutes there are. */
export function talkSlides(
  questions: readonly { text: string; sources: SlideSource[] }[],
  minutes: number,
): Draft[] {
  return questions.map(({ text, sources }, index) => ({
    ...{ kind: 'question', kicker: '讨论', question: text, options: [], name: text, sources },
    ...{ count: { at: index + 1, of: questions.length }, notes: [] },
    seconds: Math.floor((minutes * 60) / questions.length),
  }))
}

function figureDraft(figure: Material['figure']): Draft[] {
  if (!figure) return []
  const { value, unit, label, source } = figure
  return [
    {
      ...{ kind: 'figure', value, unit, text: label, name: `${value}${unit}` },
      ...{ notes: [], sources: [source] },
    },
  ]
}

/** A row nothing is shown in: what is done, large, for how long and by whom. */
function plainSlide(row: ShownRow): Omit<KeySlide, 'id' | 'row'> {
  const { kind, title, basis = [] } = row
  return {
    ...{ kind: 'key', kicker: kind, title: title || kind, name: title || kind },
    ...{ text: ledWords(row), notes: [], sources: basis },
  }
}

function assignment(row: ShownRow, isLast: boolean): Draft {
  const { kind, title, note = '' } = row
  const text = note || ledWords(row)
  if (isLast) return closing(kind, title, text)
  return {
    ...{ kind: 'key', kicker: kind, title: title || kind, name: title || kind },
    ...{ notes: [], sources: [], text },
  }
}

/** The slide a meeting ends with. */
export function closing(kicker: string, title: string, text: string): Draft {
  return {
    ...{ kind: 'closing', kicker, title: title || kicker, text, name: title || kicker },
    ...{ more: '散会前请核对签到表。', notes: [], sources: [] },
  }
}
