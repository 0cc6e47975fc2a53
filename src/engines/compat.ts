import { promised } from './promise.ts'
import type { Level, Oldest } from './promise.ts'

/** What MDN's browser-compat-data says of one feature in one browser. */
interface Statement {
  version_added?: string | boolean | null
  version_removed?: string | boolean | null
  prefix?: string
  alternative_name?: string
  flags?: unknown[]
  partial_implementation?: boolean
}

export type Support = Partial<Record<string, Statement | Statement[]>>

/** A node of the data: a feature, and features below it by name. Source: the package's own schema. */
export interface Compat {
  __compat?: { support: Support }
  [name: string]: Compat | { support: Support } | undefined
}

/** The features right below a node, by name. */
export function featuresOf(node: Compat | undefined): Record<string, Compat> {
  const { __compat, ...features } = node ?? {}
  void __compat
  // All that is not `__compat` is a node.
  return features as Record<string, Compat>
}

/** A feature by its path below a node. */
export function featureOf(node: Compat | undefined, ...path: string[]): Compat | undefined {
  return path.reduce<Compat | undefined>((at, name) => featuresOf(at)[name], node)
}

/** As much of the data as is read here. */
export interface CompatData {
  api: Compat
  css: Compat
  javascript: Compat
}

/** The promised engines that lack a feature, as readers name their versions: `Chromium 92`. */
export function lacking(support: Support, level: Level): string[] {
  const oldest = promised[level]
  const engines = Object.keys(oldest) as (keyof Oldest)[]
  return engines.flatMap((engine) => {
    const since = firstOf(support[engine])
    return since <= oldest[engine]
      ? []
      : [`${names[engine]} ${since === Infinity ? '没有' : since}`]
  })
}

const names: Record<keyof Oldest, string> = {
  chrome: 'Chromium',
  safari: 'Safari',
  firefox: 'Firefox',
}

/** The first version that has it without a prefix or a flag; Infinity where none has. */
function firstOf(given: Statement | Statement[] | undefined): number {
  const statements = Array.isArray(given) ? given : given ? [given] : []
  const plain = statements.filter(
    ({ prefix, alternative_name, flags, version_removed }) =>
      !prefix && !alternative_name && !flags && !version_removed,
  )
  return Math.min(Infinity, ...plain.map(({ version_added }) => versionOf(version_added)))
}

function versionOf(added: Statement['version_added']): number {
  if (added === true) return 0
  return typeof added === 'string' && added !== 'preview'
    ? Number.parseFloat(added.replace('≤', ''))
    : Infinity
}
