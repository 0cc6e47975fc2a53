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
import { spareWords } from './setup-advice.ts'

export type PoolSource = 'pack' | 'chosen' | 'all'

/** What is played: the match, its questions, and what teams are called and press. */
export interface Game {
  match: Match
  questions: PoolQuestion[]
  /** So many of them are of the lessons that were chosen; those after them are of all. */
  own: number
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
  /** What is said of ties where the chosen lessons have no spare question left. */
  const spareNote = computed(() => {
    if (!index.value || available.value === undefined) return ''
    const all = countIn(lessonsIn(index.value))
    return spareWords(sparesFor(rules), available.value - needed.value, all - needed.value)
  })

  /** Draw the questions; rejects when they cannot be had. */
  async function begin(): Promise<Game> {
    if (!index.value) throw new Error('no pool')
    const only = pages.value
    const { questions, own } = await drawQuestions(base, index.value, {
      ...{ needed: needed.value, spares: sparesFor(rules) },
      ...(only ? { pages: only } : {}),
    })
    const used = keys.value.slice(0, teams.value)
    const plain = JSON.parse(JSON.stringify(rules)) as typeof rules
    return {
      match: { rules: plain, teams: teams.value, questions: questions.length },
      ...{ questions, own },
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
    ...{ available, needed, spareNote, begin },
    minutes: computed(() => minutesFor(needed.value)),
    setKey(team: number, key: string) {
      keys.value = withKey(keys.value, team, key)
    },
  }
}
export type Setup = ReturnType<typeof useSetup>
