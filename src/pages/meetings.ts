import type { Library } from '../content/library.ts'
import type { YearRule } from '../meeting/year.ts'
import type { Link } from './links.ts'
import { yearRules, yearSource } from './meeting-rules.ts'

/** What the page of the branch's year is given. */
export interface MeetingsView {
  base: string
  rules: YearRule[]
  source?: Link
}

export function meetingsView(library: Library): MeetingsView {
  const source = yearSource(library)
  return {
    base: library.site.base,
    rules: yearRules(library),
    ...(source ? { source } : {}),
  }
}
