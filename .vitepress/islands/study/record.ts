import type { Activity, PageReference, PagePlace, Verb } from '../../../src/study/activity.ts'
import { pagesOf } from '../../../src/study/fold.ts'
import { newId, now } from '../storage/identity.ts'
import { StudyStore } from './store.ts'
import { tell } from './tell.ts'

/** The record of this browser: one connection a page, opened at the first use. */
export const study = new StudyStore(
  tell,
  'BroadcastChannel' in globalThis ? new BroadcastChannel('chaotou-study') : undefined,
)

type Without<T> = T extends unknown ? Omit<T, 'id' | 'at' | keyof PageReference> : never
/** What was done, without when and where: `{ verb: 'watched' }`. */
export type Doing = Without<Activity>

/**
 * Record what the reader did on a page, this one unless another is named. It is kept in this browser
 * only and never fails: what cannot be stored is remembered while the page is open. Repeats that say
 * nothing new (watched again, opened again today) are left out.
 *
 *     void record({ verb: 'watched' })   // the film was seen to its end
 */
export async function record(
  doing: Doing,
  {
    on = pageHere(),
    isNews = isNewsBeside(doing.verb),
  }: { on?: PageReference; isNews?: ((known: Activity[]) => boolean) | undefined } = {},
): Promise<void> {
  if (!on) return
  const { page, title, kind } = on
  await study.add({ ...doing, id: newId(), at: now(), page, title, kind }, isNews)
}

/**
 * Keep where the reader is, to go on from there: how far from 0 to 1, of a film also its seconds; and
 * how it was attended to.
 */
export async function keepPlace(
  { portion, seconds, spent, seen }: Pick<PagePlace, 'portion' | 'seconds' | 'spent' | 'seen'>,
  on: PageReference | undefined = pageHere(),
): Promise<void> {
  if (!on) return
  const { page, title, kind } = on
  await study.keepPlace({
    page,
    title,
    kind,
    at: now(),
    portion,
    ...(seconds === undefined ? {} : { seconds }),
    ...(spent === undefined ? {} : { spent: Math.round(spent) }),
    ...(seen === undefined ? {} : { seen }),
  })
}

/** Where the reader was on this page, if ever. */
export async function placeHere(): Promise<PagePlace | undefined> {
  const here = pageHere()
  return here && study.placeOf(here.page)
}

/** The entry this page shows; undefined on lists and other pages that are not studied. */
export function pageHere(): PageReference | undefined {
  const text = document.querySelector<HTMLElement>('[data-island="study"]')?.dataset.props
  // The template writes a `StudyPage` there.
  return text === undefined ? undefined : (JSON.parse(text) as PageReference)
}

/** Undefined for what is kept every time. */
function isNewsBeside(verb: Verb): ((known: Activity[]) => boolean) | undefined {
  if (verb === 'opened')
    return (known) =>
      !known.some((one) => one.verb === verb && one.at.slice(0, 10) === now().slice(0, 10))
  // A test may be passed after the lesson was read with mistakes.
  if (verb === 'passed')
    return (known) => {
      const [state] = pagesOf(known)
      return state?.done ? state.done.how !== 'passed' : !state?.settled
    }
  if (verb === 'read' || verb === 'watched') return (known) => !pagesOf(known)[0]?.done
  return undefined
}
