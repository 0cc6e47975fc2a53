import type { StudyPage } from '../../../src/pages/study.ts'
import { followReading } from './reading.ts'
import { record } from './record.ts'
import { markRecorded } from './recorded.ts'
import { showStanding } from './standing.ts'

/** Note that the page was opened and how far it is read, and show what is done. */
export function begin(data: unknown): void {
  const here = pageOf(data)
  const show = () => void showStanding(here)
  markRecorded(true)
  void record({ verb: 'opened' }).then(show)
  void followReading(here, show)
  document.addEventListener('chaotou:studied', show)
}

/** Do what a button marked `data-study` says. */
export async function act(button: HTMLElement, data: unknown): Promise<void> {
  const here = pageOf(data)
  const pressed = button.getAttribute('aria-pressed') === 'true'
  if (button.dataset.study === 'done') await record({ verb: pressed ? 'unread' : 'read' })
  if (button.dataset.study === 'bookmark')
    await record({ verb: pressed ? 'unbookmarked' : 'bookmarked' })
  await showStanding(here)
}

function pageOf(data: unknown): StudyPage {
  // The template wrote a `StudyPage` there.
  return data as StudyPage
}
