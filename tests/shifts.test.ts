import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { readPortal } from '../src/content/files.ts'
import { buildLibrary } from '../src/content/library.ts'
import type { Library } from '../src/content/library.ts'
import { newMemory } from '../src/content/memory.ts'
import { rules } from '../src/rules/index.ts'
import { runRules } from '../src/rules/engine/run.ts'

/**
 * What the check finds when a sentence of the edition is made to say something else than its source:
 * each shift is tried on real sentences with real marks, one an entry, and the check must speak.
 */
const portal = readPortal(fileURLToPath(new URL('..', import.meta.url)))
const memory = newMemory()
const library = buildLibrary(portal, { memory })
const truth = rules.filter(({ area, severity }) => area === 'truth' && severity === 'error')
const today = '2026-11-30'
/** Sentences of one kind of shift: enough to be many, few enough to be quick. */
const most = 12

/** A shift of meaning: the sentence, made to say something else; undefined where it does not apply. */
type Shift = (sentence: string, facts: string[]) => string | undefined

const swap =
  (from: RegExp, to: string | ((...found: string[]) => string)) => (sentence: string) => {
    const shifted = sentence.replace(from, to as string)
    return shifted === sentence ? undefined : shifted
  }
const undated = (facts: string[]) =>
  facts.length > 0 && facts.every((id) => library.facts.get(id)?.fact.as_of === 'undated')
const figure = /(?<![\d“年月第—.])\d{2,5}(?=(?:余|多)?[家个名项]\S{0,8}\[\^)/

const shifts: Record<string, Shift> = {
  数字改了: swap(figure, (found) => String(Number(found) + 1)),
  '丢了“余”“多”': swap(/(?<=\d)[余多](?=[家个名项])/, ''),
  '添了“余”': swap(/(\d{2,5})(?=[家个名项]\S{0,6}\[\^)/, '$1余'),
  单位换了: swap(/(?<=\d{2}(?:余|多)?)家/, '人'),
  月份改了: swap(/(20\d\d年)(\d+)月/, (_, year, month) => `${year}${(Number(month) % 12) + 1}月`),
  '补了“截至某月”': (sentence, facts) =>
    undated(facts) && /\d/.test(sentence) ? `截至2019年5月，${sentence}` : undefined,
  拿刊发月份当时点: (sentence, facts) => {
    const published = library.facts.get(facts[0] ?? '')?.source.published ?? ''
    const [year, month] = published.split('-')
    if (!undated(facts) || !month || /报道|刊发|文章|原文|来源|20\d\d/.test(sentence))
      return undefined
    return `${year}年${Number(month)}月，${sentence}`
  },
  '添了“全部”': swap(/(?<![“\d])(?=\d{2,4}(?:余|多)?[家个名])/, '全部'),
  '添了“首个”': swap(/(?<=建立|成立|组建|开设|办过|发布)/, '首个'),
  '“率先”写成“首个”': swap(/率先/, '首个'),
  '添了“唯一”': swap(/(?<=[是为])(?=[^，。“”]{2,})/, '唯一的'),
  '丢了“先后”“共有”': swap(/先后|(?<=杭州)共(?=有)|相继|陆续/, ''),
  '丢了“同步”“全部”': swap(/同步|，做到全部覆盖|唯一/, ''),
  '“统筹”写成“统管”': swap(/统筹/, '统管'),
  '“牵头”写成“主办”': swap(/牵头/, '主办'),
  '“主办”写成“承办”': swap(/主办|共同主办|合办/, '承办'),
  换了部门: swap(/网信办/, '组织部'),
  换了地方: swap(/杭州|成都|武汉|长春|苏州|深圳|上海|四川/, '南昌'),
  改了活动名: swap(/“([^“”‘’]{3,})[^“”‘’]”/, '“$1会”'),
  '“每年”写成“每月”': swap(/每年/, '每月'),
  '“其中”写成“另有”': swap(/其中/, '另有'),
  打算写成已经做到: swap(/打算|计划(?=探索|按)|将通过/, '已经'),
  添了因果: swap(/(?<=[^”\d])，(?=[^，。]{4,}\[\^)/, '，从而'),
  '添了“大幅”': swap(/(?<!“[^”]*)(?=提升|增强|扩充|增到|推动|引导)/, '大幅'),
  '“不得”写成“可以”': swap(/不得/, '可以'),
}

interface Shifted {
  path: string
  text: string
  was: string
}

/** The first sentence of each entry that the shift applies to, shifted. */
function shifted(shift: Shift): Shifted[] {
  return library.entries.flatMap(({ file, text, bodyLine, data }) => {
    if (data.status !== 'published') return []
    const head = text
      .split('\n')
      .slice(0, bodyLine - 1)
      .join('\n').length
    for (const { 0: sentence, index } of text
      .slice(head)
      .matchAll(/[^。！？\n|]+(?:。(?:\[\^[^\]]+\])+|。|(?=\n|\|))/g)) {
      const facts = Array.from(sentence.matchAll(/\[\^([^\]]+)\]/g), ([, id = '']) => id)
      const bare = sentence.replace(/^[-#\d. *]+/, '')
      const changed = facts.length > 0 && !/^\[|\]\(/.test(bare) ? shift(bare, facts) : undefined
      if (changed === undefined) continue
      const at = head + index + sentence.length - bare.length
      return [
        {
          path: file,
          text: text.slice(0, at) + changed + text.slice(at + bare.length),
          was: changed,
        },
      ]
    }
    return []
  })
}

/** Files of which the check says that they break a rule of truth. */
function faulty(changed: readonly Shifted[], of: Library): Set<string> {
  const files = new Set(changed.map(({ path }) => path))
  const issues = runRules({ library: of, rules: truth, today, covers: (file) => files.has(file) })
  return new Set(
    issues.filter(({ rule }) => truth.some(({ id }) => id === rule)).map(({ file }) => file),
  )
}

const results = Object.entries(shifts).map(([kind, shift]) => {
  const changed = shifted(shift).slice(0, most)
  const texts = new Map(changed.map(({ path, text }) => [path, text]))
  const entries = portal.entries.map((file) => ({
    ...file,
    text: texts.get(file.path) ?? file.text,
  }))
  const found = faulty(changed, buildLibrary({ ...portal, entries }, { memory }))
  return { kind, changed, missed: changed.filter(({ path }) => !found.has(path)) }
})
const count = (of: 'changed' | 'missed') => results.reduce((sum, one) => sum + one[of].length, 0)

describe('shifts of meaning over the real edition', () => {
  it('are many, and of many kinds', () => {
    expect(results.filter(({ changed }) => changed.length > 0).length).toBeGreaterThanOrEqual(20)
    expect(count('changed')).toBeGreaterThanOrEqual(120)
  })

  it('are found in nine of ten sentences, and in most of every kind', () => {
    const missed = results.flatMap((one) => one.missed.map(({ was }) => `${one.kind}：${was}`))
    expect(missed.length / count('changed'), missed.join('\n')).toBeLessThanOrEqual(0.1)
    for (const { kind, changed, missed: lost } of results)
      expect(lost.length, `${kind}\n${lost.map(({ was }) => was).join('\n')}`).toBeLessThanOrEqual(
        changed.length / 2,
      )
  })

  it('are the only thing the rules of truth speak of', () => {
    const issues = runRules({ library, rules: truth, today })
    expect(issues.filter(({ rule }) => truth.some(({ id }) => id === rule))).toEqual([])
  })
})
