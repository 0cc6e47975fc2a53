import type { EntryContext } from '../engine/rule.ts'
import { written } from './prose/pattern-matches.ts'
import type { Written } from './prose/pattern-matches.ts'

type TagKind = 'script' | 'directive' | 'tag'

const tag = /<\/?([a-z][a-z0-9-]*)([\s/][^<>]*)?(>)?/gi
/** Elements that run, load or replace something by themselves. */
const scripts = /^(?:script|style|iframe|object|embed|base|meta|link|template)$/i
/** Elements that count as HTML even when their bracket is never closed. */
const known =
  /^(?:script|style|iframe|object|embed|base|meta|link|template|img|svg|math|video|audio|source|form|input|button|details|summary|div|span|p|a|br|table|body|html|head|marquee)$/i
const attributesOnly = /^[\s/]*(?:$|[a-z_:@#.[(*"'-])/i
/** Event handlers and Vue's directives: `onload=`, `v-html`, `@click`, `:href`. */
const directive = /[\s/"'](?:on[a-z]+\s*=|(?:v-[a-z]|[@:][a-z])[\w:.-]*)/i

/** HTML tags in an entry's prose. `a<b` and `<必填>` are none. */
export function* tagsIn(context: EntryContext, kind: TagKind): Generator<Written> {
  for (const found of written(context, tag)) {
    const [name = '', attributes = '', closed] = found.groups
    const unclosed = closed === undefined && (!known.test(name) || attributes === '')
    if (unclosed || !attributesOnly.test(attributes)) continue
    if (kindOf(name, attributes) === kind) yield found
  }
}

function kindOf(name: string, attributes: string): TagKind {
  if (scripts.test(name)) return 'script'
  return directive.test(attributes) ? 'directive' : 'tag'
}
