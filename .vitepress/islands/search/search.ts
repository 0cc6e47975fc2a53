import { computed, onScopeDispose, reactive, readonly, toRefs, watch } from 'vue'
import { facetNames, type FacetName } from '../../../src/search/document.ts'
import type { SearchState } from './address.ts'
import { useAnswers, useOnline } from './answers.ts'
import type { Asked } from './client.ts'
import type { Engine } from './engine.ts'
import { screenOf } from './screen.ts'

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

export function useSearch(engine: Engine, initial: SearchState) {
  const detailed = Object.keys(initial.choice).some((name) => name !== 'collection')
  const asking = reactive<Asking>({ ...initial, limit: pageOfHits, detailed })
  const { result, counts, broken, slow, pending, ...answers } = useAnswers(engine)
  const ask = () => (asking.query.trim() ? answers.ask(questionOf(asking)) : answers.forget())
  const online = useOnline(() => void ((broken.value || result.value?.degraded) && ask()))
  const screen = computed(() =>
    screenOf({
      query: asking.query,
      result: result.value,
      slow: slow.value,
      broken: broken.value,
      online: online.value,
    }),
  )
  askAfterChanges(asking, ask)
  const asked = toRefs(readonly(asking))
  return { ...asked, result, counts, pending, screen, retry: ask, ...actionsOn(asking) }
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
function askAfterChanges(asking: Asking, ask: () => void): void {
  let timer: ReturnType<typeof setTimeout> | undefined
  onScopeDispose(() => clearTimeout(timer))
  watch(
    () => ({ ...asking }),
    (now, before) => {
      clearTimeout(timer)
      timer = setTimeout(ask, now.query.trim() && now.query !== before.query ? pause : 0)
    },
  )
  if (asking.query) ask()
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
    countAll: () => void (asking.detailed = true),
  }
}
