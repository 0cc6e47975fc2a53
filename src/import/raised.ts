const digits = '0123456789'
const above = '⁰¹²³⁴⁵⁶⁷⁸⁹'
const below = '₀₁₂₃₄₅₆₇₈₉'
const others: Record<'above' | 'below', Record<string, string>> = {
  above: { '+': '⁺', '-': '⁻', '−': '⁻', '(': '⁽', ')': '⁾', n: 'ⁿ' },
  below: { '+': '₊', '-': '₋', '−': '₋', '(': '₍', ')': '₎' },
}

/**
 * Text set above or below the line in characters of their own, so that 60m and a raised 2 stay m²; in
 * brackets when one of the letters has no such form.
 */
export function raised(text: string, where: 'above' | 'below'): string {
  if (text.trim() === '') return text
  const set = [...(where === 'above' ? above : below)]
  const letters = [...text].map((letter) => set[digits.indexOf(letter)] ?? others[where][letter])
  if (letters.every((letter) => letter !== undefined)) return letters.join('')
  return where === 'above' ? `^（${text}）` : `_（${text}）`
}
