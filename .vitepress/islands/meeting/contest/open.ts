import { createApp } from 'vue'
import type { ContestStart } from '../../../../src/meeting/contest/address.ts'
import { closeModal, openModal } from '../../modal.ts'
import { loadStyleSheet } from '../../style-sheet.ts'
import sheet from '../../../theme/styles/contest.css?url&no-inline'
import ContestRoom from './ContestRoom.vue'

export interface ContestOptions {
  base: string
  start: ContestStart
  /** The contest was left, at its end or before. */
  onLeft: () => void
  /** It was played to its end: so many questions by so many teams. */
  onPlayed?: (questions: number, teams: number) => void
}

/** Open a contest in front of the page, such as over slides; what was below is as it was after it. */
export async function openContest({
  base,
  start,
  onLeft,
  onPlayed,
}: ContestOptions): Promise<void> {
  await loadStyleSheet(sheet)
  const dialog = document.createElement('dialog')
  dialog.className = 'ct-over'
  dialog.setAttribute('aria-label', '知识竞赛')
  document.body.append(dialog)
  const app = createApp(ContestRoom, { base, start, leave: () => closeModal(dialog), onPlayed })
  app.mount(dialog)
  dialog.addEventListener('close', (event) => {
    // The room of the contest is a dialog inside this one.
    if (event.target !== dialog) return
    app.unmount()
    dialog.remove()
    onLeft()
  })
  openModal(dialog)
}
