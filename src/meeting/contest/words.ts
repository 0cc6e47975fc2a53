import type { Standing } from './play.ts'
import { ranking } from './ranking.ts'

const numerals = '零一两三四五六七八九十'

/** `两队`, `三队`: how many, not which. */
function teamCount(count: number): string {
  return `${numerals[count] ?? count}队`
}

/** What a score changed by: `加10分`, `减20分`, `不扣分`. */
export function changeWords(change: number): string {
  if (change === 0) return '不扣分'
  return `${change > 0 ? '加' : '减'}${Math.abs(change)}分`
}

/** A score as it is read: a minus sign, not a hyphen. */
export function scoreText(score: number): string {
  return String(score).replace('-', '−')
}

/** How the contest stands, as one sentence for whoever does not see the screen. */
export function spoken(
  now: Standing,
  { names, keys }: { names: readonly string[]; keys: readonly string[] },
): string {
  const name = (team: number | undefined) => names[team ?? 0] ?? ''
  const number = `第${now.question + 1}题`
  if (now.phase === 'final') return finalWords(now, names)
  if (now.phase === 'stake') return `${number}，风险题，${name(now.team)}选分值`
  if (now.phase === 'open') return openWords(now, number, names)
  if (now.phase === 'verdict') return verdictWords(now, names)
  if (now.turn.team !== undefined) return `${number}，${name(now.team)}答`
  const others = now.scores.length - 1
  return `${name(now.team)}按${keys[now.team ?? 0] ?? ''}抢到，其余${teamCount(others)}已锁定`
}

function openWords(
  { turn, locked, scores, answers, question, tied }: Standing,
  number: string,
  names: readonly string[],
): string {
  const last = answers[question]?.at(-1)
  if (last) {
    const left = scores.length - locked.length
    return `${names[last.team] ?? ''}答错，${changeWords(last.change)}，还有${teamCount(left)}可以抢`
  }
  if (turn.round === '加赛') return `${listed(tied, names)}同分，加赛一题，请抢答`
  return `${number}，抢答，请各队抢答`
}

function verdictWords(now: Standing, names: readonly string[]): string {
  const last = now.answers[now.question]?.at(-1)
  if (!last) return '没有队抢答，看答案'
  const name = names[last.team] ?? ''
  if (now.winner !== undefined) return `${name}加赛答对，胜出`
  if (now.turn.round === '加赛') return `${name}答错，加赛没有分出胜负`
  const score = scoreText(now.scores[last.team] ?? 0)
  return `${name}答${last.right ? '对' : '错'}，${changeWords(last.change)}，现在${score}分`
}

function finalWords(now: Standing, names: readonly string[]): string {
  return `比赛结束，${headline(now, names)}`
}

/** Who won: `三队加赛胜出`, `一队胜出`, `一队、三队并列第一`. */
export function headline(now: Standing, names: readonly string[]): string {
  const first = ranking(now).filter(({ place }) => place === 1)
  const who = listed(
    first.map(({ team }) => team),
    names,
  )
  if (first.length > 1) return `${who}并列第一`
  return `${who}${now.winner === undefined ? '' : '加赛'}胜出`
}

function listed(teams: readonly number[], names: readonly string[]): string {
  return teams.map((team) => names[team] ?? '').join('、')
}

/** What a contest was, for the record of the meeting: nobody's name and no score. */
export function contestNote(questions: number, teams: number): string {
  return `知识竞赛${questions}题，${teamCount(teams)}参加，结果见附件。`
}

/** What is noted of a row after a contest: what somebody wrote stays, an earlier contest's line does not. */
export function withContestNote(points: string | undefined, note: string): string {
  const lines = (points ?? '').split('\n')
  const others = lines.filter((line) => line !== '' && !/^知识竞赛\d+题，.+参加，/u.test(line))
  return [...others, note].join('\n')
}
