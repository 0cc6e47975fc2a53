/** A word that says how much, in what order or in which role: changing it changes what is claimed. */
export interface Degree {
  /** What it claims; words of one kind stand for each other. */
  kind: DegreeKind
  word: string
  from: number
  to: number
}

/** What each kind claims, and the words that claim it; the longer first. */
const kinds = {
  totality: ['全部', '全覆盖', '全面覆盖', '所有', '一律', '无一例外', '无一', '全体', '完全'],
  firstOne: ['首个', '首家', '首创', '第一个', '第一家', '最早', '最先'],
  ahead: ['率先', '先行一步'],
  firstTime: ['首次', '首届', '第一次', '第一届'],
  firstBatch: ['首批', '第一批'],
  only: ['唯一', '仅此', '独家', '独有', '绝无仅有', '只有这'],
  sum: ['共有', '合计', '总计', '累计', '共计', '总共', '一共'],
  order: ['先后', '陆续', '相继', '逐年', '历年'],
  together: ['同步'],
  others: ['另有', '此外还有', '另外还有'],
  lead: ['牵头'],
  host: ['主办'],
  organize: ['承办'],
  assist: ['协办'],
  jointly: ['联合主办', '联合举办', '共同', '联合开展', '联手'],
  coordinate: ['统筹'],
  control: ['统管', '统领', '总揽', '主管', '管辖', '归口管理'],
  lever: ['抓手'],
  frame: ['架构', '框架'],
  pattern: ['格局'],
  model: ['样板', '标杆', '典范', '楷模'],
  plan: ['打算', '计划', '拟', '预计', '将通过', '将于', '将在', '准备'],
  yearly: ['每年', '年度'],
  monthly: ['每月', '每季度', '每周', '每天', '每半年'],
  must: ['必须', '务必'],
  may: ['可以', '鼓励', '提倡'],
  mustNot: ['不得', '禁止', '严禁'],
  most: ['最大', '最高', '最多', '最好', '居首', '领先', '一流', '名列前茅'],
  greatly: ['大幅', '显著', '明显', '极大', '有力', '圆满', '全面', '深入', '普遍', '广泛', '持续'],
  thereby: ['使得', '从而', '因此', '因而', '得益于', '带动', '导致'],
} as const
export type DegreeKind = keyof typeof kinds

/** Words that a page may not leave out: without them it claims more, less or something else. */
const binding = new Set<DegreeKind>([
  ...([
    'totality',
    'firstOne',
    'ahead',
    'firstTime',
    'firstBatch',
    'only',
    'sum',
    'order',
  ] as const),
  ...(['together', 'lead', 'host', 'coordinate', 'plan'] as const),
])
/** Roles bind only where the body that has them is named. */
const roles = new Set<DegreeKind>(['lead', 'host', 'coordinate'])
/** Softer words that say the same; too common to be held against a page. */
const softer: Partial<Record<DegreeKind, RegExp>> = {
  totality: /都|均|没有留下空白|每一个|\bAll\b/,
  only: /只有|仅有|仅/,
  together: /同时|一同|一起/,
  sum: /一起算|加在一起|共(?=约?[\d一二三四五六七八九十百千万])/,
  plan: /将|要/,
  mustNot: /不能|不可|不许|不应|不要|不收|不插|不再|没有.{1,12}不/,
  coordinate: /统筹/,
}

// Object.entries loses the literal types of the table.
const kindOf = new Map(
  Object.entries(kinds).flatMap(([kind, words]) =>
    words.map((word) => [word as string, kind as DegreeKind] as const),
  ),
)
const alternatives = [...kindOf.keys()].sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
const pattern = new RegExp(alternatives.join('|'), 'g')
/** Before these a word is denied or asked about, not claimed: 不是唯一, 没有写全部. */
const denied =
  /(?:不是|并非|没有说|没有写|没说|不等于|不能|不写|不算|是不是|是否|未必|不代表|不宜|不要|不把|别)[^，。；]{0,8}$/
/** Where a word is part of another: 年度奖项 names a prize, 计划 a plan that has a name. */
const inside: Partial<Record<string, [before: RegExp, after: RegExp]>> = {
  拟: [/[模虚]$/, /^(?:人化|真)/],
  同步: [/(?!)/, /^媒体/],
  先后: [/(?!)/, /^(?:排|不代表|顺序)/],
  主管: [/(?!)/, /^部门|^机关/],
  可以: [/(?!)/, /^(?:确认|看|列名|对照|核对|从|写|放在|参照)/],
}

/** The words of degree in a text, in order; what is denied or quoted claims nothing. */
export function degreesIn(
  text: string,
  quoted: readonly (readonly [number, number])[] = [],
): Degree[] {
  const found: Degree[] = []
  for (const { 0: word, index: from } of text.matchAll(pattern)) {
    const kind = kindOf.get(word)
    const to = from + word.length
    const before = text.slice(Math.max(0, from - 14), from)
    if (!kind || denied.test(before) || isInside(word, before, text.slice(to, to + 4))) continue
    if (quoted.some(([start, end]) => from >= start && to <= end)) continue
    found.push({ kind, word, from, to })
  }
  return found
}

function isInside(word: string, before: string, after: string): boolean {
  const [left, right] = inside[word] ?? []
  return Boolean(left?.test(before) || right?.test(after))
}

export function isBinding({ kind }: Degree): boolean {
  return binding.has(kind)
}

export function isRole({ kind }: Degree): boolean {
  return roles.has(kind)
}

/** Whether a text claims what a word of degree claims, in that word or another. */
export function claims(text: string, { kind }: Degree): boolean {
  return softer[kind]?.test(text) || degreesIn(text).some((said) => said.kind === kind)
}
