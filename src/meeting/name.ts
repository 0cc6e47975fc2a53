import type { Meeting } from './meeting.ts'

/** What a meeting is called: `党员大会：底数要清，期限要准`. */
export function nameOf({ title, forms }: Pick<Meeting, 'title' | 'forms'>): string {
  return [forms.join('、'), title].filter(Boolean).join('：') || '支部会议'
}
