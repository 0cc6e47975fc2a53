import type { Standing } from './play.ts'

interface Ranked {
  team: number
  /** From 1; teams with the same score share it, unless a tie was decided. */
  place: number
  score: number
  /** How a tie was decided, or that it was not. */
  note: string
}

/** Teams by their scores; who won the race for the first place stands before those who shared it. */
export function ranking(now: Standing): Ranked[] {
  const { scores, winner } = now
  const ranked = scores.map((score, team) => {
    const better = scores.filter((other) => other > score).length
    const isBeaten = winner !== undefined && winner !== team && now.tied.includes(team)
    return { team, score, place: better + (isBeaten ? 2 : 1) }
  })
  return ranked
    .sort((a, b) => a.place - b.place || a.team - b.team)
    .map((one) => ({ ...one, note: tieNote(now, one.team) || sharedNote(ranked, one.place) }))
}

function tieNote({ tied, winner, answers, question, turn }: Standing, team: number): string {
  if (!tied.includes(team)) return ''
  if (team === winner) return '加赛答对'
  const inRaces = answers.slice(question - turn.place + 1).flat()
  const raced = inRaces.some((answer) => answer.team === team)
  return raced ? '同分，加赛答错' : '同分，加赛没抢到'
}

function sharedNote(ranked: readonly { place: number }[], place: number): string {
  return ranked.filter((one) => one.place === place).length > 1 ? '同分' : ''
}
