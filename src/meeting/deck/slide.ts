import type { AgendaKind } from '../../model/agenda.ts'

/** A place to look something up, as a slide or its notes name it. */
export interface SlideSource {
  text: string
  /** An address of the portal, base included; of a source that has none, only its name is known. */
  href?: string
}

/** Which of several slides of one kind this is: `2 / 3`. */
interface SlideCount {
  at: number
  of: number
}

/** A row of the agenda, and the slides that belong to it. */
export interface DeckRow {
  kind: AgendaKind
  title: string
  minutes: number
}

/** What is opened from a slide: a contest over the slides, or the page the showing ends with. */
interface SlideLink {
  text: string
  href: string
  opens: 'contest' | 'record'
}

interface SlideOf<Kind extends string> {
  kind: Kind
  /** Unique in its deck, and safe as an `id` of HTML and as a file name. */
  id: string
  /** Which row of the agenda it belongs to; the title belongs to none. */
  row?: number
  /** What the jump list calls it. */
  name: string
  /** What the host may say, one paragraph each. */
  notes: string[]
  sources: SlideSource[]
}

export interface TitleSlide extends SlideOf<'title'> {
  kicker: string
  /** Lines, broken where the title itself pauses. */
  title: string[]
  sub: string
}

/** The agenda with the row that begins here. */
export interface AgendaSlide extends SlideOf<'agenda'> {
  minutes: number
  /** Rows shown on this slide, the first of them `from` in the deck's rows. */
  from: number
  rows: DeckRow[]
}

/** One point: a sentence, and what explains it. */
export interface KeySlide extends SlideOf<'key'> {
  kicker: string
  count?: SlideCount
  title: string
  text?: string
  link?: SlideLink
}

/** Several short lines that belong together: steps, conditions. */
export interface ListSlide extends SlideOf<'list'> {
  kicker?: string
  title: string
  count?: SlideCount
  ordered: boolean
  /** Number of the first line. */
  start: number
  items: string[]
}

/** A number with its unit, large, and what is counted. */
export interface FigureSlide extends SlideOf<'figure'> {
  value: string
  unit: string
  text: string
}

export interface ChartSlide extends SlideOf<'chart'> {
  title: string
  /** How to read it. */
  text: string
  /** HTML of the portal's own making (`src/pages/charts`): text in HTML, marks in SVG. */
  picture: string
}

export interface TableSlide extends SlideOf<'table'> {
  title: string
  count?: SlideCount
  head: string[]
  rows: string[][]
  /** Widths of the columns in hundredths, the same on every slide of one table. */
  columns: number[]
}

export interface QuoteSlide extends SlideOf<'quote'> {
  words: string
  /** Whose words they are, when the text says so. */
  by?: string
}

/** A film of the portal's own, played on the slide. Addresses carry the base. */
export interface FilmSlide extends SlideOf<'film'> {
  title: string
  href: string
  file: string
  poster: string
  captions?: string
  seconds: number
  sound: boolean
}

export interface QuestionSlide extends SlideOf<'question'> {
  kicker: string
  count?: SlideCount
  question: string
  /** Empty for a question to talk about. */
  options: string[]
  /** Time to think. */
  seconds: number
}

export interface AnswerSlide extends SlideOf<'answer'> {
  /** The right options, each with its letter. */
  answers: { letter: string; text: string }[]
  reason: string
}

export interface ClosingSlide extends SlideOf<'closing'> {
  kicker: string
  title: string
  text: string
  more: string
  link?: SlideLink
}

/** One full-screen page. All its text is at least 1/18 of the screen's height. */
export type Slide =
  | TitleSlide
  | AgendaSlide
  | KeySlide
  | ListSlide
  | FigureSlide
  | ChartSlide
  | TableSlide
  | QuoteSlide
  | FilmSlide
  | QuestionSlide
  | AnswerSlide
  | ClosingSlide

export type SlideKind = Slide['kind']

/** A meeting, a case or a lesson as slides. */
export interface Deck {
  title: string
  /** What kind of meeting it is, in the corner of the first slide; empty when nobody said. */
  audience: string
  /** Planned; of a single entry, what reading it takes. */
  minutes: number
  /** Empty for a single entry. */
  rows: DeckRow[]
  slides: Slide[]
}
