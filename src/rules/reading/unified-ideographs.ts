/** Radicals and compatibility ideographs: what copying from a PDF often gives. */
export const notUnified =
  /[\u2e80-\u2fd5\uf900-\ufa6d\ufa70-\ufad9\u31c0-\u31ef\u{2f800}-\u{2fa1d}]/gu

/** Radicals that normalization leaves, over the ideographs they look like. Source: Unicode's EquivalentUnifiedIdeograph.txt. */
const radicals = [
  '⺁⺂⺃⺄⺅⺆⺈⺉⺊⺋⺌⺍⺎⺏⺐⺒⺓⺔⺕⺖⺗⺘⺙⺛⺜⺝⺞⺟⺠⺡⺢⺣⺤⺥⺦⺧⺨⺩⺫⺬⺭⺯⺰⺱⺲⺳⺴⺶⺹⺺⺻⺼⺾⺿⻀⻁⻂⻃⻄⻅⻆⻈⻉⻋⻌⻍⻎⻏⻐⻑⻒⻓⻔⻖⻗⻘⻙⻚⻛⻜⻝⻟⻠⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲⻳',
  '厂乛乚乙亻冂刀刂卜㔾小小兀尣尢巳幺彑彐忄心扌攵旡日月歺母民氵氺灬爫爫丬牛犭王目示礻糹纟罓罒㓁冗羊耂肀聿肉艹艹艹虎衤覀西见角讠贝车辶辶辶邑钅長镸长门阝雨青韦页风飞食飠饣马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟',
] as const

/** The usual character that such a one looks like; itself when none is known. */
export function unified(letter: string): string {
  const at = radicals[0].indexOf(letter)
  return at < 0 ? letter.normalize('NFKC') : radicals[1].charAt(at)
}
