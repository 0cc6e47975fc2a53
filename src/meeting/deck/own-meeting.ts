import { chineseDay } from '../../formats/chinese-day.ts'
import type { MeetingPlan, MeetingRow } from '../meeting.ts'
import { titleOfPages } from '../row-title.ts'
import type { ShownMeeting } from './deck-of.ts'
import type { Material } from './material.ts'
import type { ShownRow } from './row-slides.ts'
import type { SlideSource } from './slide.ts'

/** What a branch's own agenda is shown with. */
interface Surroundings {
  /** What could be had of its pages; a row whose pages are missing is shown by its words. */
  materials: ReadonlyMap<string, Material>
  /** What 重温誓词 and 表决 rest on. */
  basisOf: (kind: MeetingRow['kind']) => SlideSource[]
  /** Where a row is played as a contest. */
  contestOf: (row: MeetingRow) => string
  /** Where it is written down what happened. */
  record?: string
}

/** A branch's own agenda, row by row, as what its slides are made from. */
export function shownMeeting(meeting: MeetingPlan, around: Surroundings): ShownMeeting {
  const { title, forms, day } = meeting
  const form = forms.join('、')
  const kicker = [form || '支部会议', ...(day ? [chineseDay(day)] : [])].join('，')
  return {
    ...{ title: title || form || '支部会议', kicker, audience: form },
    rows: meeting.rows.map((row) => shownRow(row, around)),
    ...(around.record ? { record: around.record } : {}),
  }
}

function shownRow(row: MeetingRow, { materials, basisOf, contestOf }: Surroundings): ShownRow {
  const { kind, minutes, pages, host, note, questions, quiz } = row
  const found = pages.flatMap((page) => materials.get(page) ?? [])
  const titles = found.map(({ title, word }) => ({ title, isPack: word === '学习包' }))
  return {
    ...{ kind, minutes, title: row.title || titleOfPages(titles) },
    // A ready pack among a row's pages is there for its questions only.
    materials: kind === '讨论' ? found : found.filter(({ word }) => word !== '学习包'),
    basis: basisOf(kind),
    ...(host ? { host } : {}),
    ...(note ? { note } : {}),
    ...(questions ? { questions: questions.map((text) => ({ text, sources: [] })) } : {}),
    ...(quiz === undefined ? {} : { quiz }),
    ...(row.contest && kind === '自测' ? { contest: contestOf(row) } : {}),
  }
}
