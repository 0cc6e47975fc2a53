import type { Vote } from '../record.ts'

/** What a vote comes to, in a sentence; `open` while numbers are missing or do not agree. */
interface VoteOutcome {
  state: 'passed' | 'failed' | 'open'
  words: string
}

type Counts = Pick<Vote, 'entitled' | 'present' | 'inFavour' | 'against' | 'abstained'>

/**
 * Those in favour are held against half of all who should have come and may vote, never of those who
 * came. Source: 《中国共产党支部工作条例（试行）》第十一条.
 */
export function voteOutcome(vote: Counts): VoteOutcome {
  const { entitled, present, inFavour } = vote
  if (entitled === undefined || present === undefined || inFavour === undefined)
    return { state: 'open', words: '' }
  const fault = countFault({ ...vote, entitled, present, inFavour })
  if (fault) return { state: 'open', words: fault }
  if (present * 2 < entitled)
    return { state: 'failed', words: `到会${present}人，不到应到会${entitled}人的半数，不能表决` }
  const came = '到会过半；'
  return inFavour * 2 > entitled
    ? { state: 'passed', words: `${came}赞成${inFavour}票，超过应到会${entitled}人的一半` }
    : { state: 'failed', words: `赞成${inFavour}票，没有过应到会${entitled}人的一半，不通过` }
}

function countFault(
  vote: Counts & { entitled: number; present: number; inFavour: number },
): string {
  const { entitled, present, inFavour, against, abstained } = vote
  if (present > entitled) return '实到比应到会还多，请核对'
  const cast = inFavour + (against ?? 0) + (abstained ?? 0)
  if (cast > present) return `赞成、反对、弃权共${cast}，比实到${present}还多，请核对`
  const isWhole = against !== undefined && abstained !== undefined
  return isWhole && cast < present
    ? `赞成、反对、弃权共${cast}，实到${present}，还差${present - cast}，请核对`
    : ''
}

/** The vote as it stands on paper: `应到会有表决权18人，实到16人；赞成15，反对0，弃权1。赞成超过应到会的一半。` */
export function voteSentence(vote: Counts): string {
  const { entitled, present, inFavour, against, abstained } = vote
  if ([entitled, present, inFavour, against, abstained].every((one) => one === undefined)) return ''
  const number = (count: number | undefined) => count ?? '　　'
  const counted = `应到会有表决权${number(entitled)}人，实到${number(present)}人；赞成${number(inFavour)}，反对${number(against)}，弃权${number(abstained)}。`
  const { state } = voteOutcome(vote)
  if (state === 'open') return counted
  return `${counted}${state === 'passed' ? '赞成超过应到会的一半。' : '没有通过。'}`
}
