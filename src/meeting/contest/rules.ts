/** Rounds of a contest in the order they are played. */
export const roundKinds = ['必答', '抢答', '风险题'] as const
export type RoundKind = (typeof roundKinds)[number]

export interface RoundRule {
  on: boolean
  /** Questions: for every team, or in all where teams race for them. */
  count: number
  /** What a right answer is worth; with 风险题 each team chooses one of `stakes`. */
  points: number
  /** Seconds to answer in. */
  seconds: number
}

export interface Rules {
  rounds: Readonly<Record<RoundKind, RoundRule>>
  /** A wrong answer costs its points; with 风险题 it always does. */
  deducts: boolean
  /** Teams that share the first place race for one more question. */
  tieBreak: boolean
}

export const stakes = [10, 20, 30] as const
export const teamLimits = { least: 2, most: 8, name: 8 } as const
export const countLimits: Readonly<Record<RoundKind, { least: number; most: number }>> = {
  必答: { least: 1, most: 5 },
  抢答: { least: 1, most: 20 },
  风险题: { least: 1, most: 3 },
}

export const usualRules: Rules = {
  rounds: {
    必答: { on: true, count: 1, points: 10, seconds: 30 },
    抢答: { on: true, count: 4, points: 10, seconds: 20 },
    风险题: { on: false, count: 1, points: 10, seconds: 40 },
  },
  deducts: false,
  tieBreak: true,
}

/** One question's place in the contest: who answers it, or nobody yet where teams race for it. */
export interface Turn {
  round: RoundKind | '加赛'
  /** From 1, within its round. */
  place: number
  of: number
  team?: number
}

/** The turns of a contest: round by round, and within 必答 and 风险题 team after team. */
export function turnsOf({ rounds }: Rules, teams: number): Turn[] {
  return roundKinds.flatMap((round) => {
    const { on, count } = rounds[round]
    if (!on) return []
    const of = round === '抢答' ? count : count * teams
    return Array.from({ length: of }, (_, index) => ({
      ...{ round, place: index + 1, of },
      ...(round === '抢答' ? {} : { team: index % teams }),
    }))
  })
}

/** Spare questions for ties: more than three in a row would outlast the meeting. */
export const sparesFor = (rules: Rules): number => (rules.tieBreak ? 3 : 0)

/** Minutes a question takes with its answer talked over, by the design's eight in twelve minutes. */
const minutesAQuestion = 1.5

export function minutesFor(questions: number): number {
  return Math.ceil(questions * minutesAQuestion)
}
