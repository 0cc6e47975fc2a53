import type { Activity } from '../../../src/study/activity.ts'
import { addressOf } from '../../../src/study/address.ts'
import { pagesOf } from '../../../src/study/fold.ts'
import { progressOf } from '../../../src/study/progress.ts'
import { fetchPage } from './fetch-page.ts'
import { lastOf } from './last.ts'
import { study } from './record.ts'

/** Put the reader's next step where the first one stands. */
export async function showNextStep(root: HTMLElement, base: string): Promise<void> {
  const course = await latestCourse()
  if (!course) return
  const page = await fetchPage(base + addressOf({ page: course, kind: 'course' }))
  const lessons = [...page.querySelectorAll<HTMLElement>('[data-study-page]')]
  const states = pagesOf(await study.activitiesOn(`${course}/`))
  const { next, done, started } = progressOf(
    lessons.map((one) => one.dataset.studyPage ?? ''),
    states,
  )
  if (!started) return
  const put = (name: string, words: string) => {
    const place = root.querySelector(`[data-resume="${name}"]`)
    if (place) place.textContent = words
  }
  const lesson = lessons[next ?? -1]
  const title = page.querySelector('h1')?.textContent ?? ''
  put('head', next === undefined ? '这门课学完了' : '接着学')
  put(
    'title',
    lesson ? `第${(next ?? 0) + 1}课 ${lesson.querySelector('a')?.textContent?.trim()}` : title,
  )
  put('meta', `已学${done}课，共${lessons.length}课`)
  const go = root.querySelector<HTMLAnchorElement>('a')
  const href = lesson?.querySelector('a')?.getAttribute('href')
  if (go) go.href = href ? `${href}#resume` : `${base}training/index.html`
}

/** The course something was done in last. */
async function latestCourse(): Promise<string | undefined> {
  return study.read(async (database) => {
    const { store } = database.transaction('activities')
    const isLesson = ({ kind }: Activity) => kind === 'lesson'
    const lesson = await lastOf(store, isLesson)
    return lesson?.page.slice(0, lesson.page.lastIndexOf('/'))
  })
}
