const digits: Record<string, number> = {
  ...{ 〇: 0, 零: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 },
}
const units: Record<string, number> = { 十: 10, 百: 100, 千: 1000 }
const myriads: Record<string, number> = { 万: 1e4, 亿: 1e8 }

/** Letters of a Chinese numeral, as a character class. */
export const chineseLetters = '〇零一二两三四五六七八九十百千'

/**
 * The value of a numeral, in Arabic digits (`1,600`, `2121.6`), Chinese (`六百`, `二〇二一`,
 * `两千三`) or both (`3500万`, `2亿`). `NaN` when it is none.
 */
export function numeralValue(text: string): number {
  if (/^\d{1,12}$/.test(text)) return Number(text)
  const plain = text.replaceAll(',', '')
  const scale = /[万亿]+$/.exec(plain)?.[0] ?? ''
  const head = plain.slice(0, plain.length - scale.length)
  const times = Array.from(scale).reduce((product, letter) => product * (myriads[letter] ?? 1), 1)
  if (head === '') return scale === '' ? Number.NaN : times
  const value = /^\d/.test(head) ? Number(head) : chineseValue(head)
  // 0.1 × 10,000 must be 1,000 exactly for values to be compared.
  return Number((value * times).toPrecision(12))
}

function chineseValue(text: string): number {
  const [whole = '', fraction] = text.split('点', 2)
  const value = /[十百千万亿]/.test(whole) ? composed(whole) : positional(whole)
  if (fraction === undefined) return value
  return value + positional(fraction) / 10 ** fraction.length
}

/** Digits one after another: 二〇二一. */
function positional(text: string): number {
  const values = Array.from(text, (letter) => digits[letter] ?? Number.NaN)
  return values.length > 0 && values.length < 16
    ? values.reduce((value, digit) => value * 10 + digit, 0)
    : Number.NaN
}

/** Digits with their units: 三百五十, 十二, 一万两千. A last digit alone continues: 两千三 is 2,300. */
function composed(text: string): number {
  let total = 0
  let section = 0
  let digit = 0
  let last = 1
  for (const letter of text) {
    const myriad = myriads[letter]
    const unit = units[letter] ?? 0
    if (myriad) {
      total = (total + section + digit) * myriad
      section = digit = 0
      last = myriad
    } else if (unit > 0) {
      section += (digit === 0 ? 1 : digit) * unit
      digit = 0
      last = unit
    } else if (letter === '零' || letter === '〇') last = 10
    else digit = digits[letter] ?? Number.NaN
  }
  return total + section + digit * (last >= 100 ? last / 10 : 1)
}
