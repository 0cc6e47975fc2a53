import { measureWords } from './measure-words.ts'
import { chineseLetters, numeralValue } from './numeral.ts'

export type Qualifier = 'exact' | 'over' | 'about' | 'rhetorical'

/** A number with what it counts, as a text says it. */
export interface Figure {
  kind: 'count' | 'percent' | 'ordinal'
  value: number
  qualifier: Qualifier
  /** The measure word, empty when there is none. */
  measure: string
  /** Offsets in the text, and where the numeral in it begins and ends. */
  from: number
  to: number
  numeral: readonly [number, number]
  text: string
  /** Said so definitely that it must come from somewhere: `600家`, `六百家`, not `一个`. */
  strong: boolean
}

const chinese = `[${chineseLetters}]+(?:点[${chineseLetters}]+)?`
const arabic = String.raw`\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?`
const number = `(?:${arabic}|${chinese})`
const measure = measureWords.join('|')
// 成 is a tenth only where no word such as 成立 or 成员 begins.
const tenths = '成(?!立|为|员|功|果|效|本|长|熟|都|就|绩|型|份|分|人|形|因|片|套|批|品|了|后|一|为)'
// 不超过 and 不得超过 set a limit; the figure itself is exact.
const limited = '(?<!不|不[得能可应]|没有|未)'
// 最近一次, 近三年 and 上三种 are no estimates.
const nearly = '(?<![最附靠亲])近(?![一二两三四五六七八九十]?[次年期日天])'
const several = '[数几上](?=[十百千万])'
const rough = `(?<before>${limited}超过|${limited}超|已过|突破|逾|大约|约[占有为]?|将近|接近|${nearly}|大概|${several})?`

const shapes = [
  String.raw`(?:百分之(?<percent>${number})|(?<per>${number})%)(?<percentAfter>以上|左右|上下)?`,
  String.raw`(?<denominator>${number})分之(?<numerator>${number})(?<partAfter>以上|左右|强)?`,
  String.raw`(?<![统唯专])(?<tenth>[一二三四五六七八九])(?<tenthMore>多)?${tenths}(?<tenthAfter>以上|多|左右)?`,
  String.raw`第(?<ordinal>${number})(?<place>${measure})?`,
  [
    String.raw`(?<number>${number}|(?=[万亿]))(?<inner>[余多来几])?(?<scale>万亿|[万亿])?(?<outer>[余多])?`,
    String.raw`(?:[至到~～—–-](?<upper>${number})(?<upperScale>[万亿])?)?`,
    String.raw`(?<measure>${measure})?(?<countAfter>以上|左右|上下|多(?=[，。；、）]|$))?`,
  ].join(''),
]
// Most letters begin no figure: looking at one spares trying every shape.
const first = `(?=[\\d${chineseLetters}万亿第约近超已突逾大将接几数上])`
const named = `${first}${rough}(?:${shapes.join('|')})`
// Names for groups make a match ten times as dear as numbers do: they are for whoever reads the shapes.
const pattern = new RegExp(named.replace(/\?<[a-z]+>/gi, ''), 'gu')

/** Every number in a text that counts something, in order. Dates and titles must be blanked before. */
export function figuresIn(text: string): Figure[] {
  const found: Figure[] = []
  const plain = halfWidth(text)
  pattern.lastIndex = 0
  for (let match = pattern.exec(plain); match; match = pattern.exec(plain))
    if (!isPartOfAName(plain, match.index, pattern.lastIndex))
      found.push(...figuresOf(groupsOf(match), match.index, plain, text))
  return found
}

type Groups = ReturnType<typeof groupsOf>

/** What the groups of the pattern took, in the order in which the shapes name them. */
// prettier-ignore
function groupsOf([
  all, before, percent, per, percentAfter, denominator, numerator, partAfter, tenth, tenthMore, tenthAfter,
  ordinal, place, number, inner, scale, outer, upper, upperScale, measure, countAfter,
]: RegExpExecArray) {
  return {
    all, before, percent, per, percentAfter, denominator, numerator, partAfter, tenth, tenthMore, tenthAfter,
    ordinal, place, number, inner, scale, outer, upper, upperScale, measure, countAfter,
  }
}

/** `plain` is what was matched, `written` how it stands in the text. */
function figuresOf(groups: Groups, from: number, plain: string, written: string): Figure[] {
  const to = from + groups.all.length
  const place = { from, to, text: written.slice(from, to) }
  if (groups.ordinal !== undefined) return [ordinal(groups, place)]
  const share = percentage(groups)
  return share ? [percent(share, place, plain)] : counts(groups, place)
}

function percent(
  { value, qualifier: said }: Share,
  { from, to, text }: Common,
  plain: string,
): Figure {
  const qualifier = said === 'exact' ? farQualifier(plain, from) : said
  const numeral = [from, to] as const
  return { kind: 'percent', value, qualifier, measure: '%', from, to, numeral, text, strong: true }
}

