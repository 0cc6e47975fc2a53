import { computed, onScopeDispose, reactive, readonly, ref, toRefs, watch } from 'vue'
import { facetNames, type FacetName } from '../../../src/corpus/facets.ts'
import type { SearchState } from './address.ts'
import { useAnswers, useOnline } from './answers.ts'
import type { Asked } from './client.ts'
import type { Engine } from './engine.ts'
import { isQuery, screenOf } from './screen.ts'

/** Milliseconds without a key press after which a query is asked. */
const pause = 80
const pageOfHits = 10

/** What is asked: an address's part, and how much of the answer is wanted. */
interface Asking extends SearchState {
  limit: number
  /** Count every facet, not the kinds alone: each costs a file. */
  detailed: boolean
}

/** A search as components see it: what is asked, what was answered, and what can be done. */
export type Search = ReturnType<typeof useSearch>

export function useSearch(engine: Engine, initial: SearchState, limit = pageOfHits) {
  const detailed = Object.keys(initial.choice).some((name) => name !== 'collection')
  const asking = reactive<Asking>({ ...initial, limit, detailed })
  const { result, counts, broken, slow, pending, ...answers } = useAnswers(engine)
  const settled = useSettled(() => asking.query)
  const ask = () => (isQuery(asking.query) ? answers.ask(questionOf(asking)) : answers.forget())
  const online = useOnline(() => void ((broken.value || result.value?.degraded) && ask()))
  const screen = computed(() =>
    screenOf({
      query: asking.query,
      result: result.value,
      slow: slow.value,
      broken: broken.value,
      online: online.value,
      settled: settled.value,
    }),
  )
  const { due, askNow } = useAsking(asking, ask)
  const asked = toRefs(readonly(asking))
  /** What is shown is not yet, or not all of, the answer to what stands in the field. */
  const awaited = computed(() => due.value || pending.value)
  const settle = () => {
    settled.value = true
    askNow()
  }
  const found = { result, counts, pending, awaited, screen }
  return { ...asked, ...found, settle, retry: ask, ...actionsOn(asking) }
}

/** Milliseconds after the last key press from which a reader has stopped typing. */
const stopped = 1200

/** Whether the reader has stopped typing; what stands there from the start was not typed. */
function useSettled(query: () => string) {
  const settled = ref(true)
  let timer: ReturnType<typeof setTimeout> | undefined
  onScopeDispose(() => clearTimeout(timer))
  watch(query, () => {
    settled.value = false
    clearTimeout(timer)
    timer = setTimeout(() => (settled.value = true), stopped)
  })
  return settled
}

function questionOf({ query, choice, literal, limit, detailed }: Asking): Asked {
  const chosen = Object.entries(choice).filter(([, value]) => value)
  const facets = Object.fromEntries(chosen.map(([name, value]) => [name, [value]]))
  return {
    query,
    options: { facets, limit, literal },
    counts: detailed ? facetNames : ['collection'],
  }
}

/** Words are asked when typing pauses, everything else at once. */
function useAsking(asking: Asking, ask: () => void) {
  /** What was changed is still to be asked. */
  const due = ref(false)
  let timer: ReturnType<typeof setTimeout> | undefined
  const askNow = () => {
    clearTimeout(timer)
    if (due.value) ask()
    due.value = false
  }
  onScopeDispose(() => clearTimeout(timer))
  watch(
    () => ({ ...asking }),
    (now, before) => {
      clearTimeout(timer)
      due.value = true
      timer = setTimeout(askNow, isQuery(now.query) && now.query !== before.query ? pause : 0)
    },
  )
  if (isQuery(asking.query)) ask()
  return { due, askNow }
}

function actionsOn(asking: Asking) {
  return {
    type: (query: string) =>
      void Object.assign(asking, { query, literal: false, limit: pageOfHits }),
    /** Choose a facet's value; undefined for any. */
    choose(name: FacetName, value: string | undefined) {
      asking.choice = { ...asking.choice, [name]: value }
      asking.limit = pageOfHits
    },
    widen: () => void (asking.choice = {}),
    askLiterally: () => void (asking.literal = true),
    askForMore: () => void (asking.limit += pageOfHits),
    /** Ask what was asked before, with as much of the answer. */
    resume: (state: SearchState, shown: number) =>
      void Object.assign(asking, { ...state, limit: shown }),
    countAll: () => void (asking.detailed = true),
  }
}
