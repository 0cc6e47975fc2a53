import type { MeetingRow } from '../meeting.ts'

/** What the pages of a row say of themselves. */
export interface RowMaterial {
  titles: string[]
  /** One a page, as the portal describes it. */
  summaries: string[]
  /** What a discussion asks. */
  questions: string[]
}

export const noMaterial: RowMaterial = { titles: [], summaries: [], questions: [] }

/** What a row is about: its own words, or the titles of its pages. */
export function rowTitle({ title }: Pick<MeetingRow, 'title'>, { titles }: RowMaterial): string {
  return title || titles.join('、')
}

/** A first draft of what is noted of a row, out of what was planned; to be changed by whoever keeps the record. */
function draftPoints(row: MeetingRow, material: RowMaterial): string {
  const { titles, summaries } = material
  switch (row.kind) {
    case '签到':
      return '本人手签，见签到表。'
    case '学习':
      return summaries.join('\n') || row.title
    case '观看':
      return titles.length > 0 ? `观看${titles.map((one) => `《${one}》`).join('')}。` : row.title
    case '自测':
      if (row.contest)
        return titles.length > 0 ? `知识竞赛，题目取自${titles.join('、')}。` : '知识竞赛。'
      return titles.length > 0 ? `自测：${titles.join('、')}。` : row.title
    case '讨论':
      return ''
    default:
      return rowTitle(row, material)
  }
}

/** What is noted of a row: as written, or the draft. */
export function pointsOf(row: MeetingRow, material: RowMaterial): string {
  return row.points ?? draftPoints(row, material)
}

/** Questions a row of talk is about: the branch's own, or those of its pages. */
export function questionsOf(row: MeetingRow, material: RowMaterial): string[] {
  return row.kind === '讨论' ? (row.questions ?? material.questions) : []
}
