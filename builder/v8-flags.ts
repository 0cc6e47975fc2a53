import { setFlagsFromString } from 'node:v8'

/** For a build that makes much: left to itself each thread's heap grows to four times what it holds. */
export function growHeapSlowly(): void {
  setFlagsFromString('--heap-growing-percent=50')
}

/** For a process that runs most of its code once: making it fast would take longer than it takes. */
export function skipOptimizing(): void {
  setFlagsFromString('--no-opt')
}
