import { destinationsOf } from '../reading/link-destinations.ts'
import { entryRule } from '../engine/rule.ts'
import { excerpt } from '../reading/prose/pattern-matches.ts'

/** `http:` has a rule of its own. */
const allowed = new Set(['https', 'http', 'mailto', 'tel'])

export const linkSchemeIsAllowed = entryRule({
  id: 'link-scheme-is-allowed',
  summary: '链接只用 https、mailto、tel，或站内地址。',
  severity: 'error',
  silenceable: false,
  *check(context) {
    for (const { kind, scheme, target, at } of destinationsOf(context)) {
      if (kind !== 'link' || scheme === undefined || allowed.has(scheme)) continue
      yield {
        at,
        message: `链接“${excerpt(target)}”用了 ${excerpt(scheme)}:，门户不打开这种地址。`,
        hint: '换成 https:// 开头的网址、mailto:、tel:，或站内地址，例如 /cases/hangzhou。',
      }
    }
  },
})
