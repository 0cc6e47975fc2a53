/** Which browsers the portal is made for. Build targets, polyfills, lints and the handbook all read this. */

/** The oldest version of each engine that has everything of a level. */
export interface Oldest {
  chrome: number
  safari: number
  firefox: number
}

export type Level = 'reading' | 'islands'

/**
 * - `reading`: every page is laid out as it is today, and its scripts at least parse.
 * - `islands`: everything that runs in the browser does what it says, the search too.
 *
 * WeChat's kernels begin at Chromium 66 and are mostly 78 and above; 360's browsers at 69 (`reading`).
 */
export const promised: Record<Level, Oldest> = {
  reading: { chrome: 69, safari: 12, firefox: 68 },
  islands: { chrome: 80, safari: 14, firefox: 78 },
}

/** What Vite calls a target: the engines of a level, for styles and scripts alike. */
export function targetsOf(level: Level): string[] {
  return Object.entries(promised[level]).map(([engine, version]) => `${engine}${version}`)
}
