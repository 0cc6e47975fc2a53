import type { ProsePassage } from '../prose/passage.ts'
import type { Finding } from '../../engine/rule.ts'
import { addingQualifier, qualifierFault } from './qualifier-fault.ts'
import type { Figure } from './written-figures.ts'
import type { Support } from './fact-support.ts'
import { verdictOn } from './figure-verdict.ts'

interface Question {
  figure: Figure
  support: Support
  passage: ProsePassage
  /** What the facts are called in the message: 正文引用的事实. */
  source: string
  /** Only what the facts contradict, not what they leave open. */
  onlyRivals?: boolean
}

/** What is wrong with a figure that stands without a mark of its own; undefined when nothing is. */
export function faultOf(question: Question): Omit<Finding, 'at'> | undefined {
  const { figure, support, passage, source, onlyRivals = false } = question
  const { kind, known } = verdictOn(figure, support)
  if (kind === 'agrees' || kind === 'silent' || (onlyRivals && !known)) return undefined
  if (kind === 'qualifier' && known)
    return {
      ...qualifierFault(figure, known, source),
      fix: addingQualifier(figure, passage, known.qualifier),
    }
  const written = known ? `，那里是“${known.text}”` : ''
  const messages: Record<string, string> = {
    value: `${source}里没有“${figure.text}”这个数${written}。`,
    measure: `“${figure.text}”的单位和${source}不同${written}。`,
    rhetorical: `${source}里是概数，“${figure.text}”把它写成了确数。`,
    computed: `“${figure.text}”不在${source}里，像是用“${known?.text}”算出来的。`,
  }
  return { message: messages[kind] ?? '', hint: '照事实改；数字另有出处的，先引用那个事实。' }
}
