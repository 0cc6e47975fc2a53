/** A province-level unit on the tile map: equal tiles that stand roughly where they lie, and no outline. */
interface Tile {
  /** As in a region path: `浙江省`. */
  province: string
  /** Without its kind: 浙江, 内蒙古. */
  name: string
  /** One character, for tiles too small for the name. */
  letter: string
  /** From 1; seven columns. */
  column: number
  /** From 1; eight rows. */
  row: number
}

export const [tileColumns, tileRows] = [7, 8]

/** Rows of the map from north to south; a dot is an empty place. */
const map = [
  '. . . . . . 黑',
  '. . . . . . 吉',
  '新 甘 宁 蒙 京 津 辽',
  '. 青 陕 晋 冀 鲁 .',
  '藏 川 渝 豫 皖 苏 沪',
  '. 滇 黔 鄂 赣 浙 .',
  '. . 桂 湘 粤 闽 台',
  '. . 琼 澳 港 . .',
].map((row) => row.split(' '))

const letters: Record<string, string> = {
  ...{ 北京市: '京', 天津市: '津', 河北省: '冀', 山西省: '晋', 内蒙古自治区: '蒙' },
  ...{ 辽宁省: '辽', 吉林省: '吉', 黑龙江省: '黑', 上海市: '沪', 江苏省: '苏', 浙江省: '浙' },
  ...{ 安徽省: '皖', 福建省: '闽', 江西省: '赣', 山东省: '鲁', 河南省: '豫', 湖北省: '鄂' },
  ...{ 湖南省: '湘', 广东省: '粤', 广西壮族自治区: '桂', 海南省: '琼', 重庆市: '渝' },
  ...{ 四川省: '川', 贵州省: '黔', 云南省: '滇', 西藏自治区: '藏', 陕西省: '陕', 甘肃省: '甘' },
  ...{ 青海省: '青', 宁夏回族自治区: '宁', 新疆维吾尔自治区: '新' },
  ...{ 香港特别行政区: '港', 澳门特别行政区: '澳', 台湾省: '台' },
}

/** Every province-level unit, row by row. */
export const tiles: readonly Tile[] = map.flatMap((row, y) =>
  row.flatMap((letter, x) => {
    const province = Object.keys(letters).find((one) => letters[one] === letter)
    return province
      ? [{ province, name: shortPlace(province), letter, column: x + 1, row: y + 1 }]
      : []
  }),
)

/** A region path as a line prints it: `江苏省/南通市/崇川区` as 江苏南通, `全国` as it is. */
export function shortRegion(region: string): string {
  const [province = '', place = ''] = region.split('/')
  return shortPlace(province) + shortPlace(place)
}

/** A place without its rank: 浙江省 is 浙江, 内蒙古自治区 内蒙古; a name of two characters keeps it. */
export function shortPlace(place: string): string {
  const short = place.replace(/(?:[壮回]族自治区|维吾尔自治区|特别行政区|自治区|省|市|区|盟)$/u, '')
  return short.length < 2 ? place : short
}
