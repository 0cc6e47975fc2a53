import { spanIn } from './prose.ts'
import { entryRule } from './rule.ts'

export const linkTakesEffect = entryRule({
  id: 'link-takes-effect',
  summary: '写成链接和图片的文字，在页面上确实是链接和图片。',
  area: 'structure',
  severity: 'error',
  *check({ entry, prose }) {
    for (const passage of prose(entry)) {
      if (passage.kind === 'field' || !passage.text.includes('[')) continue
      const pattern = /!?\[([^[\]\n]{0,200})\]\s?[（(]([^()（）\n]{0,300})[)）]/g
      for (const { index, 0: written, 1: text = '', 2: target = '' } of passage.text.matchAll(
        pattern,
      )) {
        // An ordinary bracket before an ordinary parenthesis is not meant as a link.
        if (!/^[\s<]*(https?:|www\.|\/|#|\.\.?\/|mailto:|$)/i.test(target)) continue
        yield {
          at: { span: spanIn(passage, index, index + written.length) },
          message: `“${text}”没有成为${written.startsWith('!') ? '图片' : '链接'}。`,
          hint: hintFor(written, target),
        }
      }
    }
  },
})

function hintFor(written: string, target: string): string {
  if (/[（）]/.test(written)) return '括号用半角的 ( )。'
  if (/^\s*http:/i.test(target)) return '外部链接只认 https://。'
  if (/\s/.test(target.trim())) return '地址里不能有空格，换成 %20。'
  return '写成 [文字](地址)，方括号和圆括号之间不留空格。'
}
