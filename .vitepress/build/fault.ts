import { ChangedMeanwhile } from '../../src/content/late-text.ts'

/** What went wrong in a thread, as plain data. */
export interface Fault {
  /** What a maintainer needs to know. */
  fault: string
  /** The file that somebody saved meanwhile, when that is all. */
  changed?: string
}

export function faultOf(error: unknown): Fault {
  if (error instanceof ChangedMeanwhile) return { fault: error.message, changed: error.path }
  return { fault: error instanceof Error ? (error.stack ?? error.message) : String(error) }
}

/** The error as whoever asked the thread is to meet it. */
export function errorOf({ fault, changed }: Fault): Error {
  return changed === undefined ? new Error(fault) : new ChangedMeanwhile(changed)
}
