import type { Rules, Turn } from './rules.ts'
import { stakes, turnsOf } from './rules.ts'

/** A contest as it was set up: it does not change while it is played. */
export interface Match {
  rules: Rules
  teams: number
  /** Questions at hand: one for every turn, then those for ties. */
  questions: number
}

/** What the host or a team does. */
export type Move =
  | { kind: 'stake'; points: number }
  | { kind: 'buzz'; team: number }
  | { kind: 'judge'; right: boolean }
  | { kind: 'pass' }
  | { kind: 'next' }

interface Answer {
  team: number
  right: boolean
  change: number
}

/**
 * How a contest stands. `stake`: a team chooses what its question is worth; `open`: teams race;
 * `answering`: one answers; `verdict`: the answer is shown; `final`: it is over.
 */
export interface Standing {
  phase: 'stake' | 'open' | 'answering' | 'verdict' | 'final'
  turn: Turn
  /** Which of the questions at hand is asked. */
  question: number
  /** Who answers now, or gave the answer that was judged. */
  team?: number
  points: number
  /** Teams that may not race for this question. */
  locked: readonly number[]
  scores: readonly number[]
  /** Answers to every question so far, by its number. */
  answers: readonly (readonly Answer[])[]
  /** Teams that race for the first place, and who won it. */
  tied: readonly number[]
  winner?: number
}

/** A contest before its first question is answered; undefined where it has no turn. */
export function begin(match: Match): Standing | undefined {
  const [turn] = turnsOf(match.rules, match.teams)
  const scores = Array.from({ length: match.teams }, () => 0)
  return turn && asked(match, { turn, question: 0, scores, answers: [[]], tied: [] })
}

/** The contest after a move; the same standing where the move cannot be made now. */
export function step(match: Match, now: Standing, move: Move): Standing {
  const { phase } = now
  if (move.kind === 'stake' && phase === 'stake' && stakes.some((one) => one === move.points))
    return { ...now, phase: 'answering', points: move.points }
  if (move.kind === 'buzz' && mayBuzz(now, move.team) && move.team < match.teams)
    return { ...now, phase: 'answering', team: move.team }
  if (move.kind === 'judge' && phase === 'answering') return judged(match, now, move.right)
  if (move.kind === 'pass' && phase === 'open') return { ...now, phase: 'verdict' }
  if (move.kind === 'next' && phase === 'verdict') return following(match, now)
  return now
}

/** The contest after all moves: what is undone is simply not among them. */
export function standingAfter(match: Match, moves: readonly Move[]): Standing | undefined {
  const first = begin(match)
  return first && moves.reduce((now, move) => step(match, now, move), first)
}

export function mayBuzz({ phase, locked }: Standing, team: number): boolean {
  return phase === 'open' && team >= 0 && !locked.includes(team)
}

type Asked = Pick<Standing, 'turn' | 'question' | 'scores' | 'answers' | 'tied'>

function asked({ rules, teams }: Match, next: Asked): Standing {
  const { round, team } = next.turn
  const isRace = round === '抢答' || round === '加赛'
  const all = Array.from({ length: teams }, (_, index) => index)
  return {
    ...next,
    phase: isRace ? 'open' : round === '风险题' ? 'stake' : 'answering',
    points: round === '加赛' ? 0 : rules.rounds[round].points,
    locked: round === '加赛' ? all.filter((one) => !next.tied.includes(one)) : [],
    ...(team === undefined ? {} : { team }),
  }
}

function judged(match: Match, now: Standing, right: boolean): Standing {
  const { team = 0, points, turn, question } = now
  const costs = match.rules.deducts || turn.round === '风险题'
  const change = right ? points : costs && points > 0 ? -points : 0
  const scores = now.scores.map((score, index) => (index === team ? score + change : score))
  const answers = now.answers.map((given, index) =>
    index === question ? [...given, { team, right, change }] : given,
  )
  const after: Standing = { ...now, scores, answers, phase: 'verdict' }
  if (right) return turn.round === '加赛' ? { ...after, winner: team } : after
  if (turn.team !== undefined) return after
  const locked = [...now.locked, team]
  return locked.length < match.teams
    ? { ...released(after), locked, phase: 'open' }
    : { ...after, locked }
}

/** Nobody answers any more. */
function released(now: Standing): Standing {
  const free = { ...now }
  delete free.team
  return free
}

function following(match: Match, now: Standing): Standing {
  const turns = turnsOf(match.rules, match.teams)
  const question = now.question + 1
  const { scores } = now
  const answers = [...now.answers, []]
  const turn = turns[question]
  if (turn) return asked(match, { turn, question, scores, answers, tied: [] })
  const tied = now.winner === undefined ? leaders(scores) : []
  if (match.rules.tieBreak && tied.length > 1 && question < match.questions) {
    const place = question - turns.length + 1
    const extra: Turn = { round: '加赛', place, of: place }
    return asked(match, { turn: extra, question, scores, answers, tied })
  }
  return { ...now, phase: 'final' }
}

/** Teams with the highest score. */
function leaders(scores: readonly number[]): number[] {
  const best = Math.max(...scores)
  return scores.flatMap((score, team) => (score === best ? [team] : []))
}
