import { onBeforeUnmount, ref } from 'vue'
import type { Ref } from 'vue'

/** Near the window's edge the page moves along, so many pixels at a time. */
const edge = { within: 80, step: 12 }

/**
 * Move an item of a list by its grip. Where it would fall shows as a line: `before` is the place of the
 * item it would stand in front of, or the list's length. Escape lets go without moving.
 */
export function useDrag(list: Ref<HTMLElement | null>, move: (from: number, to: number) => void) {
  const dragged = ref<number>()
  const before = ref<number>()

  function grab(index: number, event: PointerEvent): void {
    if (event.button !== 0) return
    event.preventDefault()
    dragged.value = index
    addEventListener('pointermove', follow)
    addEventListener('pointerup', drop)
    addEventListener('pointercancel', letGo)
    addEventListener('keydown', escape)
  }

  function follow({ clientY }: PointerEvent): void {
    const items = [...(list.value?.children ?? [])].map((item) => item.getBoundingClientRect())
    const place = items.findIndex(({ top, height }) => clientY < top + height / 2)
    before.value = place < 0 ? items.length : place
    if (clientY < edge.within) scrollBy(0, -edge.step)
    if (clientY > innerHeight - edge.within) scrollBy(0, edge.step)
  }

  function drop(): void {
    const [from, to] = [dragged.value, before.value]
    letGo()
    if (from === undefined || to === undefined) return
    // Taken out of its place, everything after it moves up.
    const place = to > from ? to - 1 : to
    if (place !== from) move(from, place)
  }

  function escape({ key }: KeyboardEvent): void {
    if (key === 'Escape') letGo()
  }

  function letGo(): void {
    dragged.value = undefined
    before.value = undefined
    removeEventListener('pointermove', follow)
    removeEventListener('pointerup', drop)
    removeEventListener('pointercancel', letGo)
    removeEventListener('keydown', escape)
  }

  onBeforeUnmount(letGo)
  return { dragged, before, grab }
}
