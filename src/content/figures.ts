const date = String.raw`\d{4}年(?:\d{1,2}月(?:\d{1,2}日)?)?|\d{1,2}月\d{1,2}日`
const count = String.raw`(?:约|近|超过|逾)?\d[\d,.]*(?:余|多)?(?:万|亿)?(?:余|多)?`

/** A date, or a number with its qualifier and measure word: what a line break must not split. */
export const unbreakable = new RegExp(String.raw`${date}|${count}(?:\p{Script=Han}|%)`, 'gu')

/** A figure that ends a run of text, as it stands before a citation mark: `…扩充至600余家`. */
export const figureBefore = new RegExp(
  String.raw`(?:${date}|${count}(?:\p{Script=Han}{1,5}|%)?)$`,
  'u',
)
