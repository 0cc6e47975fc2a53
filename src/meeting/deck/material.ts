import type { QuestionSlide, SlideSource } from './slide.ts'

/**
 * What slides are made of: an entry as the build's library or its own page in a browser tells it. Both
 * readers give the same value, so there is one road to the slides.
 */
export interface Material {
  /** Address without base and ending: `/cases/hangzhou`. */
  path: string
  /** What a meeting calls it: 案例, 课, 短片, 榜样. */
  word: string
  title: string
  summary: string
  minutes: number
  /** 先记三点 of a case, the aims of a lesson. */
  points: string[]
  /** What a case did, one thing each. */
  measures: { name: string; text: string; sources: SlideSource[] }[]
  figure?: { value: string; unit: string; label: string; source: SlideSource }
  film?: Film
  parts: Part[]
  quiz: Quiz[]
  discussion: string[]
  /** Of a ready pack: what each of its questions rests on, in their order. */
  restsOn?: SlideSource[][]
}

export interface Film {
  href: string
  file: string
  poster: string
  captions?: string
  seconds: number
  sound: boolean
}

/** A piece of a text, in its order. */
export type Part =
  | { kind: 'heading'; text: string }
  | { kind: 'text'; text: string; sources: SlideSource[] }
  | { kind: 'list'; ordered: boolean; start: number; items: string[]; sources: SlideSource[] }
  | { kind: 'table'; head: string[]; rows: string[][]; sources: SlideSource[] }
  | { kind: 'quote'; words: string; sources: SlideSource[] }
  | { kind: 'chart'; title: string; text: string; picture: string; sources: SlideSource[] }

export interface Quiz extends Pick<QuestionSlide, 'question' | 'options'> {
  right: number[]
  /** More than one option may be right. */
  isMultiple: boolean
  reason: string
  sources: SlideSource[]
}
