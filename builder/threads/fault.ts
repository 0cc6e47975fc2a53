import { ChangedMeanwhile } from '../../src/content/late-text.ts'
import { isDiskFault } from '../../src/model/disk.ts'
import type { DiskFault } from '../../src/model/disk.ts'

/** What went wrong in a thread, as plain data. */
export interface Fault {
  /** What a maintainer needs to know. */
  fault: string
  /** The file that somebody saved meanwhile, when that is all. */
  changed?: string
  /** What the disk refused. */
  disk?: DiskFault
}

export function faultOf(error: unknown): Fault {
  if (error instanceof ChangedMeanwhile) return { fault: error.message, changed: error.path }
  const fault = error instanceof Error ? (error.stack ?? error.message) : String(error)
  if (!isDiskFault(error)) return { fault }
  const { code, syscall, path, dest } = error
  return { fault, disk: { code, syscall, path, dest } }
}

/** The error as whoever asked the thread is to meet it. */
export function errorOf({ fault, changed, disk }: Fault): Error {
  if (changed !== undefined) return new ChangedMeanwhile(changed)
  return Object.assign(new Error(fault), disk)
}
