/** What a measure word counts: words of one dimension say the same of a number, others mislead. */
const dimensions: Record<string, readonly string[]> = {
  people: ['人', '名', '位'],
  visits: ['人次'],
  organizations: ['家'],
  money: ['元'],
  area: ['平方米', '平方公里', '亩'],
  works: ['部', '篇', '首', '幅', '集', '册', '本'],
  events: ['场', '次', '届', '期'],
  time: ['年', '周年', '个月', '天', '日', '小时', '分钟', '秒', '个工作日', '周岁', '岁'],
}

/** Measure words that say too little to contradict another: 3个队 may be 3支队伍. */
const loose = [
  ...['个', '项', '类', '种', '条', '方面', '部分', '层', '楼', '间', '件', '支', '座', '所'],
  ...['辆', '台', '套', '户', '倍', '步', '页', '批', '组', '队', '款', '份', '只', '门', '堂'],
  ...['课', '章', '节', '款', '字', '张', '把', '处', '起', '宗', '例', '级', '轮', '笔', '颗'],
  ...['斤', '公斤', '吨', '米', '公里', '千米', '点', '镇', '村', '县', '省', '市', '国', '百分点'],
]
const dimensionOf = new Map(
  Object.entries(dimensions).flatMap(([name, words]) => words.map((word) => [word, name] as const)),
)

/** Measure words in the order in which they must be tried: the longer first. */
export const measureWords: readonly string[] = [...dimensionOf.keys(), ...loose].sort(
  (a, b) => b.length - a.length || (a < b ? -1 : 1),
)

/** Whether two measure words may stand with the same number: 63家 and 63个, but not 63人. */
export function sameMeasure(a: string, b: string): boolean {
  const [first, second] = [dimensionOf.get(a), dimensionOf.get(b)]
  return a === b || first === undefined || second === undefined || first === second
}

/** Whether two measure words count the same thing for certain. */
export function exactlySameMeasure(a: string, b: string): boolean {
  if (a === '' || b === '') return false
  return a === b || (dimensionOf.has(a) && dimensionOf.get(a) === dimensionOf.get(b))
}
