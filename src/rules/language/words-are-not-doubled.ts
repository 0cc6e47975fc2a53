import { each, proseRule } from '../engine/prose-rule.ts'

/**
 * Function words that stand twice by a slip, and not where two words meet: 目的|的, 为了|了解,
 * 存在|在, 是|是否, 和|和平.
 */
const slips = [
  '(?<![目有])的的(?![确士话卢哥])',
  '(?<!为|除|得|受|不)了了(?![解然却断得无结事])',
  '(?<![就也凡说还若])是是(?![否非])',
  '(?<![总中温平缓])和和(?![平谐气睦解美善声约缓])',
  '(?<![存现所实正潜内外自])在在(?![职线岗建校册籍编场位于])',
  '(?<![我你他她它咱人])们们',
  '这这',
  '那那',
  '被被',
  '而而(?!且)',
  '也也',
  '(?<!等)等等等等?',
]
/** Eight letters at most, so that looking back stays cheap; two alone may be 研究研究, not three times. */
const phrase = '(\\p{sc=Han}{3,8})\\1'
const word = '(\\p{sc=Han}{2})\\2\\2'
const latin = '\\b([A-Za-z]{2,20}) \\3\\b'
const pattern = new RegExp([...slips, phrase, word, latin].join('|'), 'gu')

/** The letters of the slips. */
const slippery = '的了是和在们这那被而也等'
/** Code units of the longest phrase: a rare ideograph takes two. */
const longest = 16

/**
 * Whether a letter of a slip stands twice, a phrase comes again at once, or a Latin word is followed by
 * another. Letters seldom come again within the length of a phrase, and three in a row hardly ever:
 * only there are phrases compared. Letters are told apart by the low bits of their codes, which may
 * take two for one and never one for two.
 */
function mayRepeat(text: string): boolean {
  const last = new Int32Array(512).fill(-longest - 1)
  let row = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    const before = last[code & 511] ?? 0
    last[code & 511] = at
    row = at - before > longest ? 0 : row + 1
    if (row === 0) continue
    if (code === text.charCodeAt(at - 1) && slippery.includes(text.charAt(at))) return true
    if (row > 2 && endsTwice(text, at + 1, Math.min(row, longest))) return true
  }
  return /[A-Za-z]{2} [A-Za-z]/.test(text)
}

/** Whether ideographs, at least three and at most so many, stand twice before a place. */
function endsTwice(text: string, end: number, most: number): boolean {
  const word = text.slice(end - 2, end)
  if (text.startsWith(word + word, end - 6)) return true
  for (let length = 3; length <= most && 2 * length <= end; length++) {
    if (text.charCodeAt(end - 1) !== text.charCodeAt(end - 1 - length)) continue
    const phrase = text.slice(end - length, end)
    if (text.startsWith(phrase, end - 2 * length) && /^\p{sc=Han}+$/u.test(phrase)) return true
  }
  return false
}

export const wordsAreNotDoubled = proseRule({
  id: 'words-are-not-doubled',
  summary: '没有误写两遍的字词。',
  severity: 'warning',
  spares: 'quotations',
  trace: { test: mayRepeat },
  find: each(pattern, ({ 0: found, 1: twice }) => {
    if (twice && new Set(twice).size === 1) return undefined
    return { message: `“${found}”像是写了两遍。`, hint: '删去多的一遍；确实要重复的，加引号。' }
  }),
})
