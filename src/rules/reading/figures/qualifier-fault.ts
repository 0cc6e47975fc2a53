import { isEditable, spanIn } from '../prose/passage.ts'
import type { ProsePassage } from '../prose/passage.ts'
import type { Edit } from '../../engine/rule.ts'
import type { Figure, Qualifier } from './written-figures.ts'
import type { KnownFigure } from './fact-support.ts'

const words: Record<Qualifier, string> = {
  exact: '整',
  over: '余',
  about: '约',
  rhetorical: '概数',
}

/** What to say of a figure whose number is right and whose qualifier is not; `source` names the facts. */
export function qualifierFault(
  figure: Figure,
  known: KnownFigure,
  source: string,
): { message: string; hint: string } {
  const shown = `“${figure.text}”`
  if (known.qualifier === 'exact')
    return {
      message: `${shown}多写了限定：${source}是整数“${known.text}”。`,
      hint: '去掉“余”“多”“约”“近”一类的词。',
    }
  if (figure.qualifier === 'exact')
    return {
      message: `${shown}漏了“${words[known.qualifier]}”：${source}是“${known.text}”。`,
      hint: known.qualifier === 'over' ? '在数后加“余”或“多”。' : '在数前加“约”或“近”。',
    }
  return {
    message: `${shown}的限定不对：${source}是“${known.text}”，限定是“${words[known.qualifier]}”。`,
    hint: '“余、多、超过”是比它多，“约、近”是在它上下，照来源写。',
  }
}

/** The edit that gives a bare figure its qualifier: 600家 → 600余家, 2万人 → 2万余人, 300家 → 约300家. */
export function addingQualifier(
  figure: Figure,
  passage: ProsePassage,
  qualifier: string,
): Edit | undefined {
  const [start, end] = figure.numeral
  const isPlain = figure.kind === 'count' && figure.qualifier === 'exact' && figure.from === start
  if (!isPlain || !isEditable(passage, start, end)) return undefined
  if (qualifier === 'over') return { span: spanIn(passage, end, end), text: '余' }
  return qualifier === 'about' ? { span: spanIn(passage, start, start), text: '约' } : undefined
}
