import { destinationsOf } from '../reading/link-destinations.ts'
import { entryRule } from '../engine/rule.ts'
import { excerpt } from '../reading/prose/pattern-matches.ts'

export const imageComesFromPortal = entryRule({
  id: 'image-comes-from-portal',
  summary: '图片都放在门户里，不从别的网站载入。',
  severity: 'error',
  silenceable: false,
  *check(context) {
    for (const { kind, scheme, target, at } of destinationsOf(context)) {
      if (kind !== 'image' || (scheme === undefined && !/^[/\\]{2}/.test(target))) continue
      yield {
        at,
        message: `图片“${excerpt(target)}”不在门户里，页面不会显示它。`,
        hint: '有使用权的，下载后放进 content/media/，写成 /media/文件名；没有的，删去。',
      }
    }
  },
})
