const digits = '〇一二三四五六七八九'
const legal = '零壹贰叁肆伍陆柒捌玖'
const stems = '甲乙丙丁戊己庚辛壬癸'
const branches = '子丑寅卯辰巳午未申酉戌亥'

/** A number as a numbering format of Word writes it. Source: ECMA-376, 17.18.59 ST_NumberFormat. */
export function numberIn(format: string, value: number): string {
  const whole = Math.max(0, Math.min(Math.trunc(value), 99_999))
  switch (format) {
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'taiwaneseCounting':
    case 'taiwaneseCountingThousand':
    case 'japaneseCounting':
      return counted(whole, digits, ['', '十', '百', '千', '万'])
    case 'chineseLegalSimplified':
    case 'ideographLegalTraditional':
    case 'japaneseLegal':
      return counted(whole, legal, ['', '拾', '佰', '仟', '万'])
    case 'ideographDigital':
    case 'taiwaneseDigital':
    case 'japaneseDigitalTenThousand':
      return Array.from(String(whole), (digit) => digits[Number(digit)] ?? digit).join('')
    case 'ideographTraditional':
      return stems[(whole - 1) % 10] ?? String(whole)
    case 'ideographZodiac':
      return branches[(whole - 1) % 12] ?? String(whole)
    case 'upperRoman':
      return roman(whole)
    case 'lowerRoman':
      return roman(whole).toLowerCase()
    case 'upperLetter':
      return letters(whole)
    case 'lowerLetter':
      return letters(whole).toLowerCase()
    case 'decimalZero':
      return String(whole).padStart(2, '0')
    case 'decimalFullWidth':
    case 'decimalFullWidth2':
      return Array.from(String(whole), (digit) =>
        String.fromCharCode(digit.charCodeAt(0) + 0xfee0),
      ).join('')
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return whole >= 1 && whole <= 20 ? String.fromCharCode(0x2460 + whole - 1) : String(whole)
    default:
      return String(whole)
  }
}

function counted(value: number, names: string, units: readonly string[]): string {
  if (value === 0) return names[0] ?? ''
  const figures = Array.from(String(value), Number)
  const parts = figures.map((digit, index) =>
    digit === 0 ? '零' : (names[digit] ?? '') + (units[figures.length - 1 - index] ?? ''),
  )
  return parts.join('').replace(/零+/g, '零').replace(/零$/, '').replace(/^一十/, '十')
}

const numerals: [number, string][] = [
  ...[
    [1000, 'M'],
    [900, 'CM'],
    [500, 'D'],
    [400, 'CD'],
    [100, 'C'],
    [90, 'XC'],
  ],
  ...[
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ],
] as [number, string][]

function roman(value: number): string {
  if (value > 4999) return String(value)
  let [rest, text] = [value, '']
  for (const [unit, letter] of numerals) for (; rest >= unit; rest -= unit) text += letter
  return text
}

/** A to Z, then AA, BB: the letter repeats. */
function letters(value: number): string {
  if (value < 1 || value > 780) return String(value)
  return String.fromCharCode(65 + ((value - 1) % 26)).repeat(Math.ceil(value / 26))
}
