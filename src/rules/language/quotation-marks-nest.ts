import { pairsIn } from '../reading/prose/paired-marks.ts'
import { proseRule } from '../engine/prose-rule.ts'
import type { Flaw } from '../engine/prose-rule.ts'

const closing = { '“': '”', '‘': '’', '《': '》', '〈': '〉' }

/** What stands directly inside what, and what it should be: GB/T 15834-2011, 4.8 and 4.15. */
const wrong: Record<string, string> = {
  '““': '引号里再用引号，里面的用单引号“‘’”',
  '‘‘': '引号里再用引号，单双交替',
  '《《': '书名号里再用书名号，里面的用单书名号“〈〉”',
}

export const quotationMarksNest = proseRule({
  id: 'quotation-marks-nest',
  summary: '引号外双内单，书名号外双内单。',
  severity: 'warning',
  trace: /[“‘《〈]/,
  *find({ text }): Generator<Flaw> {
    for (const { from, to, open, around } of pairsIn(text, closing).pairs) {
      const outer = around.at(-1) ?? ''
      const alone = outer === '' && open === '‘' && /\p{sc=Han}/u.test(text.slice(from, to))
      const hint = alone ? '外层用双引号“”，引号里面才用单引号' : wrong[outer + open]
      if (!hint) continue
      const message = alone ? '单引号用在了最外层。' : `“${outer}”里面又用了“${open}”。`
      yield { from, to, message, hint: `${hint}。` }
    }
  },
})
