import { destinationsOf } from '../reading/link-destinations.ts'
import { entryRule } from '../engine/rule.ts'
import { excerpt } from '../reading/prose/pattern-matches.ts'

export const linkIsHttps = entryRule({
  id: 'link-is-https',
  summary: '正文里的外部链接都用 https。',
  severity: 'error',
  *check(context) {
    for (const { kind, scheme, target, at } of destinationsOf(context)) {
      if (kind !== 'link' || scheme !== 'http') continue
      yield {
        at,
        message: `链接“${excerpt(target)}”没有加密（http:），页面不会把它变成链接。`,
        hint: '先试试换成 https:// 能不能打开；那个网站只有 http 的，写进 seeds/ 的来源，在这里引用。',
      }
    }
  },
})
