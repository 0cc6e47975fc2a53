/** Numbers with one meaning in several spellings: 第20条 is 第二十条, 20% is 百分之二十. Browser-safe. */
import { chineseNumeral } from '../exact/parse-query.ts'
import { readSmall } from './figures.ts'

/** Spellings of one thing, what was typed first; each of them folded. */
export type Spellings = string[]

const numeral = '零一二三四五六七八九十百千'
const ordinalPattern = new RegExp(
  `第(\\d{1,4}|[${numeral}]{1,7})([条章节款项届次])|百分之(\\d{1,3}|[${numeral}]{1,5})(?!点)|(\\d{1,3})%`,
  'gu',
)

const read = (number: string): number => (/\d/u.test(number) ? Number(number) : readSmall(number))

/** Takes such numbers out of a text; they leave a blank. */
export function extractOrdinals(text: string): { found: Spellings[]; rest: string } {
  const found: Spellings[] = []
  const rest = text.replace(
    ordinalPattern,
    (typed, place = '', kind = '', share = '', percent = '', at = 0) => {
      const value = read(place || share || percent)
      const longer = percent !== '' && /[\d.]/u.test(text.charAt(at - 1))
      if (!value || longer) return typed
      const spellings = place
        ? [`第${value}${kind}`, `第${chineseNumeral(value)}${kind}`]
        : [`百分之${chineseNumeral(value)}`, String(value)]
      found.push([...new Set([...spellings.filter((one) => one === typed), ...spellings])])
      return ' '
    },
  )
  return { found, rest }
}
