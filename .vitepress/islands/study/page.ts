import type { StudyPage } from '../../../src/pages/study.ts'
import { watchNotes } from './notes/watch.ts'
import { pageIn } from '../../../src/study/pack.ts'
import { readDraft, toggled, writeDraft } from './pack-draft.ts'
import { followReading } from './reading.ts'
import { record } from './record.ts'
import { markRecorded } from './recorded.ts'
import { showStanding } from './standing.ts'
import { toast } from './toast.ts'

/** Note that the page was opened and how far it is read, and show what is done. */
export function begin(data: unknown): void {
  const here = pageOf(data)
  const show = () => void showStanding(here)
  markRecorded(true)
  void record({ verb: 'opened' }).then(show)
  void followReading(here, show)
  document.addEventListener('chaotou:studied', show)
  watchNotes(here)
}

/** Do what a button marked `data-study` says. */
export async function act(button: HTMLElement, data: unknown): Promise<void> {
  const here = pageOf(data)
  const pressed = button.getAttribute('aria-pressed') === 'true'
  if (button.dataset.study === 'done') await record({ verb: pressed ? 'unread' : 'read' })
  if (button.dataset.study === 'bookmark')
    await record({ verb: pressed ? 'unbookmarked' : 'bookmarked' })
  if (button.dataset.study === 'pack') addToPack(here)
  if (button.dataset.study === 'note') await (await import('./notes/write.ts')).writeNote(here)
  await showStanding(here)
}

function addToPack(here: StudyPage): void {
  const items = here.parts ?? [{ page: here.page, minutes: here.minutes }]
  const pack = toggled(readDraft(), items)
  const kept = writeDraft(pack)
  const isIn = items.every(({ page }) => pack.items.some((item) => pageIn(item) === page))
  if (!kept) return void toast('这个浏览器不让网页保存，议程留不住。可以直接打印这一页。')
  const words = isIn ? `已加入议程，共${pack.items.length}项。` : '已移出议程。'
  toast(words, [{ text: '打开议程', act: () => location.assign(`${here.base}pack.html`) }])
}

function pageOf(data: unknown): StudyPage {
  // The template wrote a `StudyPage` there.
  return data as StudyPage
}
