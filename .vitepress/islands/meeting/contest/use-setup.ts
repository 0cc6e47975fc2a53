import { computed, reactive, ref, shallowRef } from 'vue'
import type { ContestStart } from '../../../../src/meeting/contest/address.ts'
import { keyLabel, usualKeys, withKey } from '../../../../src/meeting/contest/keys.ts'
import { countIn, lessonsIn } from '../../../../src/meeting/contest/pool.ts'
import type { PoolIndex, PoolQuestion } from '../../../../src/meeting/contest/pool.ts'
import type { Match } from '../../../../src/meeting/contest/play.ts'
import {
  minutesFor,
  sparesFor,
  turnsOf,
  usualRules,
} from '../../../../src/meeting/contest/rules.ts'
import { drawQuestions, fetchPoolIndex } from './pool-files.ts'

export type PoolSource = 'pack' | 'chosen' | 'all'

/** What is played: the match, its questions, and what teams are called and press. */
export interface Game {
  match: Match
  questions: PoolQuestion[]
  names: string[]
  keys: string[]
  /** What is printed on them. */
  labels: string[]
  sound: boolean
}

const teamNumerals = '一二三四五六七八'

/** Everything that is chosen before a contest begins; it lives as long as the page. */
export function useSetup(base: string, start: ContestStart | undefined) {
  const index = shallowRef<PoolIndex>()
  const failed = ref(false)
  const source = ref<PoolSource>(start?.pages.length ? 'pack' : 'all')
  const chosen = ref<ReadonlySet<string>>(new Set())
  const teams = ref(4)
  const names = ref([...teamNumerals].map((numeral) => `${numeral}队`))
  const keys = ref<string[]>([...usualKeys])
  const { rounds, deducts, tieBreak } = usualRules
  const { 必答, 抢答, 风险题 } = rounds
  const copies = { 必答: { ...必答 }, 抢答: { ...抢答 }, 风险题: { ...风险题 } }
  const rules = reactive({ rounds: copies, deducts, tieBreak })
  const sound = ref(false)

  async function load(): Promise<void> {
    failed.value = false
    try {
      index.value = await fetchPoolIndex(base)
    } catch {
      failed.value = true
    }
  }
  void load()

  const pages = computed(() => {
    if (source.value === 'all') return undefined
    return source.value === 'pack' ? new Set(start?.pages) : chosen.value
  })
  const available = computed(() =>
    index.value ? countIn(lessonsIn(index.value, pages.value)) : undefined,
  )
  const needed = computed(() => turnsOf(rules, teams.value).length)

  /** Draw the questions; rejects when they cannot be had. */
  async function begin(): Promise<Game> {
    if (!index.value) throw new Error('no pool')
    const count = needed.value + sparesFor(rules)
    const only = pages.value
    const questions = await drawQuestions(base, index.value, {
      count,
      ...(only ? { pages: only } : {}),
    })
    const used = keys.value.slice(0, teams.value)
    const plain = JSON.parse(JSON.stringify(rules)) as typeof rules
    return {
      match: { rules: plain, teams: teams.value, questions: questions.length },
      questions,
      names: names.value
        .slice(0, teams.value)
        .map((name, team) => name.trim() || `${teamNumerals[team] ?? ''}队`),
      keys: used,
      labels: used.map(keyLabel),
      sound: sound.value,
    }
  }
  return {
    ...{ start, index, failed, load, source, chosen, teams, names, keys, rules, sound },
    ...{ available, needed, begin },
    minutes: computed(() => minutesFor(needed.value)),
    setKey(team: number, key: string) {
      keys.value = withKey(keys.value, team, key)
    },
  }
}
export type Setup = ReturnType<typeof useSetup>
