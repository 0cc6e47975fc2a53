import { featureOf, featuresOf, lacking } from './compat.ts'
import type { CompatData, Support } from './compat.ts'
import type { Level } from './promise.ts'

/** What a script uses and an engine of a level lacks. */
interface Newer {
  name: string
  /** `Chromium 92`, for each engine that has it only later. */
  since: string[]
}

/**
 * Interfaces whose members a script meets without asking for anything exotic. A name is told by its
 * letters alone: what a built file calls `x.at` may be anything's `at`.
 */
const met =
  /^(AbortController|AbortSignal|Blob|Clipboard|Crypto|DOMTokenList|Document|DocumentFragment|Element|File|FormData|HTML(|Details|Dialog|Image|Input|Media|Script|Template|Video)Element|Headers|History|IDBDatabase|IDBFactory|IDBObjectStore|KeyboardEvent|Location|MessagePort|Navigator|Node|NodeList|Range|Request|Response|Selection|Storage|SubtleCrypto|TextDecoder|URL|URLSearchParams|Window|Worker)$/
/** Builtins that a script has only by their own names. */
const apart = /^(Async)?(Iterator|DisposableStack)|^(Atomics|Intl|Temporal|WebAssembly)$/

/** Every name of the language and the page that an engine of a level lacks, with who has it since when. */
export function newerNames(data: CompatData, level: Level): Map<string, string[]> {
  const builtins = featuresOf(featureOf(data.javascript, 'builtins'))
  const owners = { ...featuresOf(data.api), ...builtins }
  const newer = new Map<string, string[]>()
  const older = new Set<string>()
  const note = (name: string, { support }: { support: Support }, isMet: boolean) => {
    const since = lacking(support, level)
    if (since.length === 0) older.add(name)
    // Minified, what is ours has names of a letter or two.
    else if (isMet && !newer.has(name) && (name.length > 2 || name === 'at')) newer.set(name, since)
  }
  for (const [owner, members] of Object.entries(owners)) {
    const isMet = met.test(owner) || (owner in builtins && !apart.test(owner))
    for (const [name, { __compat }] of Object.entries(featuresOf(members)))
      if (__compat) note(name.replace(/_(static|event)$/, ''), __compat, isMet)
    if (members.__compat) note(owner, members.__compat, true)
  }
  for (const name of older) newer.delete(name)
  return newer
}

/** As much of an ESTree node as is read here. */
interface SyntaxNode {
  type: string
  name?: string
  computed?: boolean
  regex?: { pattern: string; flags: string }
  [part: string]: unknown
}

/** What of these names a script uses, as a global or a member, and syntax that no target takes away. */
export function newerUses(program: unknown, names: ReadonlyMap<string, string[]>): Newer[] {
  const used = new Map<string, Newer>()
  const note = (name: string, since: string[]) => used.set(name, { name, since })
  walk(program as SyntaxNode, (node, part) => {
    if (node.regex && /\(\?<[=!]/.test(node.regex.pattern)) note('(?<', ['Safari 16.4'])
    if (node.type !== 'Identifier' || part === 'key' || !node.name) return
    const since = names.get(node.name)
    if (since) note(node.name, since)
  })
  return [...used.values()].sort((a, b) => (a.name < b.name ? -1 : 1))
}

function walk(node: SyntaxNode, visit: (node: SyntaxNode, part: string) => void, part = ''): void {
  if (typeof node.type === 'string') visit(node, part)
  for (const [name, value] of Object.entries(node))
    // Whatever of a tree is an object is a node or a list of nodes.
    if (value && typeof value === 'object') walk(value as SyntaxNode, visit, name)
}
