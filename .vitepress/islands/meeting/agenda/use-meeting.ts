import { computed, onMounted, shallowRef, watch } from 'vue'
import { withRecorded } from '../../../../src/meeting/agenda.ts'
import { readMeetingAddress, writeMeetingAddress } from '../../../../src/meeting/address.ts'
import { draftOf, rowsAfterDraft } from '../../../../src/meeting/draft.ts'
import { planOfPack } from '../../../../src/meeting/from-pack.ts'
import type { Meeting, MeetingPlan, MeetingRow } from '../../../../src/meeting/meeting.ts'
import { newId, now } from '../../storage/identity.ts'
import { readDraft, writeDraft } from '../../study/pack-draft.ts'
import { rowOf } from '../../study/pack/rows.ts'
import { meetings } from '../meetings.ts'
import { emptyPlan, planFrom } from './begin.ts'
import { useEntries } from './entries.ts'

/** The meeting on the screen: one of this browser's, or the one an address carries. */
export function useMeeting(base: string) {
  const meeting = shallowRef<Meeting>()
  /** Came by a link, and is not kept here until its reader says so. */
  const shared = shallowRef(false)
  /** This browser has the meeting of the link already. */
  const known = shallowRef(false)
  const fault = shallowRef('')
  const others = shallowRef<Meeting[]>([])
  const opened = shallowRef(false)
  /** What is changed here will be there on the page that shows it. */
  const lasts = shallowRef(true)
  const { entries, load } = useEntries(base)
  const pages = computed(() => meeting.value?.rows.flatMap((row) => row.pages) ?? [])
  watch(pages, (list) => void load(list))

  function show(one: Meeting | undefined): void {
    meeting.value = one
    if (one) writeDraft({ ...draftOf(one), meeting: one.id })
    void meetings.all().then((all) => (others.value = all.filter(({ id }) => id !== one?.id)))
  }

  /** Change the meeting here at once and in the store after; of a shared one nothing is kept. */
  function change(parts: (before: Meeting) => Meeting): void {
    if (!meeting.value || shared.value) return
    meeting.value = parts(meeting.value)
    writeDraft({ ...draftOf(meeting.value), meeting: meeting.value.id })
    const { id } = meeting.value
    void meetings.change(id, parts).then(() => (lasts.value = meetings.lasts(id)))
  }

  /** The projector, the record and other tabs write into the same meeting. */
  async function refresh(): Promise<void> {
    if (!meeting.value || shared.value) return
    meeting.value = (await meetings.get(meeting.value.id)) ?? meeting.value
  }

  async function keep(plan: MeetingPlan): Promise<void> {
    shared.value = false
    fault.value = ''
    const kept = await meetings.put(plan)
    lasts.value = meetings.lasts(kept.id)
    show(kept)
  }

  /** Make a new meeting from a ready pack or a topic, or from nothing. */
  async function begin(page?: string): Promise<void> {
    try {
      await keep(page === undefined ? emptyPlan() : await planFrom(base, page))
    } catch {
      fault.value = '这一份现在取不到，可能没有联网，也可能已改名或下线。'
    }
  }

  /** A ready pack that was begun before is opened again, not begun twice. */
  async function beginOnce(page: string): Promise<void> {
    const before = (await meetings.all()).filter((one) => one.from === page && !one.held)
    const [latest] = before.sort((a, b) => (a.at < b.at ? 1 : -1))
    if (latest) show(latest)
    else await begin(page)
  }

  async function open(): Promise<void> {
    const fragment = location.hash
    await takeDraft()
    const arrived = readMeetingAddress(fragment, newId)
    const [, from] = /^#from=([a-z0-9/-]+)$/.exec(fragment) ?? []
    const [, id] = /^#id=([0-9a-f-]{36})$/.exec(fragment) ?? []
    if (arrived && 'fault' in arrived) fault.value = arrived.fault
    else if (arrived) return offer(arrived, fragment.startsWith('#start='))
    if (fragment) history.replaceState(null, '', location.pathname)
    if (from) return beginOnce(`/${from}`)
    if (fragment === '#new') return begin()
    await openKept(id)
  }

  async function offer(plan: MeetingPlan, isStart: boolean): Promise<void> {
    if (isStart) {
      history.replaceState(null, '', location.pathname)
      return keep(plan)
    }
    known.value = (await meetings.get(plan.id)) !== undefined
    shared.value = true
    meeting.value = { ...plan, at: now() }
  }

  /**
   * What was put into the draft on the entries' pages goes into the meeting it mirrors, or becomes one:
   * before another meeting is shown, which takes the draft's place.
   */
  async function takeDraft(): Promise<void> {
    const draft = readDraft()
    const one = await meetings.get(draft.meeting ?? '')
    if (one) {
      const rows = rowsAfterDraft(one.rows, draft)
      if (JSON.stringify(rows) === JSON.stringify(one.rows)) return
      await meetings.change(one.id, (before) => ({
        ...before,
        rows: rowsAfterDraft(before.rows, draft),
      }))
    } else if (draft.items.length > 0) {
      const { id } = await meetings.put(planOfPack(draft, newId()))
      writeDraft({ ...draft, meeting: id })
    }
  }

  /** The meeting named, or the one at work on last. */
  async function openKept(id = readDraft().meeting): Promise<void> {
    show(id === undefined ? undefined : await meetings.get(id))
  }

  onMounted(() => {
    void open().then(() => (opened.value = true))
    meetings.whenChanged(() => void refresh())
    // A page that the browser kept while another wrote.
    window.addEventListener('pageshow', ({ persisted }) => persisted && void refresh())
  })
  return {
    meeting,
    shared,
    known,
    fault,
    others,
    entries,
    change,
    begin,
    setRows: (rows: MeetingRow[]) =>
      change((before) => ({ ...before, rows: withRecorded(rows, before.rows) })),
    /** Keep the plan a link brought; what was written down of it here stays. */
    adopt: () => meeting.value && keep(meeting.value),
    /** The copy this browser had before the link. */
    openOwn: () => {
      shared.value = false
      history.replaceState(null, '', location.pathname)
      return openKept(meeting.value?.id)
    },
    rows: computed(() => meeting.value?.rows.map((row) => rowOf(row, entries.value)) ?? []),
    ready: computed(() => opened.value && pages.value.every((page) => entries.value.has(page))),
    address: computed(() =>
      meeting.value
        ? `${location.href.replace(/#.*$/, '')}#${writeMeetingAddress(meeting.value)}`
        : '',
    ),
    /** Where it is shown: by its name where the browser keeps it, else the whole plan goes along. */
    projector: computed(() => {
      if (!meeting.value) return ''
      const isKept = lasts.value && !shared.value
      const named = isKept ? `id=${meeting.value.id}` : writeMeetingAddress(meeting.value)
      return `${base}slides.html#${named}`
    }),
  }
}
export type MeetingInHand = ReturnType<typeof useMeeting>
