import { Converter } from 'opencc-js/t2cn'
import { proseRule } from '../engine/prose-rule.ts'
import type { Flaw } from '../engine/prose-rule.ts'

export const textIsSimplified = proseRule({
  id: 'text-is-simplified',
  summary: '简体文字里没有繁体字。',
  severity: 'warning',
  spares: 'quotations',
  trace: /\p{sc=Han}/u,
  *find({ text }, { share }): Generator<Flaw> {
    const { common, simplify } = share(simplifier)
    for (let at = 0; at < text.length; at++) {
      if (common[text.charCodeAt(at)]) continue
      const mended = simplify(text.charCodeAt(at))
      if (mended === undefined) continue
      const message = `“${text.charAt(at)}”是繁体字。`
      yield { from: at, to: at + 1, message, hint: `换成“${mended}”。`, mended }
    }
  },
})

/** Not in GB 2312, and standard all the same: characters of names in the table of 2013. */
const standard = '昇陞甦濛祕鎔'
/** In GB 2312 and not standard since. */
const replaced = '後麽'

interface Simplifier {
  /** Marks by code what is no ideograph, or one that may stand as it is: nearly every letter. */
  common: Uint8Array
  /** What any other character becomes, by its code, when OpenCC simplifies it. */
  simplify: (code: number) => string | undefined
}

/**
 * Of the ideographs, those that GB 2312 has (乾, 徵, 於, 著) are standard in some word or name;
 * `TextDecoder` knows which those are. Few texts have any other, so OpenCC is asked only then.
 */
function simplifier(): Simplifier {
  const common = gb2312().fill(1, 0, 0x4e00).fill(1, 0xa000)
  for (const letter of standard) common[letter.charCodeAt(0)] = 1
  for (const letter of replaced) common[letter.charCodeAt(0)] = 0
  const known = new Map<number, string | undefined>()
  let convert: ((text: string) => string) | undefined
  const ask = (code: number): string | undefined => {
    convert ??= Converter({ from: 't', to: 'cn' })
    const letter = String.fromCharCode(code)
    const simplified = convert(letter)
    return simplified !== letter && simplified.length === 1 ? simplified : undefined
  }
  const simplify = (code: number) => {
    if (!known.has(code)) known.set(code, ask(code))
    return known.get(code)
  }
  return { common, simplify }
}

/** Marks by code the 6,763 ideographs of GB 2312-1980: rows 16 to 87. */
function gb2312(): Uint8Array {
  const bytes: number[] = []
  for (let row = 0xb0; row <= 0xf7; row++)
    for (let cell = 0xa1; cell <= 0xfe; cell++) bytes.push(row, cell)
  const marked = new Uint8Array(0x10000)
  for (const letter of new TextDecoder('gbk').decode(Uint8Array.from(bytes)))
    marked[letter.charCodeAt(0)] = 1
  return marked
}
