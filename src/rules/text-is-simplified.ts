import { Converter } from 'opencc-js/t2cn'
import { proseRule } from './prose-rule.ts'
import type { Flaw } from './prose-rule.ts'

export const textIsSimplified = proseRule({
  id: 'text-is-simplified',
  summary: '简体文字里没有繁体字。',
  area: 'language',
  severity: 'warning',
  spares: 'quotations',
  trace: /\p{sc=Han}/u,
  *find({ text }, { share }): Generator<Flaw> {
    const simplified = share(traditional)
    for (let at = 0; at < text.length; at++) {
      const mended = simplified.get(text.charCodeAt(at))
      if (mended === undefined) continue
      const message = `“${text.charAt(at)}”是繁体字。`
      yield { from: at, to: at + 1, message, hint: `换成“${mended}”。`, mended }
    }
  },
})

/** Not in GB 2312, and standard all the same: characters of names in the table of 2013. */
const standard = new Set('昇陞甦濛祕鎔')
/** In GB 2312 and not standard since. */
const replaced = '後麽'

/**
 * Characters that OpenCC simplifies and GB 2312 has not, by code, with what they become. Those it
 * has (乾, 徵, 於, 著) are standard in some word or name; `TextDecoder` knows which those are.
 */
function traditional(): Map<number, string> {
  const simplify = Converter({ from: 't', to: 'cn' })
  const common = gb2312()
  const pairs = new Map<number, string>()
  for (let code = 0x4e00; code <= 0x9fff; code++) {
    const letter = String.fromCharCode(code)
    if ((common.has(letter) && !replaced.includes(letter)) || standard.has(letter)) continue
    const simplified = simplify(letter)
    if (simplified !== letter && simplified.length === 1) pairs.set(code, simplified)
  }
  return pairs
}

/** The 6,763 ideographs of GB 2312-1980: rows 16 to 87. */
function gb2312(): Set<string> {
  const bytes: number[] = []
  for (let row = 0xb0; row <= 0xf7; row++)
    for (let cell = 0xa1; cell <= 0xfe; cell++) bytes.push(row, cell)
  return new Set(new TextDecoder('gbk').decode(Uint8Array.from(bytes)))
}
