/** Pinyin of characters in context, by pinyin-pro. Build time. */
import { pinyin } from 'pinyin-pro'
import { isCommonHan } from '../format/neighbours.ts'

export interface Readings {
  /** Syllables of two neighbours, `-` where there is none: 银行 → yin hang. */
  ofPair(pair: string): [string, string]
  /** A syllable for each UTF-16 unit of a folded text, `-` for what is not Han. */
  ofText(text: string): string[]
}

const spell = (text: string): string[] => pinyin(text, { toneType: 'none', type: 'array', v: true })

/** Calls pinyin-pro once for each character, and again only where a reading depends on context. */
export function createReadings(): Readings {
  const single = new Map<string, string[]>()
  const allReadings = (char: string): string[] => {
    const known = single.get(char)
    if (known) return known
    const options = { toneType: 'none', type: 'array', v: true, multiple: true } as const
    const readings = isCommonHan(char.charCodeAt(0)) ? [...new Set(pinyin(char, options))] : ['-']
    single.set(char, readings)
    return readings
  }
  return {
    ofPair(pair) {
      const [a = ['-'], b = ['-']] = [allReadings(pair.charAt(0)), allReadings(pair.charAt(1))]
      const settled = a.length === 1 && b.length === 1
      const [first = '-', second = '-'] = settled ? [a[0], b[0]] : spell(pair)
      return [first, second]
    },
    ofText(text) {
      const units = text.split('')
      return text
        .split(/([\u4e00-\u9fff]+)/u)
        .flatMap((part) =>
          isCommonHan(part.charCodeAt(0)) ? spell(part) : part.split('').map(() => '-'),
        )
        .slice(0, units.length)
    },
  }
}
