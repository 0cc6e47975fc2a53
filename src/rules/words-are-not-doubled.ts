import { each, proseRule } from './prose-rule.ts'

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
/** Eight letters at most, so that looking back stays cheap; two alone may be 研究研究. */
const phrase = '(\\p{sc=Han}{3,8})\\1'
const latin = '\\b([A-Za-z]{2,20}) \\2\\b'
const pattern = new RegExp([...slips, phrase, latin].join('|'), 'gu')

/** Whether a letter, or three letters in a row, come again within the length of a phrase, or a Latin word is followed by another. */
function mayRepeat(text: string): boolean {
  const same = (at: number, gap: number) => text.charCodeAt(at) === text.charCodeAt(at + gap)
  for (let at = 0; at < text.length - 1; at++) {
    if (same(at, 1)) return true
    for (let gap = 3; gap <= 16; gap++)
      if (same(at, gap) && same(at + 1, gap) && same(at + 2, gap)) return true
  }
  return /[A-Za-z]{2} [A-Za-z]/.test(text)
}

export const wordsAreNotDoubled = proseRule({
  id: 'words-are-not-doubled',
  summary: '没有误写两遍的字词。',
  area: 'language',
  severity: 'warning',
  spares: 'quotations',
  trace: { test: mayRepeat },
  find: each(pattern, ({ 0: found, 1: twice }) => {
    if (twice && new Set(twice).size === 1) return undefined
    return { message: `“${found}”像是写了两遍。`, hint: '删去多的一遍；确实要重复的，加引号。' }
  }),
})
