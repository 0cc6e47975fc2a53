/**
 * Figures in every spelling: 600余家, 六百多家, 1.8万名. Browser-safe.
 *
 * A figure asked for without a qualifier is also looked for with one, and the other way round; the
 * result says so, because 600 and 600余 are not the same.
 */
import { chineseNumeral } from '../exact/parse-query.ts'

/** A figure as it was typed. */
export interface Figure {
  value: number
  /** 余, 多 …, or nothing. */
  qualifier: string
  /** 家, 名 …, or nothing. */
  unit: string
}

interface FigureSpelling {
  /** Runs of folded text, see `Phrase`. */
  runs: string[]
  /** 1 for the very figure, less where qualifier or unit differ. */
  weight: number
}

const numerals = '零〇一二两三四五六七八九'
const powers: Record<string, number> = { 十: 10, 百: 100, 千: 1000 }
const scales: Record<string, number> = { 万: 1e4, 亿: 1e8 }
const digitOf = (char: string): number =>
  char === '〇' ? 0 : char === '两' ? 2 : '零一二三四五六七八九'.indexOf(char)

/** Reads Chinese numerals below ten thousand; NaN for what is none. */
export function readSmall(text: string): number {
  let [sum, digit] = [0, 0]
  for (const char of text) {
    const power = powers[char]
    if (power) {
      sum += (digit || 1) * power
      digit = 0
    } else if (numerals.includes(char)) digit = digitOf(char)
    else return NaN
  }
  return sum + digit
}

/** Reads 六百, 一万八千, 1.8万, 600. */
function readValue(text: string): number {
  const at = text.search(/[万亿]/u)
  if (at < 0) return /^[\d.]+$/u.test(text) ? Number(text) : readSmall(text)
  const rest = text.slice(at + 1)
  const scale = scales[text.charAt(at)] ?? 1
  return readValue(text.slice(0, at) || '一') * scale + (rest ? readValue(rest) : 0)
}

const unit =
  '周岁|个月|个?小时|分钟|人次|平方米|公里|[家个名人位项件次届年月日天元步场部条支台辆套种类期岁倍篇户间票亩米所座份级]'
const figurePattern = new RegExp(
  `(\\d+(?:\\.\\d+)?千?|[${numerals}十百千]+)([余多几])?([万亿][${numerals}十百千]*)?([余多几])?(${unit})?(?:[以之]?内)?`,
  'gu',
)

/** Whether a match means a number: a lone 一, 三, 百 or 7 is mostly part of a name. */
function isFigure(head: string, scale: string, unit: string): boolean {
  if (/\d/u.test(head)) return head.length > 1 || unit !== ''
  return (/[十百千]/u.test(head) && head.length > 1) || (scale !== '' && head.length > 0)
}

const isLatin = (char: string): boolean => /[a-z0-9]/iu.test(char)

/** Takes the figures out of a text; what they leave behind is a blank. */
export function extractFigures(text: string): { figures: Figure[]; rest: string } {
  const figures: Figure[] = []
  const rest = text.replace(
    figurePattern,
    (match, head: string, inner = '', scale = '', outer = '', unit = '', at = 0) => {
      const [before, after] = [text.charAt(at - 1), text.charAt(at + match.length)]
      const alone = !isLatin(before) && !(unit === '' && outer === '' && isLatin(after))
      const value =
        readValue(head.replace(/(\d)千$/u, '$1') + scale) * (/\d千$/u.test(head) ? 1000 : 1)
      if (!alone || !isFigure(head, scale, unit) || before === '第' || !Number.isFinite(value))
        return match
      figures.push({ value, qualifier: inner || outer, unit })
      return ' '
    },
  )
  return { figures, rest }
}

/** A number as head and scale, between which a qualifier may stand: 3500余万. */
type Spelled = [head: string, scale: string]

/** 2 is 二 and 两 before 百, 千 and 万. */
const withTwo = (text: string): string[] => [
  ...new Set([text, text.replaceAll(/二(?=[百千])/gu, '两')]),
]

/** Chinese numerals of a whole number below a hundred million. */
function inChinese(value: number): string[] {
  if (value < 1e4) return withTwo(chineseNumeral(value))
  const [high, low] = [Math.floor(value / 1e4), value % 1e4]
  const rest = low ? (low < 1000 ? '零' : '') + chineseNumeral(low) : ''
  const heads = high === 2 ? ['二', '两'] : withTwo(chineseNumeral(high))
  return heads.map((head) => `${head}万${rest}`)
}

function spellingsOf(value: number): Spelled[] {
  const spelled: Spelled[] = []
  if (Number.isInteger(value)) {
    spelled.push([String(value), ''])
    if (value < 1e4) for (const text of withTwo(chineseNumeral(value))) spelled.push([text, ''])
    else if (value < 1e8) for (const text of inChinese(value)) spelled.push([text, ''])
    if (value >= 1000 && value < 1e4 && value % 1000 === 0)
      spelled.push([String(value / 1000), '千'])
  } else spelled.push([String(value).replace('.', ' '), ''])
  for (const [scale, size] of Object.entries(scales)) {
    const head = Number((value / size).toFixed(4))
    if (value < size || head >= 1e4) continue
    spelled.push([String(head).replace('.', ' '), scale])
    if (Number.isInteger(head))
      for (const text of withTwo(chineseNumeral(head))) spelled.push([text, scale])
  }
  return spelled
}

/** What another qualifier, and no unit, leave of a figure. */
const qualified = 0.9
const unqualified = 0.6
const unitless = 0.5

/** Every spelling of a figure, with qualifiers and without, the same figure first. */
export function spellFigure({ value, qualifier, unit }: Figure): FigureSpelling[] {
  const found = new Map<string, number>()
  const add = (text: string, weight: number): void => {
    if (!found.has(text)) found.set(text, weight)
  }
  const asked = qualifier ? ['余', '多'] : ['']
  const other = qualifier ? [''] : ['余', '多']
  const otherWeight = qualifier ? unqualified : qualified
  for (const tail of unit ? [unit, ''] : [''])
    for (const [head, scale] of spellingsOf(value))
      for (const [list, weight] of [
        [asked, 1],
        [other, otherWeight],
      ] as const)
        for (const word of list) {
          const least = weight * (tail === unit ? 1 : unitless)
          add(head + word + scale + tail, least)
          add(head + scale + word + tail, least)
        }
  return [...found]
    .map(([text, weight]) => ({ runs: text.split(' '), weight }))
    .sort((a, b) => b.weight - a.weight)
}

/** Whether a match of a figure is part of a longer number: 600 in 1600, 六百 in 一千六百. */
export function insideNumber(text: string, start: number, end: number): boolean {
  const digit = /\d/u
  const [before, first] = [text.charAt(start - 1), text.charAt(start)]
  const [last, after] = [text.charAt(end - 1), text.charAt(end)]
  if (digit.test(first) ? digit.test(before) : /[一二两三四五六七八九十百千万零〇第]/u.test(before))
    return true
  return digit.test(last) && digit.test(after)
}