/** A share may be qualified before what it is a share of: 约占江苏省的四分之一. */
function farQualifier(text: string, at: number): Qualifier {
  const before = text.slice(Math.max(0, at - 16), at)
  const word = /(约|近|接近|超过?|逾)(?:占|有)?[^，。；、：]{1,12}的$/.exec(before)?.[1]
  return word === undefined || before.includes('不超') ? 'exact' : qualifierOf([word])
}

interface Common {
  from: number
  to: number
  text: string
}

type Share = Pick<Figure, 'value' | 'qualifier'>

function percentage(groups: Groups): Share | undefined {
  const { percent, per, denominator, numerator, tenth } = groups
  const said = qualifierOf([
    ...[groups.before, groups.percentAfter, groups.partAfter],
    ...[groups.tenthMore, groups.tenthAfter],
  ])
  const written = percent ?? per
  if (written !== undefined) return { value: numeralValue(written), qualifier: said }
  if (tenth !== undefined) return { value: numeralValue(tenth) * 10, qualifier: said }
  if (denominator === undefined || numerator === undefined) return undefined
  const value = (numeralValue(numerator) / numeralValue(denominator)) * 100
  return { value: Number(value.toPrecision(6)), qualifier: said }
}

function ordinal(groups: Groups, common: Common): Figure {
  const { ordinal: written = '', place = '' } = groups
  const start = common.from + 1
  return {
    ...common,
    kind: 'ordinal',
    value: numeralValue(written),
    qualifier: 'exact',
    measure: place,
    numeral: [start, start + written.length],
    strong: false,
  }
}

function counts(groups: Groups, { from, to, text }: Common): Figure[] {
  const { before, number: written = '', inner, scale = '', outer, upper, upperScale = '' } = groups
  const { measure: word = '', countAfter } = groups
  const begin = from + lengthOf(before)
  const end = begin + written.length + lengthOf(inner) + scale.length + lengthOf(outer)
  const said = qualifierOf([before, inner, outer, countAfter])
  const low: Figure = {
    kind: 'count',
    value: numeralValue(written + (upper === undefined ? scale : scale || upperScale)),
    // 百家 without more is a figure of speech.
    qualifier: said === 'exact' && /^[百千]?[万亿]?$/.test(written + scale) ? 'rhetorical' : said,
    measure: word,
    from,
    to,
    numeral: [begin, end],
    text,
    strong: isStrong(written + scale, said, word),
  }
  return upper === undefined
    ? [low]
    : [low, { ...low, value: numeralValue(upper + (upperScale || scale)) }]
}

function lengthOf(group: string | undefined): number {
  return group?.length ?? 0
}

function isStrong(numeral: string, qualifier: Qualifier, measure: string): boolean {
  // A day, a year or an hour alone is rather a time than a number of something.
  if (qualifier === 'rhetorical' || /^[日年点]$/.test(measure)) return false
  if (/^\d/.test(numeral)) return measure !== '' || /[万亿]/.test(numeral) || qualifier !== 'exact'
  return measure !== '' && (numeral.length > 1 || qualifier !== 'exact')
}

const over = /^(超过|超|已过|突破|逾|余|多|几|以上|强)$/
const about = /^(大约|约[占有为]?|将近|接近|近|大概|来|左右|上下|上)$/

function qualifierOf(words: readonly (string | undefined)[]): Qualifier {
  const said = words.filter((word) => word !== undefined)
  if (said[0] === '数' || said[0] === '几') return 'rhetorical'
  if (said.some((word) => over.test(word))) return 'over'
  return said.some((word) => about.test(word)) ? 'about' : 'exact'
}

/** 党的二十届四中全会, 十四届全国人大 and 二十国集团 are names: their numbers count nothing. */
const unnumbered = /^(?:届(?:[一二三四五六七八]中全会|中央|全国|全会|省委|市委)|国集团)/

/** Digits inside H5, GB/T 15834, 1+7+N, 24×24 or 4.5:1 count nothing. */
function isPartOfAName(text: string, from: number, to: number): boolean {
  const before = text.slice(Math.max(0, from - 2), from)
  const after = text.slice(to, to + 1)
  const starts = /\d/.test(text.charAt(from))
  const ends = /\d/.test(text.charAt(to - 1))
  if (unnumbered.test(text.slice(to - 1, to + 6))) return true
  if (starts && /[A-Za-z]\s?$|[+＋/:：×.\-—#&]$/.test(before) && !/[：—]$/.test(before)) return true
  return ends && /[A-Za-z+＋/:×.]/.test(after) && !/^\d/.test(after)
}

/** Full-width digits and signs as half-width ones; offsets stay. */
function halfWidth(text: string): string {
  return text.replace(/[０-９％．，](?=\d|[０-９])|[０-９]/g, (letter) =>
    letter === '，' ? letter : String.fromCharCode(letter.charCodeAt(0) - 0xfee0),
  )
}
