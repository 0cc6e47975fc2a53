import { onScopeDispose, watch } from 'vue'
import type { Search } from './search.ts'

/**
 * Enter opens the first answer: what holds the words, or comes near; never what was only guessed.
 * Pressed before there is one it is kept until there is, or until something else is typed.
 */
export function useEnter(search: Search, root: () => HTMLElement | null | undefined) {
  let waiting = false
  const open = () => {
    const link = root()?.querySelector<HTMLElement>('[data-answers] [data-hit]')
    if (link) waiting = false
    link?.click()
  }
  const stops = [
    watch(search.query, () => void (waiting = false)),
    watch(
      [search.result, search.awaited],
      () => {
        if (!waiting) return
        if (!search.awaited.value || search.result.value?.more) open()
        if (!search.awaited.value) waiting = false
      },
      { flush: 'post' },
    ),
  ]
  onScopeDispose(() => stops.forEach((stop) => stop()))
  return {
    enter() {
      search.settle()
      waiting = search.awaited.value
      if (!waiting) open()
    },
    forget: () => void (waiting = false),
  }
}
