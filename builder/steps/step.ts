import type { Digests } from '../../src/content/digest.ts'
import type { PortalFiles } from '../../src/content/files.ts'
import type { Library } from '../../src/content/library.ts'
import type { Output } from '../memo/output.ts'
import type { Outward } from './outward.ts'
import type { Pool } from '../threads/pool.ts'
import type { Shard } from './shard.ts'
import type { Shell } from '../shell/open-shell.ts'
import type { Memo } from '../memo/memo.ts'
import type { Store } from '../memo/store.ts'

export interface BuildOptions {
  /** Output folder; `.vitepress/dist` unless given. */
  out?: string
  /** Path the portal is deployed under; overrides `site.yaml`. */
  base?: string
  /** Public address, with the base; overrides `site.yaml`. */
  url?: string
  check: boolean
  /** Write `.gz` and `.br` beside texts. */
  compress: boolean
  /** Let entries marked as samples into the output. */
  samples: boolean
  /** Make everything anew, whatever earlier builds left. */
  force: boolean
  /** Build only this part, to be merged with the others. */
  shard?: Shard
  /** Let VitePress render every page, as in development; slow, and the same bytes. */
  vitepress: boolean
}

/** What every step of a build is given. */
export interface Build {
  readonly options: BuildOptions
  readonly files: PortalFiles
  /** The validated portal, with the base it is deployed under. */
  readonly library: Library
  /** The same as its pages see each other. */
  readonly outward: Outward
  /** What its files were read into. */
  readonly digests: Digests
  /** What readers will be given. */
  readonly output: Output
  /** Changes with everything the program is made of. */
  readonly program: string
  /** Where builds of this output keep files for the next one. */
  readonly cache: string
  /** What earlier builds of this output left, by name. */
  readonly memo: Memo
  /** Pages that earlier builds made. */
  readonly store: Store
  /** What pages have in common; begun with the build. */
  readonly shell: () => Promise<Shell>
  /** Threads to share work with. */
  readonly pool: Pool
  /** Say something of the content, to be said again when nothing has changed. */
  readonly tell: (text: string) => void
  /** Everything that was told. */
  readonly told: () => string
}

/** One step of the build, by the name its progress shows. */
export interface Step {
  name: string
  run: (build: Build) => Done | Promise<Done>
}

/**
 * What a step did: `{ count: 296, unit: '页', reused: 295 }`. A step that failed says so to the editor
 * first.
 */
export type Done = { count: number; unit: string; reused?: number; slowest?: Slow[] } | 'failed'

export interface Slow {
  path: string
  milliseconds: number
}
