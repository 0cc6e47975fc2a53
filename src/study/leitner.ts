import { dayAfter } from '../model/weeks.ts'
import type { Activity, ActivityOf } from './activity.ts'
import { dayOf, inOrder } from './fold.ts'

/**
 * When a question that was answered wrongly comes back. Boxes as in Sebastian Leitner, “So lernt man
 * lernen” (1972): a wrong answer puts it into the first box, a right one on or after its day into
 * the next; after the last box it is known. Box n waits `waits[n - 1]` days: the first is open at once.
 */
export const waits = [0, 1, 3, 7, 15] as const

/** A question under review. */
export interface Card {
  page: string
  title: string
  question: string
  asked: string
  /** 1 to `waits.length`. */
  box: number
  /** The day it comes back, `YYYY-MM-DD`. */
  due: string
  /** The day it was answered. */
  answered: string
}

/** The questions to be reviewed, the earliest day first; `minutesEast` is the reader's offset from UTC. */
export function cardsOf(activities: readonly Activity[], minutesEast: number): Card[] {
  const cards = new Map<string, Card>()
  for (const one of [...activities].sort(inOrder)) {
    if (one.verb !== 'answered') continue
    const key = `${one.page} ${one.question}`
    const next = answer(cards.get(key), one, minutesEast)
    if (next) cards.set(key, next)
    else cards.delete(key)
  }
  return [...cards.values()].sort((a, b) => order(a.due, b.due) || order(a.page, b.page))
}

/** A card answered on a day that has not come yet, by a clock that was ahead, does not wait for it. */
export function isDue(card: Card, today: string): boolean {
  return card.due <= today || card.answered > today
}

/** The card after an answer; undefined when there is nothing to review. */
function answer(
  card: Card | undefined,
  { at, correct, page, title, question, asked }: ActivityOf<'answered'>,
  minutesEast: number,
): Card | undefined {
  const today = dayOf(at, minutesEast)
  const about = { page, title, question, asked, answered: today }
  if (!correct) return { ...about, box: 1, due: dayAfter(today, waits[0]) }
  if (!card || !isDue(card, today)) return card
  const wait = waits[card.box]
  return wait === undefined
    ? undefined
    : { ...about, box: card.box + 1, due: dayAfter(today, wait) }
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
