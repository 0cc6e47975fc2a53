const digits = '零一二三四五六七八九'
const places = ['', '十', '百', '千']
/** Names of every fourth place. */
const groups = ['', '万', '亿', '万亿']

/** A whole number as it is said: 600 → 六百, 10 → 十, 2000 → 两千. Longer than sixteen digits, digit by digit. */
export function spokenNumber(written: string): string {
  const number = written.replace(/^0+(?=\d)/, '')
  if (number.length > 16) return spokenDigits(number)
  const parts: string[] = []
  for (let end = number.length; end > 0; end -= 4)
    parts.unshift(number.slice(Math.max(0, end - 4), end))
  let said = ''
  for (const [index, part] of parts.entries()) {
    const group = saidGroup(part, index > 0)
    // A group of nothing leaves one 零 for the next that says something.
    if (group === '') continue
    const skipped = index > 0 && (part.startsWith('0') || /^0+$/.test(parts[index - 1] ?? ''))
    said += `${skipped && !group.startsWith('零') ? '零' : ''}${group}${groups[parts.length - 1 - index]}`
  }
  const spoken = said.replace(/^一十/, '十')
  // Nobody says 二千, 二万 or 二亿 of a count.
  return spoken === '' ? '零' : spoken.replace(/^二(?=[千万亿])/, '两')
}

/** Up to four digits; empty for nothing. `inner` when a higher group stands before it. */
function saidGroup(part: string, inner: boolean): string {
  let said = ''
  let isAfterZero = false
  for (const [index, digit] of [...part].entries()) {
    if (digit === '0') {
      isAfterZero = said !== '' || inner
      continue
    }
    said += `${isAfterZero ? '零' : ''}${digits.charAt(Number(digit))}${places[part.length - 1 - index]}`
    isAfterZero = false
  }
  return said
}

/** Digits one by one, as years, telephone numbers and codes are said: 2021 → 二零二一. */
export function spokenDigits(written: string): string {
  return written.replace(/\d/g, (digit) => digits.charAt(Number(digit)))
}

/** A number with a point: 2.50 → 二点五零. */
export function spokenDecimal(written: string): string {
  const [whole = '', ...rest] = written.split('.')
  return [spokenNumber(whole), ...rest.map(spokenDigits)].join('点')
}
