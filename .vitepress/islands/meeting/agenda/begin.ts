import { nearestLength, planOfPack } from '../../../../src/meeting/from-pack.ts'
import type { MeetingPlan } from '../../../../src/meeting/meeting.ts'
import { rowKind } from '../../../../src/study/pack.ts'
import type { StudyPage } from '../../../../src/pages/study.ts'
import { newId } from '../../storage/identity.ts'
import { fetchPage, propsOf } from '../../study/fetch-page.ts'
import type { ReadyPack } from '../../study/pack/ready.ts'

/** A meeting with nothing in it. */
export function emptyPlan(): MeetingPlan {
  return { id: newId(), title: '', forms: [], wanted: 60, rows: [] }
}

/** A meeting made from a ready pack or a topic, as its page holds it; rejects when that is not there. */
export async function planFrom(base: string, page: string): Promise<MeetingPlan> {
  const document = await fetchPage(`${base}${page.slice(1)}.html`)
  const ready = propsOf<ReadyPack>(document, 'readypack')
  if (ready) return { id: newId(), ...ready.plan }
  const study = propsOf<StudyPage>(document, 'study')
  if (!study?.parts) throw new Error(`${page} gives no meeting`)
  // What it has may fill a year: an hour's worth, in its order.
  let total = 0
  const items = study.parts.filter(({ minutes }) => (total += minutes) <= 45)
  const kinds = items.map((item) => ({ ...item, kind: rowKind(item) }))
  const plan = planOfPack({ title: study.title.slice(0, 60), items: kinds }, newId())
  return { ...plan, wanted: nearestLength(60), from: page }
}
