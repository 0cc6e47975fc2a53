const provinces = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(
    ' ',
  ),
)
/** Weights and check digits of GB 11643-1999 (ISO 7064, MOD 11-2). */
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const checks = '10X98765432'

/** Whether 18 characters are a resident's number: province, and check digit. */
export function isIdNumber(value: string): boolean {
  if (value.length !== 18 || !provinces.has(value.slice(0, 2))) return false
  const sum = weights.reduce((total, weight, index) => total + weight * Number(value[index]), 0)
  return checks[sum % 11] === value[17]?.toUpperCase()
}
