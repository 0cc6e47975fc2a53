import { deckOf } from '../../../../src/meeting/deck/deck-of.ts'
import { shownMeeting } from '../../../../src/meeting/deck/own-meeting.ts'
import { newRun, resumedRun } from '../../../../src/meeting/deck/run.ts'
import type { Run } from '../../../../src/meeting/deck/run.ts'
import type { Deck } from '../../../../src/meeting/deck/slide.ts'
import { stageData } from '../../../../src/meeting/deck/stage-data.ts'
import type { StageData } from '../../../../src/meeting/deck/stage-data.ts'
import { lessonsFor, writeContestAddress } from '../../../../src/meeting/contest/address.ts'
import type { MeetingPlan, MeetingRow } from '../../../../src/meeting/meeting.ts'
import { nameOf } from '../../../../src/meeting/name.ts'
import { spanOf, visitsOf } from '../../../../src/meeting/real-times.ts'
import type { RowHint } from '../../../../src/pages/meeting-rules.ts'
import { keptRun } from './kept-run.ts'
import { loadMaterials } from './materials.ts'
import type { LoadedMaterials } from './materials.ts'
import { agendaAt, timesKeeper } from './own-agenda.ts'
import type { OwnAgenda } from './own-agenda.ts'
import type { StartScreen } from './start-screen.ts'
import type { StageOptions } from './stage.ts'
import { isHostWindow, plainFragment, showingOf } from './wire.ts'

/** What the projector needs to show a branch's own agenda. */
export interface AgendaPlace {
  base: string
  hints: readonly RowHint[]
}

export interface ShownDeck {
  deck: Deck
  options: Omit<StageOptions, 'deck' | 'stage'>
}

/** The deck of the meeting the address names; undefined when there is none, which was then said. */
export async function ownDeck(
  place: AgendaPlace,
  start: StartScreen,
): Promise<ShownDeck | undefined> {
  const own = await agendaAt(plainFragment(location))
  if ('fault' in own) return without(own.fault, place, start)
  const { meeting } = own
  if (meeting.rows.length === 0) return without('这次会还没有排议程。', place, start)
  const deck = deckOf(
    shownMeeting(meeting, {
      materials: await materialsOf(meeting, place, start),
      basisOf: (kind) => place.hints.filter((hint) => hint.kind === kind).map(({ cite }) => cite),
      contestOf: (row) => contestAt(place.base, own, row),
      record: `${place.base}minutes.html#id=${meeting.id}`,
    }),
  )
  return { deck, options: await optionsOf(own, stageData(deck), place, start) }
}

function without(fault: string, { base }: AgendaPlace, start: StartScreen): undefined {
  start.say(fault)
  start.offer(
    { href: `${base}pack.html`, text: '去排议程' },
    { href: `${base}meetings.html`, text: '支部的一年' },
  )
}

/** The pages of the rows, asked for again as long as somebody wants that. */
async function materialsOf(
  { rows }: MeetingPlan,
  { base }: AgendaPlace,
  start: StartScreen,
): Promise<LoadedMaterials['materials']> {
  const pages = rows.flatMap((row) => row.pages)
  for (;;) {
    const { materials, missing } = await loadMaterials(base, pages, (done, of) =>
      start.say(`正在取材料，取到${done}份，共${of}份。`),
    )
    if (missing.length === 0 || isHostWindow(location)) return materials
    const answer = await start.ask(
      `有${missing.length}份材料现在取不到，可能没有联网，也可能已改名或下线：${missing.join('，')}。照样放，这几项只放题目。`,
      { again: '再取一次', go: '照样放' },
    )
    if (answer === 'go') return materials
  }
}

async function optionsOf(
  own: OwnAgenda,
  stage: StageData,
  { base }: AgendaPlace,
  start: StartScreen,
): Promise<ShownDeck['options']> {
  const { meeting, isShared } = own
  const ids = meeting.rows.map(({ id }) => id)
  const run = await runOf(meeting, stage, start)
  return {
    back: isShared
      ? `${base}pack.html${plainFragment(location)}`
      : `${base}pack.html#id=${meeting.id}`,
    timed: timesKeeper(own, { ids, stage }),
    contest: (row) => playContest(base, meeting, meeting.rows[row]),
    ...(run ? { run } : {}),
  }
}

/** Of a meeting that was shown before in another tab: the host says whether this is the same sitting. */
async function runOf(
  meeting: MeetingPlan,
  stage: StageData,
  start: StartScreen,
): Promise<Run | undefined> {
  const rows: readonly MeetingRow[] = meeting.rows
  const before = spanOf(rows)
  if (!before || isHostWindow(location) || keptRun(showingOf(location), stage)) return undefined
  const answer = await start.ask(
    `这次会放映过，记下的时间是${before.began}至${before.ended}。从头放，时间重新记。`,
    { anew: '从头放', on: '接着放' },
  )
  const dark = document.documentElement.dataset.theme === 'dark'
  const now = Date.now()
  return answer === 'on'
    ? resumedRun(stage, visitsOf(rows, now), { dark, now })
    : newRun(stage, dark)
}

/** Where a row's contest stands on its own page: the fallback of what opens over the slides. */
function contestAt(base: string, { meeting, isShared }: OwnAgenda, row: MeetingRow): string {
  const start = startOf(meeting, row)
  const fragment = isShared ? writeContestAddress(start) : `id=${meeting.id}&row=${row.id}`
  return `${base}contest.html#${fragment}`
}

function startOf(meeting: MeetingPlan, row: MeetingRow) {
  const { minutes } = row
  return { title: nameOf(meeting).slice(0, 60), minutes, pages: lessonsFor(meeting.rows, row) }
}

async function playContest(
  base: string,
  meeting: MeetingPlan,
  row: MeetingRow | undefined,
): Promise<void> {
  if (!row) return
  const [{ openContest }, { noteContest }] = await Promise.all([
    import('../contest/open.ts'),
    import('../contest/of-meeting.ts'),
  ])
  await openContest({
    ...{ base, start: startOf(meeting, row), onLeft: () => undefined },
    onPlayed: (questions, teams) =>
      void noteContest({ id: meeting.id, row: row.id }, questions, teams),
  })
}
