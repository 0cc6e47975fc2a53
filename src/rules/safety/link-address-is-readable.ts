import { destinationsOf } from '../reading/link-destinations.ts'
import type { LinkDestination } from '../reading/link-destinations.ts'
import { entryRule } from '../engine/rule.ts'
import { excerpt } from '../reading/prose/pattern-matches.ts'

export const linkAddressIsReadable = entryRule({
  id: 'link-address-is-readable',
  summary: '链接的地址写得完整，浏览器读得懂。',
  severity: 'error',
  *check(context) {
    for (const destination of destinationsOf(context)) {
      if (destination.kind !== 'link') continue
      const fault = faultOf(destination)
      if (!fault) continue
      yield {
        at: destination.at,
        message: `链接地址“${excerpt(destination.target)}”${fault}。`,
        hint: '从浏览器的地址栏复制完整的网址，或写站内地址，例如 /cases/hangzhou。',
      }
    }
  },
})

/** Paths that begin with two slashes or go up a folder: a rule of their own refuses them. */
const refusedPath = /^[/\\]{2}|(^|\/)\.\.(\/|$)/

/** What keeps an address from being read; other rules speak of its scheme and its path. */
function faultOf({ scheme, target, works }: LinkDestination): string | undefined {
  const isWeb = scheme === 'https' || scheme === 'http'
  if (isWeb && !URL.canParse(beforeTitle(target))) return '不是完整的网址'
  if (!isDecodable(target)) return '里有残缺的 % 编码'
  if (works || scheme !== undefined || refusedPath.test(target)) return undefined
  return looksLikeAddress(target) ? '没有成为链接，读者会看到方括号和圆括号' : undefined
}

/** An address that Markdown refused still has its title behind it, `https://… "title"`. */
function beforeTitle(target: string): string {
  return target.replace(/["'].*$/, '')
}

function isDecodable(target: string): boolean {
  try {
    decodeURIComponent(target)
    return true
  } catch {
    return false
  }
}

/** `[0](见表)` is prose; `[甲](www.example.org)` was meant as a link. */
function looksLikeAddress(target: string): boolean {
  return /^[\x21-\x7e]+$/.test(target) && /[./%#\\]/.test(target)
}
