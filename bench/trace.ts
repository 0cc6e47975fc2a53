/** Reads Chromium's traces. */

interface TraceEvent {
  name: string
  tid: number
  pid: number
  /** Microseconds on the clock of the whole trace. */
  ts: number
  /** Microseconds of the thread's processor time. */
  tdur?: number
  args?: { name?: string }
}

/** What a thread did without a break. */
interface Task {
  /** Microseconds on the clock of the whole trace. */
  at: number
  /** Processor time. */
  milliseconds: number
}

export function eventsOf(trace: Buffer): TraceEvent[] {
  // Chromium wrote it in its trace format.
  return (JSON.parse(trace.toString()) as { traceEvents: TraceEvent[] }).traceEvents
}

/** The tasks of the threads so named. */
export function tasksOf(events: readonly TraceEvent[], thread: string): Task[] {
  const of = ({ pid, tid }: TraceEvent): string => `${pid}/${tid}`
  const named = events.filter(
    ({ name, args }) => name === 'thread_name' && args?.name?.includes(thread),
  )
  const threads = new Set(named.map(of))
  return events
    .filter((event) => event.name.endsWith('RunTask') && threads.has(of(event)))
    .map(({ ts, tdur = 0 }) => ({ at: ts, milliseconds: tdur / 1000 }))
}

/** When something so named last happened, on the clock of the whole trace. */
export function lastMoment(events: readonly TraceEvent[], name: string): number {
  return Math.max(...events.filter((event) => event.name === name).map(({ ts }) => ts))
}
