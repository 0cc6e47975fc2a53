import { codePoint } from '../reading/text-characters.ts'
import { notUnified, unified } from '../reading/unified-ideographs.ts'
import { each, proseRule } from '../engine/prose-rule.ts'

export const ideographsAreUnified = proseRule({
  id: 'ideographs-are-unified',
  summary: '汉字用通行的编码，不用部首和兼容字。',
  severity: 'error',
  trace: /[\u2e80-\u2fd5\u31c0-\u31ef\uf900-\ufad9\ud87e]/,
  find: each(notUnified, ({ 0: found }) => {
    const mended = unified(found)
    const known = mended !== found
    // A dozen characters of the compatibility block are ideographs of their own.
    if (!known && /[\uf900-\ufad9]/.test(found)) return undefined
    const message = `“${found}”（${codePoint(found)}）看着像常用字，其实是另一个字符，搜索不到。`
    if (!known) return { message, hint: '用输入法重新输入这个字。' }
    return { message, hint: `换成“${mended}”（${codePoint(mended)}）。`, mended }
  }),
})
