import { createApp } from 'vue'
import { readContestAddress } from '../../../../src/meeting/contest/address.ts'
import type { ContestView } from '../../../../src/pages/contest.ts'
import { loadStyleSheet } from '../../style-sheet.ts'
import ContestRoom from './ContestRoom.vue'
import { meetingAt, noteContest } from './of-meeting.ts'
import { startOfDraft } from './start.ts'
import sheet from '../../../theme/styles/contest.css?url&no-inline'

/** 知识竞赛 on its own page. */
export function mount(element: HTMLElement, data: unknown): void {
  // The template wrote a `ContestView` there.
  const { base } = data as ContestView
  void open(element, base)
}

async function open(element: HTMLElement, base: string): Promise<void> {
  await loadStyleSheet(sheet)
  const given = new URLSearchParams(location.hash.slice(1))
  const meeting = await meetingAt(given)
  const start = meeting?.start ?? readContestAddress(location.hash) ?? startOfDraft()
  const onPlayed = (questions: number, teams: number) => {
    if (meeting) void noteContest(meeting, questions, teams)
  }
  createApp(ContestRoom, { base, start, onPlayed }).mount(element)
}
