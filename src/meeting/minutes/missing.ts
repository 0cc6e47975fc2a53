import type { Meeting } from '../meeting.ts'
import { meetingTimes } from './times.ts'

/** A place of the form that is still empty: its field's `id`, and what it is called. */
interface MissingField {
  id: string
  name: string
}

/**
 * What is still to be filled in. Host and minute-taker sign by hand, and what was said may be nothing:
 * they are not asked for.
 */
export function missingFields(meeting: Meeting): MissingField[] {
  const { record = {}, day } = meeting
  const { began, ended } = meetingTimes(meeting)
  const fields: [empty: boolean, id: string, name: string][] = [
    [!meeting.title.trim(), 'mn-title', '会议名称'],
    [!day, 'mn-day', '日期'],
    [!began, 'mn-began', '开始时间'],
    [!ended, 'mn-ended', '结束时间'],
    [!record.place?.trim(), 'mn-place', '地点'],
    [record.expected === undefined, 'mn-expected', '应到人数'],
    [record.present === undefined, 'mn-present', '实到人数'],
    ...(record.votes ?? []).flatMap((vote, index): [boolean, string, string][] => {
      const which = (record.votes?.length ?? 0) > 1 ? `第${index + 1}项` : ''
      const counts = [vote.entitled, vote.present, vote.inFavour, vote.against, vote.abstained]
      return [
        [!vote.matter.trim(), `mn-matter-${index}`, `${which}表决事项`],
        [counts.includes(undefined), `mn-entitled-${index}`, `${which}票数`],
        [!vote.resolution.trim(), `mn-resolution-${index}`, `${which}决议`],
      ]
    }),
  ]
  return fields.flatMap(([empty, id, name]) => (empty ? [{ id, name }] : []))
}

/** How many were away by the two counts; undefined while one is missing. */
export function absentCount({ record }: Pick<Meeting, 'record'>): number | undefined {
  const { expected, present } = record ?? {}
  return expected === undefined || present === undefined ? undefined : expected - present
}

/** What the list of those absent and the counts disagree about; empty when they agree. */
export function absenceAdvice({ record }: Pick<Meeting, 'record'>): string {
  const absent = absentCount({ record })
  const listed = record?.absences?.length ?? 0
  if (absent === undefined || absent === listed) return ''
  if (absent < 0) return '实到比应到还多，请核对。'
  return listed < absent
    ? `缺席${absent}人，名单里写了${listed}人。`
    : `名单里有${listed}人，按人数缺席${absent}人，请核对。`
}
