import { destinationsOf } from '../reading/link-destinations.ts'
import { entryRule } from '../engine/rule.ts'
import { excerpt } from '../reading/prose/pattern-matches.ts'

export const pathStaysInPortal = entryRule({
  id: 'path-stays-in-portal',
  summary: '站内地址不用 ..，图片地址不带参数。',
  severity: 'error',
  silenceable: false,
  *check(context) {
    for (const { kind, scheme, target, at } of destinationsOf(context)) {
      if (scheme !== undefined) continue
      if (climbs(target))
        yield {
          at,
          message: `地址“${excerpt(target)}”用 .. 往上走，可能走出门户。`,
          hint: '从根写起：链接写 /cases/hangzhou，图片写 /media/文件名。',
        }
      else if (kind === 'image' && /[?#]/.test(target))
        yield {
          at,
          message: `图片地址“${excerpt(target)}”带着参数。`,
          hint: '只写文件的路径，例如 /media/name.jpg。',
        }
    }
  },
})

/** Percent-encoded dots and backslashes climb as well. */
function climbs(target: string): boolean {
  const plain = target.replace(/%2e/gi, '.').replace(/%2f|%5c|\\/gi, '/')
  return /(^|\/)\.\.(\/|$)/.test(plain.replace(/[?#].*$/, ''))
}
