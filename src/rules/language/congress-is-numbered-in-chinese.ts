import { each, proseRule } from '../engine/prose-rule.ts'

const digits = '〇一二三四五六七八九'

/** 党的20大, 第19届, 20届三中全会, 十九届6中全会, 14五规划: numbers that are part of a name. */
const pattern =
  /(?<=党的|中共|中国共产党)(?<congress>1[1-9]|2\d)大(?![\d会批量学])|(?<=第)(?<nth>\d{1,2})(?=次全国代表大会)|(?<=党的|中共|第|中央)(?<term>\d{1,2})(?=届(?:中央|[一二三四五六七八九\d]中全会))|(?<=届)(?<session>\d)(?=中全会)|(?<plan>\d{2})(?=[·.]?五[”"]?(?:规划|时期|期间|末))/g

export const congressIsNumberedInChinese = proseRule({
  id: 'congress-is-numbered-in-chinese',
  summary: '党的代表大会、中央全会和五年规划的次序用汉字。',
  severity: 'warning',
  trace: /\d(?:大|次全国代表大会|届|中全会|[·.]?五)/,
  find: each(pattern, ({ 0: found, groups = {} }) => {
    const number = Number(/\d+/.exec(found)?.[0])
    const spelt = groups.session ? (digits[number] ?? '') : inChinese(number)
    const mended = found.replace(/\d+/, spelt)
    return {
      message: `“${found}”是名称里的次序，不用阿拉伯数字。`,
      hint: `写成“${mended}”，例如“党的二十大”“二十届三中全会”“‘十五五’规划”。`,
      mended,
    }
  }),
})

/** 1 to 99: 十九, 二十. */
function inChinese(number: number): string {
  const [tens, ones] = [Math.floor(number / 10), number % 10]
  return `${tens > 1 ? digits[tens] : ''}${tens > 0 ? '十' : ''}${ones > 0 || tens === 0 ? digits[ones] : ''}`
}
