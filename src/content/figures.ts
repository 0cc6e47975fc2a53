const date = String.raw`\d{4}年(?:\d{1,2}月(?:\d{1,2}日)?)?|\d{1,2}月\d{1,2}日`
const count = String.raw`(?:约|近|超过|逾)?\d[\d,.]*(?:余|多)?(?:万|亿)?(?:余|多)?`

/** A date, or a number with its qualifier and measure word: what a line break must not split. */
const unbreakable = new RegExp(String.raw`${date}|${count}(?:\p{Script=Han}|%)`, 'gu')

/** A figure that ends a run of text, as it stands before a citation mark: `…扩充至600余家`. */
export const figureBefore = new RegExp(
  String.raw`(?:${date}|${count}(?:\p{Script=Han}{1,5}|%)?)$`,
  'u',
)

/** With the marks that close behind it: as a box of its own, a figure lets a line begin with them. */
const keptTogether = new RegExp(`(?:${unbreakable.source})[，。、；：！？”’）》]*`, 'gu')

/** Text cut around what a line break must not split; joined together the parts are the text again. */
export function aroundFigures(text: string): { text: string; isWhole: boolean }[] {
  const parts: { text: string; isWhole: boolean }[] = []
  let at = 0
  for (const { 0: whole, index } of text.matchAll(keptTogether)) {
    if (index > at) parts.push({ text: text.slice(at, index), isWhole: false })
    parts.push({ text: whole, isWhole: true })
    at = index + whole.length
  }
  if (at < text.length) parts.push({ text: text.slice(at), isWhole: false })
  return parts
}
