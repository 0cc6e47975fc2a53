import type { StudyPage } from '../../../src/pages/study.ts'
import { pagesOf } from '../../../src/study/fold.ts'
import { doneWhen, isAttempted, isPassed } from '../../../src/study/progress.ts'
import type { MissingRequirement } from '../../../src/study/progress.ts'
import { questionsIn } from './fetch-page.ts'
import { record, study } from './record.ts'

/** Milliseconds between two looks at whether the text was read. */
const pace = 1000

/**
 * Mark a page as done once its text was read to the end, and its self-test, when it has one, was
 * gone through; where the end comes into view before that, say what is lacking.
 */
export function markWhenRead(
  here: StudyPage,
  end: HTMLElement,
  lacking: () => 'text' | 'time' | undefined,
  changed: () => void,
): void {
  if (!('IntersectionObserver' in window)) return
  let isAtEnd = false
  const settle = async () => {
    if (!isAtEnd) return
    const what = lacking() ?? (await untested(here))
    if (what) return say(end, here, what)
    clearInterval(timer)
    await markDone(here)
    changed()
  }
  const timer = setInterval(() => void settle(), pace)
  document.addEventListener('chaotou:answered', () => void settle())
  new IntersectionObserver((entries) => {
    if (!entries.some((entry) => entry.isIntersecting)) return
    isAtEnd = true
    void settle()
  }).observe(end)
}

const keysHere = (): string[] => questionsIn(document).map(({ key }) => key)

async function untested({ page, tested }: StudyPage): Promise<'test' | undefined> {
  if (!tested) return undefined
  return isAttempted(keysHere(), await study.activitiesOn(page)) ? undefined : 'test'
}

async function markDone(here: StudyPage): Promise<void> {
  const known = await study.activitiesOn(here.page)
  if (here.tested && isPassed(keysHere(), known)) return record({ verb: 'passed' }, { on: here })
  // Once taken back, the reader's word stands against the scrolling.
  await record({ verb: 'read' }, { on: here, isNews: (known) => !pagesOf(known)[0]?.settled })
}

function say(end: HTMLElement, here: StudyPage, lacking: MissingRequirement): void {
  if (end.classList.contains('is-done')) return
  const words = end.querySelector('[data-study-words]')
  if (words) words.textContent = doneWhen(here, lacking)
}
