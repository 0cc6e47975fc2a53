import type { StudyPage } from '../../../src/pages/study.ts'
import { kindOf } from '../../../src/study/address.ts'
import type { PageState } from '../../../src/study/fold.ts'
import { pagesOf } from '../../../src/study/fold.ts'
import { doneWhen, doneWords, progressOf } from '../../../src/study/progress.ts'
import type { Standing } from '../../../src/study/progress.ts'
import { pageIn } from '../../../src/study/pack.ts'
import { readDraft } from './pack-draft.ts'
import { study } from './record.ts'

/** Write into the page what the record says of it: done or not, kept or not, how far in the course. */
export async function showStanding(here: StudyPage): Promise<void> {
  const [state] = pagesOf(await study.activitiesOn(here.page))
  for (const button of document.querySelectorAll<HTMLElement>('[data-study="done"]'))
    showDone(button, here, state)
  for (const button of document.querySelectorAll<HTMLElement>('[data-study="bookmark"]')) {
    press(button, Boolean(state?.bookmarked), state?.bookmarked ? '已收藏' : '收藏')
  }
  const { items } = readDraft()
  const parts = (here.parts ?? [here]).map(({ page }) => page)
  const isIn = parts.every((page) => items.some((item) => pageIn(item) === page))
  for (const button of document.querySelectorAll<HTMLElement>('[data-study="pack"]'))
    press(button, isIn, isIn ? '已在议程' : '加入议程')
  await showLists()
}

function press(button: HTMLElement, isPressed: boolean, words: string): void {
  button.setAttribute('aria-pressed', String(isPressed))
  const label = button.querySelector('span')
  if (label) label.textContent = words
}

function showDone(button: HTMLElement, here: StudyPage, state: PageState | undefined): void {
  const word = doneWords[here.kind]
  button.setAttribute('aria-pressed', String(Boolean(state?.done)))
  button.textContent = state?.done ? '撤销' : `记为${word}`
  const words = button.parentElement?.querySelector('[data-study-words]')
  if (words) words.textContent = state?.done ? `${word}，记在这台设备上。` : doneWhen(here)
  button.parentElement?.classList.toggle('is-done', Boolean(state?.done))
}

/** Every ordered list of pages on this page: its items' standing, and the tide line that sums it up. */
async function showLists(): Promise<void> {
  for (const list of document.querySelectorAll<HTMLElement>('[data-study-list]')) {
    const items = [...list.querySelectorAll<HTMLElement>('[data-study-page]')]
    const pages = items.map((item) => item.dataset.studyPage ?? '')
    const known = await Promise.all([...new Set(pages)].map((page) => study.activitiesOn(page)))
    const progress = progressOf(pages, pagesOf(known.flat()))
    const unit = list.dataset.studyUnit ?? '课'
    for (const [index, item] of items.entries())
      showItem(item, progress.standings[index] ?? 'ahead')
    for (const line of document.querySelectorAll<HTMLElement>('[data-study-progress]')) {
      line.style.setProperty('--p', String(pages.length > 0 ? progress.done / pages.length : 0))
      line.setAttribute('aria-label', `已学${progress.done}${unit}，共${pages.length}${unit}`)
    }
    for (const count of document.querySelectorAll('[data-study-count]'))
      count.textContent = `已学${progress.done}${unit}`
    const go = document.querySelector<HTMLAnchorElement>('[data-study-go]')
    const next = items[progress.next ?? -1]?.querySelector('a')
    if (go && next && progress.started) {
      go.href = next.href
      go.textContent = `继续第${(progress.next ?? 0) + 1}课`
    }
  }
}

function showItem(item: HTMLElement, standing: Standing): void {
  item.classList.toggle('lesson--done', standing === 'done')
  item.classList.toggle('lesson--now', standing === 'here' || standing === 'next')
  const label = item.querySelector<HTMLElement>('.st')
  if (!label) return
  label.dataset.plain ??= label.textContent ?? ''
  label.textContent = wordsOf(standing, item.dataset.studyPage ?? '') ?? label.dataset.plain
}

/** What is said of a page in a list; nothing of one that was not begun. */
function wordsOf(standing: Standing, page: string): string | undefined {
  if (standing === 'done') return doneWords[kindOf(page)]
  return standing === 'here' ? '学到这里' : undefined
}
