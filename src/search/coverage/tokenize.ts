/** Cuts a run of Han into words of the vocabulary, particles, and what is neither. Browser-safe. */

/** What asks or joins and says nothing of the matter. Dropped here only: exact search is literal. */
const particles = new Set(
  (
    '的 了 吗 呢 吧 啊 呀 么 嘛 是 在 有 和 与 及 或 跟 同 要 不要 能 能不能 会 会不会 可以 可不可以 应该 应当 需要 ' +
    '是否 是不是 有没有 要不要 该不该 怎么 怎么办 怎样 怎么样 如何 什么 什么样 为什么 为何 哪 哪个 哪些 哪里 哪儿 哪家 哪位 ' +
    '谁 谁来 几 几个 多少 多久 多长 多长时间 何时 什么时候 关于 有关 对于 对 把 被 给 让 由 从 到 向 以 之 其 这 那 这个 那个 ' +
    '一个 一定 哪种 哪项 请问 想 我 我们 你 它 就 都 也 还 才 又 吧 得 着 过 算 叫 意思 ' +
    '做 用 去 来 看 写 说 好 第一 内容 方面 情况 规定 要求 介绍 相关 主要 ' +
    '以上 以下 以内 以前 以后 不少于 不低于 不超过 至少 最多 最少 最长 最短 超过 达到'
  ).split(' '),
)
/** 多少年, 几天: what is counted says little of where the count stands. */
for (const counted of '年 天 日 月 个月 岁 周岁 人 个人 家 名 元 次 倍 种 类 条 项 小时 分钟'.split(
  ' ',
))
  for (const asked of ['多少', '几']) particles.add(asked + counted)

/** Particles that are content words where little else is asked. */
const weakParticles = new Set(
  '内容 方面 情况 规定 要求 介绍 相关 主要 第一 以上 以下 不少于 不低于 不超过 超过'.split(' '),
)

export interface Token {
  text: string
  /** Offset in the run. */
  from: number
  kind: 'word' | 'weak' | 'particle' | 'unknown'
}

export type Words = ReadonlySet<string>

const maxWordLength = 12

/** Longer words count for more than their parts, longer particles likewise; a particle for less than any word. */
const lengthScore = (length: number, particle: boolean): number =>
  particle ? 0.9 * length ** 1.25 : length ** 1.5

/** Characters that are hardly ever half of a word whose other half is unknown. */
const boundCharacters = /[的了吗呢吧么谁哪几怎]|^要/u

/** Two characters that are no word: more than a particle and a character left alone. */
const pairScore = (pair: string): number => (boundCharacters.test(pair) ? 0.5 : 1)

/** The best way to cut a run; what no word holds comes as `unknown`, by one or two characters. */
export function tokenize(run: string, words: Words): Token[] {
  const best: { score: number; token?: Token }[] = [{ score: 0 }]
  const offer = (to: number, score: number, token: Token): void => {
    if (score > (best[to]?.score ?? -1)) best[to] = { score, token }
  }
  for (let from = 0; from < run.length; from++) {
    const { score = 0 } = best[from] ?? {}
    offer(from + 1, score, { text: run.charAt(from), from, kind: 'unknown' })
    const pair = run.slice(from, from + 2)
    if (pair.length === 2)
      offer(from + 2, score + pairScore(pair), { text: pair, from, kind: 'unknown' })
    for (let to = from + 1; to <= Math.min(run.length, from + maxWordLength); to++) {
      const text = run.slice(from, to)
      const particle = particles.has(text)
      if (!particle && (to === from + 1 || !words.has(text))) continue
      const kind = particle ? (weakParticles.has(text) ? 'weak' : 'particle') : 'word'
      offer(to, score + lengthScore(to - from, particle), { text, from, kind })
    }
  }
  const tokens: Token[] = []
  for (let at = run.length; at > 0;) {
    const token = best[at]?.token
    if (!token) break
    tokens.unshift(token)
    at = token.from
  }
  return tokens
}
