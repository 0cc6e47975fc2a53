/** Whether a key belongs to an input method: those presses are not for us. */
export function isComposing(event: KeyboardEvent): boolean {
  // Safari ends the composition before the key that ended it, which still has this code.
  return event.isComposing || event.keyCode === 229
}

/** Index to move to, −1 for the field; undefined when the key does not move. `at` is −1 in the field. */
export function moveBy(key: string, at: number, count: number): number | undefined {
  if (key === 'ArrowDown' && at + 1 < count) return at + 1
  if (key === 'ArrowUp' && at >= 0) return at - 1
  return undefined
}

/** ↑ and ↓ move the focus between the field and the results' links. */
export function moveFocus(root: HTMLElement, event: KeyboardEvent): void {
  if (isComposing(event) || event.altKey || event.ctrlKey || event.metaKey) return
  const links = [...root.querySelectorAll<HTMLElement>('[data-hit]')]
  const at = links.findIndex((link) => link === document.activeElement)
  const to = moveBy(event.key, at, links.length)
  if (to === undefined) return
  event.preventDefault()
  const target = to < 0 ? root.querySelector<HTMLElement>('[data-field]') : links[to]
  target?.focus()
}
