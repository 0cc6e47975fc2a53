import { destinationsOf } from '../reading/link-destinations.ts'
import { entryRule } from '../engine/rule.ts'
import { excerpt } from '../reading/prose/pattern-matches.ts'

export const linkNamesItsProtocol = entryRule({
  id: 'link-names-its-protocol',
  summary: '外部链接写明 https:，不以 // 开头。',
  severity: 'error',
  silenceable: false,
  *check(context) {
    for (const { kind, target, at } of destinationsOf(context)) {
      if (kind !== 'link' || !/^[/\\](?:[/\\]|%5c)/i.test(target)) continue
      yield {
        at,
        message: `链接“${excerpt(target)}”没有写协议，看着像站内地址，其实通向别的网站。`,
        hint: '外部网址写全：https://…；站内地址只用一个斜杠开头。',
      }
    }
  },
})
